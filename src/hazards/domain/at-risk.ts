// Who may not be left unanswered, and after how many tries is it a concern? The pack's grounds.
import type { ConcernRule } from './concern-rule.ts'

/** What we know of somebody now. Marks and ages may be forgotten; what followed from them stays. */
export type Known = {
  readonly flags: readonly string[]
  /** What lists say that they depend on. */
  readonly marks: readonly string[]
  /** In whole years; null where no birth date is known. */
  readonly age: number | null
}
type Ground = ConcernRule['atRisk'][number]

export function isAtRisk(rule: ConcernRule, known: Known): boolean {
  return triesBeforeConcern(rule, known) !== null
}

/** The fewest that any ground allows; null for whoever is not at risk. */
export function triesBeforeConcern(rule: ConcernRule, known: Known): number | null {
  const hasFlag = rule.atRiskFlags.some(flag => known.flags.includes(flag))
  const allowed = rule.atRisk
    .filter(ground => holds(ground, known))
    .map(ground => ground.triesMax ?? rule.triesMax)
  const all = hasFlag ? [...allowed, rule.triesMax] : allowed
  return all.length === 0 ? null : Math.min(...all)
}

function holds({ marks, flags, ageFrom }: Ground, known: Known): boolean {
  const isMarked = marks?.some(mark => known.marks.includes(mark)) ?? true
  const isFlagged = flags?.some(flag => known.flags.includes(flag)) ?? true
  const isOld = ageFrom === undefined || (known.age !== null && known.age >= ageFrom)
  return isMarked && isFlagged && isOld
}
