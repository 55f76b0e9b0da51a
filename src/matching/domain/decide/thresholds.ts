// From which weight on is a pair the same, from which on is it worth asking, and what can be
// expected of that? Each weight stands for a probability, so their sums are the expected counts.
import { probabilityOf } from './model.ts'
import type { ScoredPairs } from './score-pairs.ts'

export type Expected = { readonly precision: number; readonly recall: number }
export type Thresholds = {
  readonly same: number
  readonly review: number
  /** At which groups are made: the best F1 that can be expected. */
  readonly best: number
}

const samePrecision = 0.9995
const sameProbability = 0.998
/** Asked about are so many of the expected pairs; never one in 25, always one in four. */
const reviewRecall = 0.99
const reviewProbability = { least: 0.04, always: 0.25 }
/** Where all pairs lie far above, any threshold below them is as good; groups are held to this. */
const bestMost = 10
export const binsPerBit = 16
const lowest = -16
const highest = 128

export type Distribution = { readonly pairs: Float64Array; readonly total: number }

export function distributionOf({ weights, length }: ScoredPairs): Distribution {
  const pairs = new Float64Array((highest - lowest) * binsPerBit)
  let total = 0
  for (let p = 0; p < length; p++) {
    const weight = weights[p] as number
    const bin = Math.floor((Math.max(lowest, Math.min(highest - 1, weight)) - lowest) * binsPerBit)
    pairs[bin] = (pairs[bin] as number) + 1
    total += probabilityOf(weight)
  }
  return { pairs, total }
}

export function thresholdsOf(distribution: Distribution): Thresholds {
  const { pairs, total } = distribution
  let [count, sum, bestF1] = [0, 0, -1]
  let [same, best] = [weightAt(sameProbability), 0]
  let review = weightAt(reviewProbability.always)
  let isSafe = true
  for (let bin = pairs.length - 1; bin >= 0; bin--) {
    const weight = lowest + bin / binsPerBit
    const likely = (pairs[bin] as number) * probabilityOf(weight)
    count += pairs[bin] as number
    sum += likely
    if (isSafe && count > 0 && sum / count < samePrecision) {
      isSafe = false
      same = Math.max(same, weight + 1 / binsPerBit)
    }
    if (sum - likely < total * reviewRecall) review = Math.min(review, weight)
    const f1 = (2 * sum) / Math.max(1e-9, count + total)
    if (f1 > bestF1 && weight >= -2) [bestF1, best] = [f1, weight]
  }
  const least = weightAt(reviewProbability.least)
  return { same, review: Math.max(review, least), best: Math.min(best, bestMost) }
}

/** Of the pairs that are joined, which are not all of those above a threshold. */
export function expectedOf(weights: Iterable<number>, { total }: Distribution): Expected {
  let [count, sum] = [0, 0]
  for (const weight of weights) {
    count += 1
    sum += probabilityOf(weight)
  }
  return { precision: count === 0 ? 1 : sum / count, recall: total === 0 ? 1 : sum / total }
}

/** Of the pairs from `threshold` on. */
export function expectedAt({ pairs, total }: Distribution, threshold: number): Expected {
  let [count, sum] = [0, 0]
  for (let bin = pairs.length - 1; bin >= 0; bin--) {
    const weight = lowest + bin / binsPerBit
    if (weight < threshold) break
    count += pairs[bin] as number
    sum += (pairs[bin] as number) * probabilityOf(weight)
  }
  return { precision: count === 0 ? 1 : sum / count, recall: total === 0 ? 1 : sum / total }
}

function weightAt(probability: number): number {
  return Math.log2(probability / (1 - probability))
}
