// Who of a village could be asked for its jobs, and how much did each do lately?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Volunteer, volunteersWithin } from '../../volunteers/index.ts'
import type { Helper, OpenJob } from '../domain/match.ts'
import { candidate, heldBy, villageOf } from './candidates.ts'
import { nowhere, waitingIn, waitingJob, wheresOf } from './match-jobs.ts'

/** Whoever did much in so many days is asked later than others. */
const latelyMs = 28 * dayMs

export type Matching = {
  readonly jobs: readonly OpenJob[]
  readonly helpers: readonly Helper[]
  readonly names: ReadonlyMap<Id, string>
}

type OfVillage = { readonly village: Id; readonly now: number }

export async function matchingOf(tx: Tx, scope: Scope, asked: OfVillage): Promise<Matching> {
  const volunteers = await volunteersWithin(tx, scope, { place: asked.village, now: asked.now })
  const jobs = await waitingIn(tx, scope, { ...asked, volunteers })
  return { jobs, ...(await helpersOf(tx, scope, { volunteers, now: asked.now })) }
}

type OfJob = { readonly job: { readonly id: Id; readonly place: Id | null }; readonly now: number }

/** No job where nobody is needed any more. */
export async function matchingFor(tx: Tx, scope: Scope, { job, now }: OfJob): Promise<Matching> {
  const village = await villageOf(tx, scope.council, job.place)
  const volunteers = village ? await volunteersWithin(tx, scope, { place: village, now }) : []
  const open = await waitingJob(tx, scope, { job: job.id, now, volunteers })
  return { jobs: open ? [open] : [], ...(await helpersOf(tx, scope, { volunteers, now })) }
}

type Whom = { readonly volunteers: readonly Volunteer[]; readonly now: number }

async function helpersOf(tx: Tx, { council }: Scope, { volunteers, now }: Whom) {
  const ids = volunteers.map(({ id }) => id)
  const held = new Map((await heldBy(tx, council, { ids, now })).map(one => [one.volunteer, one]))
  const lately = await latelyOf(tx, council, { ids, now })
  const asks = await openAsksOf(tx, council, { ids, now })
  const wheres = await wheresOf(
    tx,
    council,
    volunteers.map(({ place }) => place),
  )
  const helpers = volunteers.map(one => {
    const able = candidate(one, {
      ...{ records: [], now, held: held.get(one.id) },
    })
    return {
      ...{ ...able, isKeptAway: false as const },
      where: wheres.get(one.place) ?? nowhere,
      ...{ languages: one.languages, skills: one.skills },
      ...{ jobsLately: lately.get(one.id) ?? 0, asksOpen: asks.get(one.id) ?? 0 },
    }
  })
  return { helpers, names: new Map(volunteers.map(({ id, name }) => [id, name])) }
}

type Counting = { readonly ids: readonly Id[]; readonly now: number }
type Counted = { readonly volunteer: Id; readonly count: number }

const mapOf = (rows: readonly Counted[]) => new Map(rows.map(one => [one.volunteer, one.count]))

/** Held now, or ended in the last weeks; failed ones cost the way too. */
async function latelyOf(tx: Tx, council: string, { ids, now }: Counting) {
  const found = await sql<Counted>`select w.volunteer, count(*)::int as count
    from jobs j cross join lateral unnest(array[j.volunteer, j.second]) as w(volunteer)
    where j.council = ${council} and w.volunteer = any (${[...ids]}::uuid[])
      and (j.volunteer = any (${[...ids]}::uuid[]) or j.second = any (${[...ids]}::uuid[]))
      and (j.state in ('offered', 'claimed', 'under-way')
        or j.ended_at > ${new Date(now - latelyMs)})
    group by w.volunteer`.execute(tx)
  return mapOf(found.rows)
}

async function openAsksOf(tx: Tx, council: string, { ids, now }: Counting) {
  const found = await sql<Counted>`select a.volunteer, count(*)::int as count
    from job_asks a join jobs j on j.council = a.council and j.id = a.job
    where a.council = ${council} and a.volunteer = any (${[...ids]}::uuid[])
      and a.answer is null and a.until_at > ${new Date(now)}
      and j.state in ('offered', 'claimed') group by a.volunteer`.execute(tx)
  return mapOf(found.rows)
}
