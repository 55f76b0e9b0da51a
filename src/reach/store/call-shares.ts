// Who may ring, and what was shared: for sharing calls and for its page.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { ShareCalls, SharingState } from '../domain/share-calls.ts'
import { callerRoles } from '../domain/terms.ts'
import { callsDue, isDueToday } from './calls-due.ts'

export const loadSharing: Load<ShareCalls, SharingState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const [calls, mayRing, known] = [
    await callsDue(tx, council, now),
    await callersOf(tx, council, now),
    await sql`select from call_callers
      where council = ${council} and share = ${input.share} limit 1`.execute(tx),
  ]
  const places = new Map(mayRing.map(one => [one.user, one.places]))
  return { state: { calls, places, isKnown: known.rows.length > 0 }, place: null }
}

export type MayRing = {
  readonly user: Id
  readonly name: string
  /** Ringing is their work; others may ring too. */
  readonly isHandler: boolean
  /** Null is everywhere. */
  readonly places: readonly Id[] | null
}

/** Everybody who may ring people now, and where. */
export async function callersOf(tx: Tx, council: string, now: number): Promise<readonly MayRing[]> {
  const at = new Date(now)
  const found = await sql<MayRing>`
    select u.id as user, u.name, bool_or(g.role = 'call-handler') as "isHandler",
      case when bool_or(g.place is null) then null
      else array_agg(distinct g.place) end as places
    from users u join grants g on g.council = u.council and g.user_id = u.id
      and g.role = any (${[...callerRoles]}::text[])
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
    where u.council = ${council} and u.disabled_at is null and u.name is not null
      and not exists (select from suspensions s where s.council = u.council and s.user_id = u.id
        and s.starts_at <= ${at} and (s.ends_at is null or s.ends_at > ${at}))
    group by u.id, u.name order by u.name, u.id`.execute(tx)
  return found.rows
}

export type CallerNow = {
  readonly user: Id
  readonly name: string
  readonly room: number
  readonly languages: readonly string[]
  readonly startsAt: Date
  readonly endsAt: Date
  readonly sharedAt: Date
  /** Given to them by the last sharing. */
  readonly given: number
  /** Of those, not rung yet. */
  readonly open: number
}

/** The last sharing as it stands. */
export async function callersNow(
  tx: Tx,
  council: string,
  now: number,
): Promise<readonly CallerNow[]> {
  const found = await sql<CallerNow>`
    select c.user_id as user, coalesce(u.name, '') as name, c.room, c.languages,
      c.starts_at as "startsAt", c.ends_at as "endsAt", c.shared_at as "sharedAt",
      count(g.member) as given, count(m.id) filter (where ${isDueToday(council, now)}) as open
    from call_callers c
    left join users u on u.council = c.council and u.id = c.user_id
    left join call_shares g on g.council = c.council and g.user_id = c.user_id
    left join members m on m.council = g.council and m.id = g.member
    where c.council = ${council}
    group by c.user_id, u.name, c.room, c.languages, c.starts_at, c.ends_at, c.shared_at
    order by u.name, c.user_id`.execute(tx)
  return found.rows
}
