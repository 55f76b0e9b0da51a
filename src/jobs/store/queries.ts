// Which jobs are there, who has them, and which wait too long? Whoever asks names their scope.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { JobState, MedicineCare, Size, Urgency, Vetting } from '../domain/terms.ts'

export type Job = {
  readonly id: Id
  readonly kind: string
  readonly state: JobState
  readonly urgency: Urgency
  readonly person: Id | null
  /** Empty for a job at a place, or for somebody who was erased. */
  readonly name: string
  readonly place: Id | null
  readonly placeName: string | null
  readonly village: string | null
  readonly need: Id | null
  readonly startAt: Date | null
  readonly dueAt: Date
  readonly offeredAt: Date
  readonly offeredByName: string
  readonly people: number
  readonly volunteer: Id | null
  readonly second: Id | null
  readonly claimUntil: Date | null
  readonly homeBy: Date | null
  readonly homeAt: Date | null
  readonly endedAt: Date | null
  readonly reason: string | null
}

export const shows = ['open', 'nobody', 'late', 'ended'] as const
export type Show = (typeof shows)[number]

export type Asked = {
  readonly now: number
  readonly show: Show
  readonly urgency?: Urgency | undefined
  readonly village?: Id | undefined
}

export const jobsMax = 200
const endedMs = 7 * 24 * hourMs

export async function jobsOf(
  tx: Tx,
  scope: Scope,
  asked: Asked,
): Promise<{ readonly total: number; readonly rows: readonly Job[] }> {
  const order = asked.show === 'ended' ? sql`j.ended_at desc, j.id` : sql`j.due_at, j.id`
  const found = await sql<Job & { total: number }>`
    with hits as (select j.*, count(*) over ()::int as total from jobs j
      where ${isAsked(scope, asked)} order by ${order} limit ${jobsMax})
    select ${jobRow}, j.total from hits j ${jobJoins} order by ${order}`.execute(tx)
  return { total: found.rows[0]?.total ?? 0, rows: found.rows }
}

function isAsked(scope: Scope, { now, show, urgency, village }: Asked): RawBuilder<boolean> {
  const at = new Date(now)
  const shown = {
    open: sql`${isOpen}`,
    nobody: sql`${isOpen} and ${hasNobody(at)}`,
    late: sql`${isOpen} and j.due_at < ${at}`,
    ended: sql`j.ended_at > ${new Date(now - endedMs)}`,
  }[show]
  return sql<boolean>`j.council = ${scope.council} and ${inScope(scope, 'j.place')} and ${shown}
    and ${urgency === undefined ? sql`true` : sql`j.urgency = ${urgency}`}
    and ${village === undefined ? sql`true` : lies(scope.council, village)}`
}

const isOpen = sql<boolean>`j.state in ('offered', 'claimed', 'under-way')`

/** Nobody at all, or not enough of them, or their time ran out. */
const hasNobody = (at: Date) =>
  sql<boolean>`(j.state = 'offered' or (j.state = 'claimed' and j.claim_until <= ${at}))`

const lies = (council: string, village: Id) =>
  sql<boolean>`j.place in (select id from places
    where council = ${council} and path @> array[${village}::uuid])`

const jobRow = sql`j.id, j.kind, j.state, j.urgency, r.id as person, coalesce(r.name, '') as name,
  j.place, s.name as "placeName", v.name as village, j.need, j.start_at as "startAt",
  j.due_at as "dueAt", j.offered_at as "offeredAt", coalesce(u.name, '') as "offeredByName",
  j.people, j.volunteer, j.second, j.claim_until as "claimUntil", j.home_by as "homeBy",
  j.home_at as "homeAt", j.ended_at as "endedAt", j.reason`

const jobJoins = sql`
  left join people p on p.council = j.council and p.id = j.person and p.erased_at is null
  left join people r on r.council = p.council and r.id = p.root
  left join places s on s.council = j.council and s.id = j.place
  left join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
  left join users u on u.council = j.council and u.id = j.offered_by`

export type JobCounts = {
  readonly nobody: number
  readonly takenToday: number
  readonly takenLater: number
  readonly late: number
  readonly notHome: number
  readonly byVillage: readonly { village: Id; name: string; open: number; nobody: number }[]
}

export async function countJobs(
  tx: Tx,
  scope: Scope,
  { now, endOfDay }: { readonly now: number; readonly endOfDay: number },
): Promise<JobCounts> {
  const at = new Date(now)
  const taken = sql`${isOpen} and not ${hasNobody(at)}`
  const found = await sql<Omit<JobCounts, 'byVillage'>>`select
      count(*) filter (where ${isOpen} and ${hasNobody(at)})::int as nobody,
      count(*) filter (where ${taken} and j.due_at < ${new Date(endOfDay)})::int as "takenToday",
      count(*) filter (where ${taken} and j.due_at >= ${new Date(endOfDay)})::int as "takenLater",
      count(*) filter (where ${isOpen} and j.due_at < ${at})::int as late,
      count(*) filter (where j.home_by <= ${at} and j.home_at is null)::int as "notHome"
    from jobs j where j.council = ${scope.council} and ${inScope(scope, 'j.place')}
      and (${isOpen} or (j.home_by is not null and j.home_at is null))`.execute(tx)
  const none = { nobody: 0, takenToday: 0, takenLater: 0, late: 0, notHome: 0 }
  return { ...none, ...found.rows[0], byVillage: await openByVillage(tx, scope, at) }
}

async function openByVillage(tx: Tx, scope: Scope, at: Date): Promise<JobCounts['byVillage']> {
  const found = await sql<JobCounts['byVillage'][number]>`
    select v.id as village, v.name, sum(o.open)::int as open, sum(o.nobody)::int as nobody
    from (select j.place, count(*) as open, count(*) filter (where ${hasNobody(at)}) as nobody
      from jobs j where j.council = ${scope.council} and ${isOpen}
        and ${inScope(scope, 'j.place')} group by j.place) o
    join places s on s.council = ${scope.council} and s.id = o.place
    join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    group by v.id, v.name order by 4 desc, 3 desc, v.name`.execute(tx)
  return found.rows
}

export type WholeJob = Job & {
  readonly size: Size
  readonly care: readonly MedicineCare[]
  readonly vetting: Vetting
  readonly items: string | null
  readonly from: string | null
  readonly safety: string | null
  /** The help that comes again, while it does. */
  readonly standing: Id | null
  readonly handedTo: string | null
  readonly note: string | null
}

export async function findJob(tx: Tx, scope: Scope, id: Id): Promise<WholeJob | undefined> {
  const found = await sql<WholeJob>`select ${jobRow}, j.size, j.care, j.vetting, j.items,
      j.from_where as "from", j.safety, j.handed_to as "handedTo", j.note,
      (select x.id from standing_jobs x where x.council = j.council and x.id = j.standing
        and x.ended_at is null) as standing
    from jobs j ${jobJoins}
    where j.council = ${scope.council} and j.id = ${id}
      and ${inScope(scope, 'j.place')}`.execute(tx)
  return found.rows[0]
}

/** Of whoever this record stands for; open ones first. */
export async function jobsFor(tx: Tx, scope: Scope, person: Id): Promise<readonly Job[]> {
  const found = await sql<Job>`select ${jobRow} from jobs j ${jobJoins}
    where j.council = ${scope.council} and ${inScope(scope, 'j.place')}
      and j.person in (select q.id from people o
        join people q on q.council = o.council and q.root = o.root
        where o.council = ${scope.council} and o.id = ${person})
    order by not ${isOpen}, j.ended_at desc nulls first, j.due_at, j.id limit 20`.execute(tx)
  return found.rows
}

export type JobStep = {
  readonly step: string
  readonly why: string | null
  readonly volunteer: Id | null
  readonly second: Id | null
  readonly at: Date
  /** Null when it happened by itself. */
  readonly by: string | null
}

export async function stepsOf(tx: Tx, scope: Scope, job: Id): Promise<readonly JobStep[]> {
  const found = await sql<JobStep>`select s.step, s.why, s.volunteer, s.second, s.at, u.name as by
    from job_steps s left join users u on u.council = s.council and u.id = s.by_user
    where s.council = ${scope.council} and s.job = ${job} order by s.seq desc`.execute(tx)
  return found.rows
}
