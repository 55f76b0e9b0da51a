// They rang us: what does that leave to do? It is no try of ours, so the ladder stays where it was.
import type { CoreOutcome, HazardPack } from '../../hazards/domain/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { NextStep } from './next-step.ts'
import { type Meaning, meanings } from './outcomes.ts'

/** Whom we spoke to was reached, whoever rang. A call that came to nothing was not our try. */
export function meaningOfTheirCall(outcome: CoreOutcome): Meaning {
  const meaning = meanings[outcome]
  return meaning.bucket === 'tried' ? { ...meaning, isAttempt: false, bucket: null } : meaning
}

type Left = {
  readonly promisedAt: number | null
  readonly canRing: boolean
  readonly before: NextStep
}

/** A promise outranks all; whoever was cut off is rung back; else what was to come still comes. */
export function nextAfterTheirCall(
  pack: HazardPack,
  outcome: CoreOutcome,
  { left, now }: { readonly left: Left; readonly now: number },
): NextStep {
  if (left.promisedAt !== null) return { step: 'ring', at: left.promisedAt }
  if (outcome !== 'interrupted' || !left.canRing) return left.before
  return { step: 'ring', at: now + pack.ladder.steps.interrupted.afterMinutes * minuteMs }
}
