// The words of problems: their kinds, how long until somebody has one, and when an answer is owed.
import { hourMs } from '../../kernel/clock.ts'

export const problemKinds = [
  'supply',
  'shop',
  'transport',
  'power',
  'phone',
  'road',
  'other',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** Told or opened again: so long until somebody has it. */
export const takeMs = 4 * hourMs

export const withins = ['today', 'tomorrow', 'three-days'] as const
export type Within = (typeof withins)[number]

/** Chosen by whoever takes it: so long until the answer is owed. */
export const answerMs: Readonly<Record<Within, number>> = {
  today: 4 * hourMs,
  tomorrow: 24 * hourMs,
  'three-days': 72 * hourMs,
}

export const problemLettersMax = 500
