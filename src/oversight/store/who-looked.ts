// Who looked at whom? Newest first, a page at a time, and never a resident's name.
import { sql } from 'kysely'
import { type Read, referenceDigits, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export const looksPerPage = 50

export type Look = {
  readonly id: Id
  readonly at: Date
  readonly actor: Id
  readonly name: string | null
  /** What they were then, and where: the role whose purpose the look had comes first. */
  readonly role: string | null
  readonly place: string | null
  readonly what: Read['what']
  readonly purpose: string
  readonly route: string
  readonly subjects: readonly Id[]
  readonly opening: Id | null
}

export type LookFilter = {
  readonly actor?: Id | null
  /** The last digits of a subject's id, as shown in its reference. */
  readonly subject?: string | null
  /** Any of these records. */
  readonly records?: readonly Id[] | null
  /** Those that a question rests on. */
  readonly question?: Id | null
  /** `YYYY-MM-DD`, days in London, both of them in it. */
  readonly from?: string | null
  readonly until?: string | null
  /** The last look of the page before. */
  readonly after?: Id | null
  readonly limit?: number
}

/** One look more than a page holds, so that the caller knows whether there is another page. */
export async function whoLooked(
  tx: Tx,
  scope: Scope,
  filter: LookFilter,
): Promise<readonly Look[]> {
  const { council } = scope
  const { actor = null, subject = null, from = null, until = null, after = null } = filter
  const records = filter.records ?? null
  const question = filter.question ?? null
  const found = await sql<Look>`
    select r.id, r.at, r.actor, u.name, g.role, g.place, r.what, r.purpose, r.route, r.subjects,
      r.opening
    from (select * from reads r
      where r.council = ${council} and ${scope.everywhere}::boolean
        and (${actor}::uuid is null or r.actor = ${actor})
        and (${subject}::text is null or exists (select from unnest(r.subjects) s
          where right(replace(s::text, '-', ''), ${referenceDigits}) = ${subject}))
        and (${records}::uuid[] is null or r.subjects && ${records}::uuid[])
        and (${question}::uuid is null or r.id in (select l.look from question_looks l
          where l.council = ${council} and l.question = ${question}))
        and (${from}::date is null
          or r.at >= (${from}::date::timestamp at time zone 'Europe/London'))
        and (${until}::date is null
          or r.at < ((${until}::date + 1)::timestamp at time zone 'Europe/London'))
        and (${after}::uuid is null or (r.at, r.id) < (select a.at, a.id from reads a
          where a.council = ${council} and a.id = ${after}))
      order by r.at desc, r.id desc limit ${filter.limit ?? looksPerPage + 1}) r
    left join users u on u.council = r.council and u.id = r.actor
    left join lateral (select g.role, p.name as place from grants g
      left join places p on p.council = g.council and p.id = g.place
      where g.council = r.council and g.user_id = r.actor and g.starts_at <= r.at
        and (g.ends_at is null or g.ends_at > r.at)
      order by g.purpose <> r.purpose, g.starts_at, g.id limit 1) g on true
    order by r.at desc, r.id desc`.execute(tx)
  return found.rows
}

export type MonthOfLooks = { readonly month: string; readonly looks: number }

const monthsMax = 36

/** `2026-04` and how often, in London, the newest month first. */
export async function monthsOfLooks(
  tx: Tx,
  scope: Scope,
  records: readonly Id[],
): Promise<readonly MonthOfLooks[]> {
  const found = await sql<MonthOfLooks>`
    select to_char(at at time zone 'Europe/London', 'YYYY-MM') as month, count(*)::int as looks
    from reads where council = ${scope.council} and subjects && ${records}::uuid[]
    group by 1 order by 1 desc limit ${monthsMax}`.execute(tx)
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
