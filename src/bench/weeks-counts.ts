// How do the jobs of the replay stand, by the tables alone: ended with a reason, how soon, by whom,
// and was a rule broken? Plain SQL beside the product's own.
import { sql } from 'kysely'
import { dayMs } from '../kernel/clock.ts'
import type { Id } from '../kernel/ids.ts'
import { council, inTx, type Weeks } from './weeks-world.ts'

export async function waitingVillages(weeks: Weeks): Promise<readonly Id[]> {
  return inTx(weeks, async tx => {
    const found = await sql<{ id: Id }>`select distinct v.id from jobs j
      join places s on s.council = j.council and s.id = j.place
      join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
      where j.council = ${council} and j.state = 'offered' order by 1`.execute(tx)
    return found.rows.map(({ id }) => id)
  })
}

export type Due = { readonly job: Id }

export async function overdue(weeks: Weeks, days: number): Promise<readonly Due[]> {
  const before = new Date(weeks.clock.now() - days * dayMs)
  return inTx(weeks, async tx => {
    const found = await sql<Due>`select id as job from jobs
      where council = ${council} and state in ('offered', 'claimed')
        and due_at < ${before} order by due_at, id`.execute(tx)
    return found.rows
  })
}

export type Ended = {
  readonly urgency: string
  readonly state: string
  readonly count: number
  readonly reasoned: number
  readonly medianHours: number
}

export async function endedJobs(weeks: Weeks): Promise<readonly Ended[]> {
  return inTx(weeks, async tx => {
    const found = await sql<Ended>`select urgency, state, count(*)::int as count,
        count(reason)::int as reasoned,
        coalesce(percentile_cont(0.5) within group (
          order by extract(epoch from ended_at - offered_at) / 3600), 0)::float as "medianHours"
      from jobs where council = ${council} group by urgency, state order by 1, 2`.execute(tx)
    return found.rows
  })
}

/** Each rule once more, over every claim that ever was. */
export async function brokenRules(weeks: Weeks): Promise<readonly string[]> {
  const unchecked = [...weeks.helpers.values()].flatMap(one => (one.isChecked ? [] : one.id))
  return inTx(weeks, async tx => {
    const found = await sql<{ what: string }>`
      select 'one alone at a door for two: ' || j.id as what from jobs j
        where j.council = ${council} and j.people = 2 and j.begun_at is not null
          and j.second is null and j.state <> 'offered'
      union all select 'the same twice: ' || j.id from jobs j
        where j.council = ${council} and j.volunteer = j.second
      union all select 'kept from: ' || s.job from job_steps s
        join jobs j on j.council = s.council and j.id = s.job
        join volunteers v on v.council = s.council and v.id in (s.volunteer, s.second)
        where s.council = ${council} and j.person = any (v.kept_from)
      union all select 'not checked: ' || s.job from job_steps s
        join jobs j on j.council = s.council and j.id = s.job
        join volunteers v on v.council = s.council and v.id in (s.volunteer, s.second)
        where s.council = ${council} and j.vetting = 'basic'
          and v.id = any (${unchecked}::uuid[])
      union all select 'too many: ' || w.id from (select v.id from volunteers v
          join jobs j on j.council = v.council and v.id in (j.volunteer, j.second)
            and j.state in ('offered', 'claimed', 'under-way')
          where v.council = ${council} group by v.id, v.jobs_max
          having count(*) > v.jobs_max) w`.execute(tx)
    return found.rows.map(({ what }) => what)
  })
}

export type Used = { readonly used: number; readonly most: number }

/** Volunteers with a job that they did or tried in the four weeks before. */
export async function usedLately(weeks: Weeks): Promise<Used> {
  const since = new Date(weeks.clock.now() - 28 * dayMs)
  return inTx(weeks, async tx => {
    const found = await sql<Used>`select count(*)::int as used, coalesce(max(n), 0)::int as most
      from (select w.id, count(*) as n from jobs j
        cross join lateral unnest(array[j.volunteer, j.second]) as w(id)
        where j.council = ${council} and w.id is not null and j.state in ('done', 'failed')
          and j.ended_at > ${since} group by w.id) one`.execute(tx)
    return found.rows[0] ?? { used: 0, most: 0 }
  })
}
