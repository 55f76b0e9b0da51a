// The words of passing a question up: its levels, how soon an answer is owed, and its decisions.
import { hourMs } from '../../kernel/clock.ts'

/** From the village to the top. */
export const levels = ['councillor', 'officer', 'director'] as const
export type Level = (typeof levels)[number]

export const urgencies = ['within-the-hour', 'today', 'tomorrow'] as const
export type Urgency = (typeof urgencies)[number]

/** At each level anew: so long until an answer is owed. Half of it until somebody has it. */
export const answerMs: Readonly<Record<Urgency, number>> = {
  'within-the-hour': hourMs,
  today: 4 * hourMs,
  tomorrow: 24 * hourMs,
}

export const subjectKinds = ['person', 'place'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const decisions = ['yes', 'no', 'other'] as const
export type Decided = (typeof decisions)[number]

/** Why it climbed: nobody had it in time, no answer in time, or somebody passed it up. */
export const climbReasons = ['unowned', 'late', 'passed-up'] as const
export type ClimbReason = (typeof climbReasons)[number]

export const questionLettersMax = 1_000

export function rankOf(level: Level): number {
  return levels.indexOf(level)
}

/** Nothing above the director. */
export function above(level: Level): Level | undefined {
  return levels[rankOf(level) + 1]
}
