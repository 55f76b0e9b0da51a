// Who is due a call by the end of today, in campaigns that are under way, and why?
import { type RawBuilder, sql } from 'kysely'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import type { Tx } from '../../store/open.ts'
import type { Due, Workable } from '../domain/sharing/terms.ts'
import { currentRounds, isForAnybody, mayWork } from './current-rounds.ts'
import { isDue, mayBeRung, phonesWork } from './lines.ts'

/** The last moment of a day in London. */
export function endOfDay(now: number): number {
  return londonInstant(londonDate(londonInstant(londonDate(now), 12 * 60) + dayMs), 0) - 1
}

/** Of campaigns that are under way at some time of the rest of this day. */
export function dueRounds(council: string, now: number) {
  return currentRounds({ council }, { at: new Date(now), by: new Date(endOfDay(now)) })
}

/** Of a member `m`: their time comes today, and a phone of theirs works where they live. */
export function isToBeRung(now: number): RawBuilder<boolean> {
  const by = new Date(endOfDay(now))
  return sql<boolean>`(${isDue(by)} and ${mayBeRung} and ${phonesWork(new Date(now))})`
}

/** The same, and their campaign is under way. */
export function isDueToday(council: string, now: number): RawBuilder<boolean> {
  return sql<boolean>`(m.round in (${dueRounds(council, now)}) and ${isToBeRung(now)})`
}

type DueRow = Omit<Due, 'promisedAt' | 'campaign'> & {
  readonly campaign: Id
  readonly promisedAt: Date | null
}

/** Promises first, then never tried, then who waits longest. */
export async function callsDue(tx: Tx, council: string, now: number): Promise<readonly Due[]> {
  const workable = await workableNow(tx, council, now)
  const found = await sql<DueRow>`
    select m.id as member, m.campaign, coalesce(s.path, '{}') as path, p.dwelling,
      nullif(lower(coalesce(p.language, '')), '') as language, m.promised_at as "promisedAt",
      g.user_id as "with"
    from (${dueRounds(council, now)}) r
    join members m on m.council = ${council} and m.round = r.id
    join people p on p.council = m.council and p.id = m.subject
    left join places s on s.council = m.council and s.id = m.place
    left join call_shares g on g.council = m.council and g.member = m.id
      and g.until > ${new Date(now)}
    where m.kind = 'person' and ${isToBeRung(now)}
    order by m.promised_at, m.state <> 'untried', coalesce(m.next_at, m.until), m.id`.execute(tx)
  return found.rows.flatMap(({ campaign, promisedAt, ...row }) => {
    const of = workable.get(campaign)
    return of ? [{ ...row, campaign: of, promisedAt: promisedAt?.getTime() ?? null }] : []
  })
}

type WorkableRow = {
  readonly id: Id
  readonly workers: readonly Id[] | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

/** Whose work each open campaign is. */
async function workableNow(
  tx: Tx,
  council: string,
  now: number,
): Promise<ReadonlyMap<Id, Workable>> {
  const found = await sql<WorkableRow>`
    select c.id, c.starts_at as "startsAt", c.ends_at as "endsAt",
      case when not ${isForAnybody} then array(select u.id from users u
        where u.council = c.council and ${mayWork(sql`u.id`, new Date(now))}) end as workers
    from campaigns c where c.council = ${council} and c.closed_at is null`.execute(tx)
  return new Map(
    found.rows.map(({ id, workers, startsAt, endsAt }) => {
      const dates = { startsAt: startsAt?.getTime() ?? null, endsAt: endsAt?.getTime() ?? null }
      return [id, { workers: workers && new Set(workers), ...dates }]
    }),
  )
}

/** How many are due by the end of today, by why they are. */
export type DueCounts = {
  readonly promised: number
  readonly first: number
  readonly again: number
  readonly runOut: number
}

export async function countDue(tx: Tx, council: string, now: number): Promise<DueCounts> {
  const found = await sql<DueCounts>`
    select count(*) filter (where m.promised_at is not null) as promised,
      count(*) filter (where m.promised_at is null and m.state = 'untried') as first,
      count(*) filter (where m.promised_at is null and m.state = 'tried') as again,
      count(*) filter (where m.promised_at is null
        and m.state in ('reached', 'excused')) as "runOut"
    from (${dueRounds(council, now)}) r
    join members m on m.council = ${council} and m.round = r.id
    where m.kind = 'person' and ${isToBeRung(now)}`.execute(tx)
  return found.rows[0] ?? { promised: 0, first: 0, again: 0, runOut: 0 }
}
