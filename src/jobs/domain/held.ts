// What do decisions about one job know of it, and who holds it now?
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { JobState, Vetting } from './terms.ts'

export type JobNow = {
  readonly job: Id
  readonly kind: string
  readonly person: Id | null
  readonly place: Id | null
  readonly state: JobState
  readonly people: number
  readonly vetting: Vetting
  readonly when: Span
  readonly volunteer: Id | null
  readonly second: Id | null
  readonly claim: Id | null
  /** Milliseconds since 1970 UTC. */
  readonly claimUntil: number | null
  readonly isHome: boolean | null
  readonly isAllStopped: boolean
  /** Whoever it is for is not to be visited or was erased. */
  readonly isStopped: boolean
  /** The volunteer whom the actor is, if they are one. */
  readonly actorVolunteer: Id | null
}

/** When it can be done, from now on: milliseconds since 1970 UTC. */
export type Span = { readonly from: number; readonly until: number }

type Times = { readonly startAt: Date | null; readonly dueAt: Date }

/** One that is late already is for the day that begins now. */
export function whenOf({ startAt, dueAt }: Times, now: number): Span {
  const from = Math.max(now, startAt?.getTime() ?? now)
  return { from, until: dueAt.getTime() > from ? dueAt.getTime() : from + dayMs }
}

export const about = ({ person, place }: Pick<JobNow, 'person' | 'place'>) => ({
  subjects: person ? [person] : [],
  place,
})

export function isOver({ state }: Pick<JobNow, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'released'
}

/** One of those who said yes, and their time has not run out. */
export function isHeldBy(job: JobNow, volunteer: Id | null, now: number): boolean {
  return isHolder(job, volunteer) && !hasExpired(job, now)
}

export function isHolder({ volunteer, second }: JobNow, one: Id | null): boolean {
  return one !== null && (volunteer === one || second === one)
}

/** Nobody set out in time. Whoever is on the way keeps it. */
export function hasExpired(
  { state, claimUntil }: Pick<JobNow, 'state' | 'claimUntil'>,
  now: number,
): boolean {
  return (state === 'offered' || state === 'claimed') && claimUntil !== null && now >= claimUntil
}
