// What follows an outcome where a pack says nothing of its own?
import type { CoreOutcome, StepName } from './terms.ts'

export type LadderStep = {
  readonly step: StepName
  readonly afterMinutes: number
  /** Ring at another part of the day than last time. */
  readonly otherPartOfDay: boolean
}

const over: LadderStep = { step: 'none', afterMinutes: 0, otherPartOfDay: false }
const officer: LadderStep = { ...over, step: 'officer' }
const ring = (afterMinutes: number): LadderStep => ({ ...over, step: 'ring', afterMinutes })
const ringAtOtherPart = (afterMinutes: number): LadderStep => {
  return { step: 'ring', afterMinutes, otherPartOfDay: true }
}

/** After reference/community-response §5.2. Whoever is away is rung when they are back. */
export const usualSteps: Readonly<Record<CoreOutcome, LadderStep>> = {
  spoke_complete: over,
  spoke_no_help_wanted: over,
  refused: { ...over, step: 'letter', afterMinutes: 1_440 },
  call_back_later: ring(1_440),
  interrupted: ring(30),
  voicemail_left: ringAtOtherPart(1_080),
  no_answer: ringAtOtherPart(240),
  wrong_number: { ...over, step: 'ring-next-number' },
  technical_fault: ring(60),
  skipped: ring(0),
  deceased_reported: officer,
  moved_reported: officer,
  someone_else: ringAtOtherPart(240),
  seen_not_spoken_to: ring(240),
  carer_answered: ring(240),
  in_hospital: ring(0),
  in_care_home: ring(0),
  away_until: ring(0),
  empty_home: over,
  staying: over,
  gone_to: over,
  refuses_to_leave: over,
  could_not_approach: ring(60),
  supply_off: over,
  supply_on: over,
  leaflet_only: ringAtOtherPart(240),
  interpreter_needed: ring(60),
}
