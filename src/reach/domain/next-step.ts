// What happens next for this member, and when? Nobody is without a next step.
import type { CoreOutcome, HazardPack, StepName } from '../../hazards/domain/index.ts'
import { dayMs, hourMs, minuteMs } from '../../kernel/clock.ts'
import { meanings } from './outcomes.ts'

export type NextStep = {
  readonly step: StepName
  /** Milliseconds since 1970 UTC; null when there is nothing left to do in this round. */
  readonly at: number | null
}

export type History = {
  /** Attempts in this round, the one being recorded included. */
  readonly attempts: number
  /** Phones that may still be rung after this attempt. */
  readonly phonesLeft: number
  readonly mayRing: boolean
  readonly promisedAt: number | null
}

/** The step for somebody who has not been tried: ring, or the door if there is no phone. */
export function firstStep(pack: HazardPack, canRing: boolean, now: number): NextStep {
  return { step: canRing ? 'ring' : pack.ladder.noPhone, at: now }
}

/** A promise outranks the ladder; the ladder ends at the door, never in silence. */
export function nextStep(
  pack: HazardPack,
  outcome: CoreOutcome,
  { history, now }: { readonly history: History; readonly now: number },
): NextStep {
  const { ladder } = pack
  const isOver = meanings[outcome].bucket === 'excused'
  if (history.promisedAt !== null && !isOver) return { step: 'ring', at: history.promisedAt }
  const { step, afterMinutes, otherPartOfDay } = ladder.steps[outcome]
  if (meanings[outcome].bucket !== 'tried')
    return outcome === 'skipped' ? again(now) : at(step, now)
  if (!history.mayRing || history.phonesLeft === 0) return { step: ladder.noPhone, at: now }
  const isUsedUp = history.attempts >= ladder.attemptsMax && !goesOn.includes(outcome)
  if (isUsedUp) return { step: ladder.afterAttempts, at: now + dayMs }
  const after = now + afterMinutes * minuteMs
  return { step, at: otherPartOfDay ? atOtherPart(now, after) : after }
}

/** Asked for, or a number still to try: neither ends at the limit of tries. */
const goesOn: readonly CoreOutcome[] = ['call_back_later', 'wrong_number']

function at(step: StepName, now: number): NextStep {
  return { step, at: step === 'none' ? null : now }
}

/** Put back, not rung: back in the queue behind the others. */
function again(now: number): NextStep {
  return { step: 'ring', at: now + 15 * minuteMs }
}

const partHours = 4

/** Not before `after`, and not within the four hours of the day that were just tried. */
function atOtherPart(now: number, after: number): number {
  return Math.max(after, now + partHours * hourMs)
}
