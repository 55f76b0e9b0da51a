// When is a notice that did not arrive tried again, and when does nobody try any more?
import { hourMs, secondMs } from '../../kernel/clock.ts'

/** After so long without one success the subscription pauses and its administrator is told. */
export const failingMsMax = 24 * hourMs
const firstPauseMs = 5 * secondMs
const pauseMsMax = hourMs

/**
 * Twice as long after each failure, up to an hour. `chance` from 0 to 1 spreads the tries, so that
 * a receiver that comes back is not met by everybody at once.
 */
export function pauseMsAfter(tries: number, chance: number): number {
  const wholeMs = Math.min(firstPauseMs * 2 ** Math.min(tries - 1, 30), pauseMsMax)
  return Math.round(wholeMs * (0.5 + chance / 2))
}

/** What the receiver asked for counts too, within the same limit. */
export function nextPauseMs(tries: number, chance: number, askedMs = 0): number {
  return Math.max(pauseMsAfter(tries, chance), Math.min(askedMs, pauseMsMax))
}
