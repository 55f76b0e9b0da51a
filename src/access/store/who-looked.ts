// Who looked at whom? Newest first, a page at a time, and never a resident's name.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { referenceDigits } from '../domain/reference.ts'
import type { Scope } from '../scope.ts'

export const looksPerPage = 50

export type Look = {
  readonly id: Id
  readonly at: Date
  readonly actor: Id
  readonly name: string | null
  readonly what: 'open' | 'search' | 'list' | 'export' | 'print' | 'sync'
  readonly purpose: string
  readonly route: string
  readonly subjects: readonly Id[]
}

export type LookFilter = {
  readonly actor: Id | null
  /** The last digits of a subject's id, as shown in its reference. */
  readonly subject: string | null
  /** `YYYY-MM-DD`, a day in London. */
  readonly day: string | null
  /** The last look of the page before. */
  readonly after: Id | null
}

/** One look more than a page holds, so that the caller knows whether there is another page. */
export async function whoLooked(
  tx: Tx,
  scope: Scope,
  filter: LookFilter,
): Promise<readonly Look[]> {
  const { council } = scope
  const { actor, subject, day, after } = filter
  const found = await sql<Look>`
    select r.id, r.at, r.actor, u.name, r.what, r.purpose, r.route, r.subjects
    from reads r left join users u on u.council = r.council and u.id = r.actor
    where r.council = ${council} and ${scope.everywhere}::boolean
      and (${actor}::uuid is null or r.actor = ${actor})
      and (${subject}::text is null or exists (select from unnest(r.subjects) s
        where right(replace(s::text, '-', ''), ${referenceDigits}) = ${subject}))
      and (${day}::date is null or (r.at >= (${day}::date::timestamp at time zone 'Europe/London')
        and r.at < ((${day}::date + 1)::timestamp at time zone 'Europe/London')))
      and (${after}::uuid is null or (r.at, r.id) < (select a.at, a.id from reads a
        where a.council = ${council} and a.id = ${after}))
    order by r.at desc, r.id desc limit ${looksPerPage + 1}`.execute(tx)
  return found.rows
}

/** Those who may be chosen: everybody who ever signed in, also those who are shut out now. */
export async function thoseWhoMayLook(
  tx: Tx,
  scope: Scope,
): Promise<readonly { id: Id; name: string | null }[]> {
  const found = await sql<{ id: Id; name: string | null }>`select id, name from users
    where council = ${scope.council} and ${scope.everywhere}::boolean
    order by name, id`.execute(tx)
  return found.rows
}
