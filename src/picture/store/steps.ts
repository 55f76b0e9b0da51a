// How many came through each step from the list to every need met, and how fast?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { reachedBy } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import { type Step, steps } from '../domain/filter.ts'
import type { StepCount } from '../domain/model.ts'
import { membersAt, momentOf, type View } from './members-at.ts'

/** Members with the time of each step, as known by then; the columns that `isPast` reads. */
export function membersWithSteps(scope: Scope, view: View): RawBuilder<unknown> {
  const moment = momentOf(view)
  const { council } = scope
  return sql`select m.*, t.tried_at, t.spoken_at, k.person is not null as has_contact,
      n.need_at, n.met_at
    from (${membersAt(scope, view)}) m
    left join (
      select member, min(happened_at) filter (where is_attempt) as tried_at,
        min(happened_at) filter (where outcome = any (${reachedBy})) as spoken_at
      from attempts where council = ${council} and round = ${view.round}
        and recorded_at <= ${moment} group by member) t on t.member = m.id
    left join (
      select distinct person from contact_points
      where council = ${council} and added_at <= ${moment}) k on k.person = m.subject
    left join (
      select person, min(found_at) as need_at,
        case when bool_and(coalesce(met_at <= ${moment}, false)) then max(met_at) end as met_at
      from needs where council = ${council} and campaign = ${view.campaign}
        and state <> 'cancelled' and found_at <= ${moment} group by person) n
      on n.person = m.subject`
}

/** True for members who came through this step. */
export function isPast(step: Step): RawBuilder<boolean> {
  return conditions[step]
}

const conditions: Readonly<Record<Step, RawBuilder<boolean>>> = {
  listed: sql<boolean>`true`,
  contact: sql<boolean>`m.has_contact`,
  'tried-once': sql<boolean>`m.tried_at is not null`,
  reached: sql<boolean>`m.state = 'reached'`,
  asked: sql<boolean>`m.spoken_at is not null`,
  need: sql<boolean>`m.need_at is not null`,
  met: sql<boolean>`m.met_at is not null`,
}

/** From which moment to which, where a time between two steps is known. */
const spans: Partial<Record<Step, RawBuilder<unknown>>> = {
  'tried-once': sql`m.tried_at - m.joined_at`,
  reached: sql`case when m.state = 'reached' then m.spoken_at - m.tried_at end`,
  need: sql`m.need_at - m.spoken_at`,
  met: sql`m.met_at - m.need_at`,
}

export async function stepCounts(tx: Tx, scope: Scope, view: View): Promise<readonly StepCount[]> {
  const columns = steps.map(
    step => sql`count(*) filter (where ${isPast(step)})::int as ${sql.id(`n ${step}`)},
      ${within(step, 0.5)} as ${sql.id(`half ${step}`)},
      ${within(step, 0.9)} as ${sql.id(`nine ${step}`)}`,
  )
  const found = await sql<Record<string, number | null>>`
    select ${sql.join(columns)} from (${membersWithSteps(scope, view)}) m`.execute(tx)
  const row = found.rows[0] ?? {}
  return steps.map(step => ({
    step,
    n: row[`n ${step}`] ?? 0,
    halfMs: row[`half ${step}`] ?? null,
    nineMs: row[`nine ${step}`] ?? null,
  }))
}

function within(step: Step, share: number): RawBuilder<unknown> {
  const span = spans[step]
  if (!span) return sql`null::float8`
  return sql`(percentile_disc(${share}) within group (order by
    greatest(extract(epoch from ${span}), 0) * 1000) filter (where ${span} is not null))::float8`
}

export async function attemptCounts(tx: Tx, scope: Scope, view: View) {
  const found = await sql<{ attempts: number; doors: number }>`
    select count(*)::int as attempts,
      count(*) filter (where a.channel = 'doorstep')::int as doors
    from attempts a join (${membersAt(scope, view)}) m on m.id = a.member
    where a.council = ${scope.council} and a.round = ${view.round} and a.is_attempt
      and a.recorded_at <= ${momentOf(view)}`.execute(tx)
  return found.rows[0] ?? { attempts: 0, doors: 0 }
}
