// What would be asked in a village, if all who may were asked for what fits them best?
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { bestFor, type Helper, type OpenJob, type Suggested } from '../domain/match.ts'
import { type Left, matchVillage } from '../domain/match-village.ts'
import { matchingOf } from './match-volunteers.ts'
import { type Job, jobsOf } from './queries.ts'

export type ProposedJob = {
  readonly job: Job
  readonly asked: readonly Suggested[]
  /** Whom one might ask instead, the best first. */
  readonly others: readonly Suggested[]
}
export type LeftJob = Left & { readonly about: Job }

export type Proposed = {
  readonly given: readonly ProposedJob[]
  readonly left: readonly LeftJob[]
  readonly names: ReadonlyMap<Id, string>
  /** Jobs that wait; more than are proposed at once in the largest of places. */
  readonly waiting: number
  readonly volunteers: number
}

export async function proposalFor(
  tx: Tx,
  scope: Scope,
  asked: { readonly village: Id; readonly now: number },
): Promise<Proposed> {
  const { total, rows } = await jobsOf(tx, scope, { ...asked, show: 'nobody' })
  const { jobs, helpers, names } = await matchingOf(tx, scope, asked)
  const { given, left } = matchVillage(jobs, helpers)
  const about = new Map(rows.map(job => [job.id, job]))
  const open = new Map(jobs.map(job => [job.id, job]))
  return {
    ...{ names, waiting: total, volunteers: helpers.length },
    given: given.flatMap(one => {
      const job = about.get(one.job)
      return job ? [{ job, asked: one.asked, others: othersFor(open.get(one.job), helpers) }] : []
    }),
    left: left.flatMap(one => {
      const job = about.get(one.job)
      return job ? [{ ...one, about: job }] : []
    }),
  }
}

function othersFor(job: OpenJob | undefined, helpers: readonly Helper[]): readonly Suggested[] {
  return job ? bestFor(job, helpers).best : []
}
