// Which candidate pairs are worth keeping, and with what weight?
import type { Heaps } from '../block/heaps.ts'
import { eachPair, type Stretch } from '../block/pairs.ts'
import type { Comparison } from '../compare/comparison.ts'
import { grown } from '../encode/texts.ts'
import type { Model } from './model.ts'
import { type Pair, scorerOf, type Uses } from './scorer.ts'

/** Pair p is the records a[p] and b[p], a before b. */
export type ScoredPairs = {
  a: Int32Array
  b: Int32Array
  weights: Float64Array
  /** Its levels are levels[p * width] and on, as whoever's model weighed it sees them. */
  levels: Int8Array
  readonly width: number
  length: number
  /** How many pairs were looked at. */
  compared: number
}

/** All that scoring needs, and nothing that a thread could not be handed. */
export type Ground = Uses & {
  readonly rows: Int32Array
  readonly width: number
  readonly lists: Uint8Array | undefined
  readonly comparisons: readonly Comparison[]
}

export function scorePairs(
  ground: Ground,
  model: Model,
  work: { heaps: Heaps; stretches: readonly Stretch[]; floor: number },
): ScoredPairs {
  const { rows, width, lists, comparisons } = ground
  const scorer = scorerOf(comparisons, model, ground)
  const kept = noPairs(width)
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  const take = (a: number, b: number) => {
    kept.compared += 1
    pair.atA = a * width
    pair.atB = b * width
    const weight = scorer.weigh(pair, work.floor)
    if (weight >= work.floor) keep(kept, { a, b, weight, levels: scorer.levels })
  }
  for (const stretch of work.stretches) eachPair(work.heaps, stretch, { lists, take })
  return kept
}

export function noPairs(width: number, room = 1024): ScoredPairs {
  const [a, b] = [new Int32Array(room), new Int32Array(room)]
  const levels = new Int8Array(room * width)
  return { a, b, weights: new Float64Array(room), levels, width, length: 0, compared: 0 }
}

type Kept = { a: number; b: number; weight: number; levels: Int8Array }

function keep(pairs: ScoredPairs, { a, b, weight, levels }: Kept): void {
  const at = pairs.length
  if (at === pairs.a.length) {
    pairs.a = grown(pairs.a, at + 1)
    pairs.b = grown(pairs.b, at + 1)
    pairs.weights = grown(pairs.weights, at + 1)
    pairs.levels = grown(pairs.levels, (at + 1) * pairs.width)
  }
  pairs.a[at] = a
  pairs.b[at] = b
  pairs.weights[at] = weight
  pairs.levels.set(levels, at * pairs.width)
  pairs.length = at + 1
}

export function levelsOf({ levels, width }: ScoredPairs, p: number): Int8Array {
  return levels.subarray(p * width, (p + 1) * width)
}
