// Which calls are due today, why, and with whom are they? Counted and listed by one statement.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { dueRounds, isToBeRung } from './calls-due.ts'

export const dueKinds = ['promised', 'first', 'again', 'runOut'] as const
export type DueKind = (typeof dueKinds)[number]

/** When a promised call is to be made; `late` is past it already. */
export const dueParts = ['late', 'morning', 'afternoon', 'evening'] as const
export type DuePart = (typeof dueParts)[number]

/** So long after the time that was promised, a promise counts as missed. */
const lateMs = 15 * minuteMs

export type DueAsked = {
  readonly kind?: DueKind | undefined
  readonly part?: DuePart | undefined
  /** Given to this caller by the last sharing. */
  readonly caller?: Id | undefined
}

export type DueCount = {
  readonly kind: DueKind
  readonly part: DuePart | null
  /** Somebody was given it, and their hours still last. */
  readonly isGiven: boolean
  readonly n: number
}

export async function countDueCalls(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<readonly DueCount[]> {
  if (!scope.everywhere) return []
  const found = await sql<DueCount>`
    select d.kind, d.part, d.caller is not null as "isGiven", count(*)::int as n
    from (${dueMembers(scope, now)}) d group by 1, 2, 3`.execute(tx)
  return found.rows
}

export type DueCall = {
  readonly member: Id
  readonly person: Id
  readonly name: string
  readonly street: string | null
  readonly village: string | null
  readonly kind: DueKind
  readonly part: DuePart | null
  /** Of a promise, its time; else since when they wait. */
  readonly at: Date
  readonly givenTo: string | null
  readonly campaign: string
}

export const dueCallsMax = 500

/** Promises by their time, then never tried, then who waits longest. */
export async function dueCalls(
  tx: Tx,
  scope: Scope,
  { now, ...asked }: DueAsked & { readonly now: number },
): Promise<{ readonly total: number; readonly rows: readonly DueCall[] }> {
  if (!scope.everywhere) return { total: 0, rows: [] }
  const found = await sql<DueCall & { total: number }>`
    select d.id as member, p.id as person, coalesce(p.name, '') as name,
      case when s.kind = 'street' then s.name end as street, v.name as village,
      d.kind, d.part, d.at, u.name as "givenTo", coalesce(c.title, '') as campaign,
      count(*) over ()::int as total
    from (${dueMembers(scope, now)}) d
    join people p on p.council = ${scope.council} and p.id = d.subject
    join campaigns c on c.council = ${scope.council} and c.id = d.campaign
    left join users u on u.council = ${scope.council} and u.id = d.caller
    left join places s on s.council = ${scope.council} and s.id = d.place
    left join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    where ${narrowed(asked)}
    order by array_position(${[...dueKinds]}::text[], d.kind), d.at, d.id
    limit ${dueCallsMax}`.execute(tx)
  return { total: found.rows[0]?.total ?? 0, rows: found.rows }
}

function narrowed({ kind, part, caller }: DueAsked): RawBuilder<unknown> {
  const all = [
    sql`true`,
    ...(kind ? [sql`d.kind = ${kind}`] : []),
    ...(part ? [sql`d.part = ${part}`] : []),
    ...(caller ? [sql`d.caller = ${caller}`] : []),
  ]
  return sql.join(all, sql` and `)
}

function dueMembers({ council }: Scope, now: number): RawBuilder<unknown> {
  return sql`select m.id, m.subject, m.place, m.campaign, g.user_id as caller,
      case when m.promised_at is not null then 'promised' when m.state = 'untried' then 'first'
        when m.state = 'tried' then 'again' else 'runOut' end as kind,
      ${partOf(now)} as part,
      coalesce(m.promised_at, m.next_at, m.until) as at
    from (${dueRounds(council, now)}) r
    join members m on m.council = ${council} and m.round = r.id
    left join call_shares g on g.council = m.council and g.member = m.id
      and g.until > ${new Date(now)}
    where m.kind = 'person' and ${isToBeRung(now)}`
}

function partOf(now: number): RawBuilder<unknown> {
  const hour = sql`extract(hour from m.promised_at at time zone 'Europe/London')`
  return sql`case when m.promised_at is null then null
    when m.promised_at <= ${new Date(now - lateMs)} then 'late'
    when ${hour} < 12 then 'morning' when ${hour} < 17 then 'afternoon' else 'evening' end`
}
