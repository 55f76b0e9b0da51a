// When does a question climb by itself, and when is its answer late? From its row alone.
import { above, answerMs, type ClimbReason, type Level, type Urgency } from './terms.ts'

/** Times in milliseconds since 1970 UTC. */
export type Clock = {
  readonly level: Level
  readonly urgency: Urgency
  /** Since when it is at this level. */
  readonly since: number
  readonly isTaken: boolean
}

/** By then somebody has it in hand; by then it is answered. */
export function takeBy({ since, urgency }: Clock): number {
  return since + answerMs[urgency] / 2
}

export function answerBy({ since, urgency }: Clock): number {
  return since + answerMs[urgency]
}

/** What is due next. */
export function dueAt(clock: Clock): number {
  return clock.isTaken ? answerBy(clock) : takeBy(clock)
}

/** Undefined while it is not late, and at the top: there it stays, and is late. */
export function climbsNow(clock: Clock, now: number): ClimbReason | undefined {
  if (now < dueAt(clock) || above(clock.level) === undefined) return undefined
  return clock.isTaken ? 'late' : 'unowned'
}
