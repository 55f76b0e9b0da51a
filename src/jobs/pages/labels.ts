// What is a job called, and in what state is it for whoever reads a list?
import type { Id } from '../../kernel/ids.ts'
import { findJobKind } from '../domain/kinds.ts'
import type { Job } from '../store/queries.ts'
import type { jobStrings } from './strings.ts'

export function jobLabel(kind: string): string {
  return findJobKind(kind)?.label ?? kind
}

type Words = ReturnType<typeof jobStrings>
export type Names = ReadonlyMap<Id, string>

/** Whom it is for: a person by name, else the place. */
export function whomFor(t: Words, job: Pick<Job, 'person' | 'name' | 'placeName'>): string {
  if (job.person !== null) return job.name || t.erased
  return job.placeName ?? t.somewhere
}

export function whoHas(
  t: Words,
  { volunteer, second }: Pick<Job, 'volunteer' | 'second'>,
  names: Names,
): string {
  return [volunteer, second].flatMap(id => (id ? [names.get(id) || t.whoLeft] : [])).join(', ')
}

/** A claim that ran out is no claim, whether or not it was cleared yet. */
export function stateShown(t: Words, job: Job, now: number): string {
  if (job.state === 'offered' && job.volunteer && isRunning(job, now)) return t.half
  if (job.state === 'claimed' && !isRunning(job, now)) return t.states.offered
  return t.states[job.state]
}

export function hasNobody(job: Job, now: number): boolean {
  return job.state === 'offered' || (job.state === 'claimed' && !isRunning(job, now))
}

export function isRunning({ claimUntil }: Pick<Job, 'claimUntil'>, now: number): boolean {
  return claimUntil !== null && now < claimUntil.getTime()
}

export function isLate({ endedAt, dueAt }: Pick<Job, 'endedAt' | 'dueAt'>, now: number): boolean {
  return endedAt === null && dueAt.getTime() < now
}
