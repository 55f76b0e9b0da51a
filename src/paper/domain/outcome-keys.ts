// Which key stands in which box? The keys of the call page; moved and died are two.
import type { CoreOutcome } from '../../hazards/domain/index.ts'

export const outcomeKeys = ['A', 'N', 'V', 'D', 'W', 'R', 'B', 'L', 'M', 'X', 'S'] as const
export type OutcomeKey = (typeof outcomeKeys)[number]

/** In the boxes of a line, column by column; S is for who types: nobody tried this one. */
export const boxKeys = ['A', 'N', 'V', 'D', 'W', 'R', 'B', 'L', 'M', 'X'] as const

/** Needs say which of two it is. */
const cores: Readonly<Record<Exclude<OutcomeKey, 'A'>, CoreOutcome>> = {
  N: 'no_answer',
  V: 'voicemail_left',
  D: 'someone_else',
  W: 'wrong_number',
  R: 'refused',
  B: 'call_back_later',
  L: 'technical_fault',
  M: 'moved_reported',
  X: 'deceased_reported',
  S: 'skipped',
}

export function coreOf(key: OutcomeKey, hasNeeds: boolean): CoreOutcome {
  if (key !== 'A') return cores[key]
  return hasNeeds ? 'spoke_complete' : 'spoke_no_help_wanted'
}

export function keyOf(text: string): OutcomeKey | undefined {
  return outcomeKeys.find(key => key === text.trim().toUpperCase())
}

/** After these somebody may have said what they need. */
export const spokenKeys: readonly OutcomeKey[] = ['A', 'D', 'B']
/** After these nobody rings, so that nothing is promised. */
export const endingKeys: readonly OutcomeKey[] = ['R', 'M', 'X']
