// What happens next for this member, and when? Nobody is without a next step.
import type { CoreOutcome, HazardPack, StepName } from '../../hazards/domain/index.ts'
import { dayMs, hourMs, minuteMs } from '../../kernel/clock.ts'
import { meanings } from './outcomes.ts'
import { type Works, whereItWorks } from './what-works.ts'

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
  /** They are away and back on this day: nothing is due before it, not even a promise. */
  readonly backAt?: number
  /** What was to come before this; given for somebody who still waits. */
  readonly before?: NextStep | undefined
  /** What works where they live now; without it, as far as we know everything does. */
  readonly works?: Works | undefined
}

/** The step for somebody who has not been tried: ring, or the door if there is no phone. */
export function firstStep(pack: HazardPack, canRing: boolean, now: number): NextStep {
  return { step: canRing ? 'ring' : pack.ladder.noPhone, at: now }
}

type Asked = { readonly history: History; readonly now: number }

/** Where no phone works, nobody is told to ring: what works there decides. */
export function nextStep(pack: HazardPack, outcome: CoreOutcome, asked: Asked): NextStep {
  const { works } = asked.history
  const step = stepOfLadder(pack, outcome, asked)
  return works ? whereItWorks(step, works, asked.now) : step
}

/** A promise outranks the ladder; the ladder ends at the door, never in silence. */
function stepOfLadder(pack: HazardPack, outcome: CoreOutcome, { history, now }: Asked): NextStep {
  const { ladder } = pack
  const meaning = meanings[outcome]
  if (history.backAt !== undefined) return { step: ringOr(history, ladder), at: history.backAt }
  const isOver = meaning.bucket === 'excused'
  if (history.promisedAt !== null && !isOver) return { step: 'ring', at: history.promisedAt }
  const { isAttempt, bucket } = meaning
  if (!isAttempt && history.before) return asBefore(history.before, goesOnAt(pack, outcome, now))
  const { step, afterMinutes, otherPartOfDay } = ladder.steps[outcome]
  const after = now + afterMinutes * minuteMs
  if (isAttempt && bucket !== 'tried') return { step, at: step === 'none' ? null : after }
  if (!history.mayRing || history.phonesLeft === 0) return { step: ladder.noPhone, at: now }
  if (!isAttempt) return { step: 'ring', at: goesOnAt(pack, outcome, now) }
  const isUsedUp = history.attempts >= ladder.attemptsMax && !meaning.goesOn
  if (isUsedUp) return { step: ladder.afterAttempts, at: now + dayMs }
  return { step, at: otherPartOfDay ? atOtherPart(now, after) : after }
}

function ringOr({ mayRing, phonesLeft }: History, { noPhone }: HazardPack['ladder']): StepName {
  return mayRing && phonesLeft > 0 ? 'ring' : noPhone
}

const restMinutesMin = 15

/** Put back, not rung: behind the others in the queue. A line that failed has time to mend. */
function goesOnAt({ ladder }: HazardPack, outcome: CoreOutcome, now: number): number {
  return now + Math.max(ladder.steps[outcome].afterMinutes, restMinutesMin) * minuteMs
}

/** Nothing was tried, so what was to come still comes; a ring rests a while, a promise stands. */
function asBefore(before: NextStep, notBefore: number): NextStep {
  const isRing = before.step === 'ring' || before.step === 'ring-next-number'
  return isRing ? { ...before, at: Math.max(before.at ?? 0, notBefore) } : before
}

const partHours = 4

/** Not before `after`, and not within the four hours of the day that were just tried. */
function atOtherPart(now: number, after: number): number {
  return Math.max(after, now + partHours * hourMs)
}
