// Somebody says yes to a job: one alone, or two for a door that does not open for one.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { jobClaimed, jobGivenBack } from './events.ts'
import { about, hasExpired, isOver, type JobNow } from './held.ts'
import { getJobKind } from './kinds.ts'
import { hasVetting, type Vetting } from './terms.ts'

/** What is known of somebody who would do it. */
export type Candidate = {
  readonly volunteer: Id
  readonly mayWork: boolean
  readonly vetting: Vetting
  readonly training: readonly string[]
  readonly transport: readonly string[]
  /** They are not to meet: never said to whom it concerns. */
  readonly isKeptAway: boolean
  readonly jobsHeld: number
  readonly jobsMax: number
}

export type Claiming = JobNow & {
  readonly first: Candidate | undefined
  readonly other: Candidate | undefined
}

export const ClaimJob = z.strictObject({ job: z.uuid() })
export type ClaimJob = z.infer<typeof ClaimJob>

/** A volunteer for themselves. */
export const claimJob: Command<ClaimJob, Claiming> = command({
  name: 'jobs.claim-job',
  input: ClaimJob,
  may: 'jobs.do',
  decide(state, _input, context) {
    return claim(state, { ...context, isOwn: true })
  },
})

export const GiveJob = z.strictObject({
  job: z.uuid(),
  volunteer: z.uuid(),
  second: z.uuid().nullable(),
})
export type GiveJob = z.infer<typeof GiveJob>

/** Whoever manages jobs, for volunteers who said yes by phone. */
export const giveJob: Command<GiveJob, Claiming> = command({
  name: 'jobs.give-job',
  input: GiveJob,
  may: 'jobs.manage',
  decide(state, _input, context) {
    return claim(state, { ...context, isOwn: false })
  },
})

type Claimed = { readonly now: number; readonly isOwn: boolean; newId(): Id }

function claim(state: Claiming, { now, isOwn, newId }: Claimed) {
  if (isOver(state)) return refuse('already-done')
  if (state.isAllStopped) return refuse('all-stopped')
  if (state.isStopped) return refuse('stopped')
  const { first, other } = state
  if (!first) return refuse('not-found')
  const isFree = state.volunteer === null || hasExpired(state, now)
  // One of two is there: whoever comes now makes the pair whole.
  const joins = !isFree && state.state === 'offered' && state.people === 2
  if (!isFree && !joins) return refuse('already-taken')
  if (joins && other) return refuse('already-taken')
  if (joins && state.volunteer === first.volunteer) return refuse('already-done')
  const problem = [first, other].map(one => one && unfit(state, one, isOwn)).find(Boolean)
  if (problem) return problem
  const pair = joins ? [state.volunteer ?? '', first.volunteer] : idsOf(first, other)
  return saidYes(state, { pair, now, newId, isFreed: isFree && state.volunteer !== null })
}

function idsOf(first: Candidate, other: Candidate | undefined): readonly Id[] {
  if (!other || other.volunteer === first.volunteer) return [first.volunteer]
  return [first.volunteer, other.volunteer]
}

/** Could they be asked at all? Limits aside: those are theirs to stretch. */
export function fits(job: Pick<JobNow, 'kind' | 'vetting'>, one: Candidate): boolean {
  return unfit(job, one, false) === undefined
}

/** Why this one may not do it. Limits are for people who help themselves to jobs. */
export function unfit(
  state: Pick<JobNow, 'kind' | 'vetting'>,
  one: Candidate,
  isOwn: boolean,
): Refusal | undefined {
  const { training, safely } = getJobKind(state.kind)
  if (one.isKeptAway) return isOwn ? refuse('not-found') : refuse('not-fit', { volunteer: 'kept' })
  if (!one.mayWork) return refuse('resting')
  if (!hasVetting(one.vetting, state.vetting)) return refuse('not-fit', { volunteer: 'vetting' })
  if (training.some(item => !one.training.includes(item))) {
    return refuse('not-fit', { volunteer: 'training' })
  }
  if (!hasVehicle(one.transport, safely.vehicle)) return refuse('not-fit', { volunteer: 'vehicle' })
  if (isOwn && one.jobsHeld >= one.jobsMax) return refuse('jobs-full')
  return undefined
}

/** A 4x4 and a van go wherever a car does. */
function hasVehicle(own: readonly string[], needed: string): boolean {
  if (needed === 'none') return true
  if (needed === 'car') return ['car', 'van', '4x4'].some(one => own.includes(one))
  return own.includes(needed)
}

type Yes = {
  readonly pair: readonly Id[]
  readonly now: number
  readonly isFreed: boolean
  newId(): Id
}

function saidYes(state: Claiming, { pair, now, isFreed, newId }: Yes) {
  const { job, people } = state
  const [volunteer = '', second = null] = people === 2 ? pair : pair.slice(0, 1)
  const isWhole = people === 1 || second !== null
  const until = now + getJobKind(state.kind).claimHours * hourMs
  const claimed = jobClaimed({
    ...about(state),
    body: { job, claim: newId(), volunteer, second, isWhole, until },
  })
  if (!isFreed) return decided([claimed], { isWhole })
  const body = { job, claim: state.claim ?? job, reason: 'expired' as const }
  return decided([jobGivenBack({ ...about(state), body }), claimed], { isWhole })
}
