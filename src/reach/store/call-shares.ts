// Who is due a call today, who may ring, and what was shared: for sharing calls and for its page.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import type { Tx } from '../../store/open.ts'
import type { ShareCalls, SharingState } from '../domain/share-calls.ts'
import type { Due } from '../domain/sharing/terms.ts'
import { callerRoles } from '../domain/terms.ts'
import { currentRounds, isDue, mayBeRung } from './lines.ts'

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

/** The last moment of a day in London. */
export function endOfDay(now: number): number {
  return londonInstant(londonDate(londonInstant(londonDate(now), 12 * 60) + dayMs), 0) - 1
}

type DueRow = Omit<Due, 'promisedAt'> & { readonly promisedAt: Date | null }

/** Promises first, then never tried, then who waits longest; by the end of today. */
export async function callsDue(tx: Tx, council: string, now: number): Promise<readonly Due[]> {
  const at = new Date(endOfDay(now))
  const found = await sql<DueRow>`
    select m.id as member, coalesce(s.path, '{}') as path, p.dwelling,
      nullif(lower(coalesce(p.language, '')), '') as language, m.promised_at as "promisedAt",
      g.user_id as "with"
    from (${currentRounds({ council }, { at })}) r
    join members m on m.council = ${council} and m.round = r.id
    join people p on p.council = m.council and p.id = m.subject
    left join places s on s.council = m.council and s.id = m.place
    left join call_shares g on g.council = m.council and g.member = m.id
      and g.until > ${new Date(now)}
    where m.kind = 'person' and ${isDue(at)} and ${mayBeRung}
    order by m.promised_at, m.state <> 'untried', coalesce(m.next_at, m.until), m.id`.execute(tx)
  return found.rows.map(row => ({ ...row, promisedAt: row.promisedAt?.getTime() ?? null }))
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

/** How many are due by the end of today, by why they are. */
export type DueCounts = {
  readonly promised: number
  readonly first: number
  readonly again: number
  readonly runOut: number
}

export async function countDue(tx: Tx, council: string, now: number): Promise<DueCounts> {
  const at = new Date(endOfDay(now))
  const found = await sql<DueCounts>`
    select count(*) filter (where m.promised_at is not null) as promised,
      count(*) filter (where m.promised_at is null and m.state = 'untried') as first,
      count(*) filter (where m.promised_at is null and m.state = 'tried') as again,
      count(*) filter (where m.promised_at is null and m.state = 'reached') as "runOut"
    from (${currentRounds({ council }, { at })}) r
    join members m on m.council = ${council} and m.round = r.id
    where m.kind = 'person' and ${isDue(at)} and ${mayBeRung}`.execute(tx)
  return found.rows[0] ?? { promised: 0, first: 0, again: 0, runOut: 0 }
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
  const at = new Date(endOfDay(now))
  const found = await sql<CallerNow>`
    select c.user_id as user, coalesce(u.name, '') as name, c.room, c.languages,
      c.starts_at as "startsAt", c.ends_at as "endsAt", c.shared_at as "sharedAt",
      count(g.member) as given, count(m.id) filter (where ${isDue(at)} and ${mayBeRung}) as open
    from call_callers c
    left join users u on u.council = c.council and u.id = c.user_id
    left join call_shares g on g.council = c.council and g.user_id = c.user_id
    left join members m on m.council = g.council and m.id = g.member
    where c.council = ${council}
    group by c.user_id, u.name, c.room, c.languages, c.starts_at, c.ends_at, c.shared_at
    order by u.name, c.user_id`.execute(tx)
  return found.rows
}
