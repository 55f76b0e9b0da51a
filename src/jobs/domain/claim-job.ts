// Somebody says yes to a job: one alone, or two for a door that does not open for one.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Availability, isFreeWithin } from '../../volunteers/domain/index.ts'
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
  /** Said yes to within seven days; null: as many as they like. */
  readonly jobsThisWeek: number
  readonly jobsAWeek: number | null
  readonly availability: Availability
}

/** What of a job decides who can take it. */
export type Wanted = Pick<JobNow, 'kind' | 'vetting' | 'when'>

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

/** Could they be asked at all? Not while they are away. Hours and limits are theirs to stretch. */
export function fits(job: Wanted, one: Candidate): boolean {
  return unfit(job, one, false) === undefined
}

/** Are they free for it, and within what they want to do? For offers that nobody spoke about. */
export function canTake(job: Wanted, one: Candidate): boolean {
  return unfit(job, one, true) === undefined
}

/** Why this one may not do it. Hours and limits bind where nobody spoke with them. */
export function unfit(job: Wanted, one: Candidate, isOwn: boolean): Refusal | undefined {
  const { training, safely } = getJobKind(job.kind)
  const { availability } = one
  if (one.isKeptAway) return isOwn ? refuse('not-found') : refuse('not-fit', { volunteer: 'kept' })
  if (!one.mayWork) return refuse('resting')
  if (!hasVetting(one.vetting, job.vetting)) return refuse('not-fit', { volunteer: 'vetting' })
  if (training.some(item => !one.training.includes(item))) {
    return refuse('not-fit', { volunteer: 'training' })
  }
  if (!hasVehicle(one.transport, safely.vehicle)) return refuse('not-fit', { volunteer: 'vehicle' })
  const asked = isOwn ? availability : { ...availability, hours: [] }
  if (!isFreeWithin(asked, job.when)) return refuse('resting')
  return isOwn && roomOf(one) <= 0 ? refuse('jobs-full') : undefined
}

type Load = Pick<Candidate, 'jobsHeld' | 'jobsMax' | 'jobsThisWeek' | 'jobsAWeek'>

/** How many more they want now. */
export function roomOf({ jobsHeld, jobsMax, jobsThisWeek, jobsAWeek }: Load): number {
  const ofWeek = jobsAWeek === null ? jobsMax : jobsAWeek - jobsThisWeek
  return Math.min(jobsMax - jobsHeld, ofWeek)
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
