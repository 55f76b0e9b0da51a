// Pairs in the order of their weight, without comparing them two by two.
import { sortByKey } from '../block/radix.ts'
import type { ScoredPairs } from './score-pairs.ts'

const steps = 4096
const most = 200

/** Places of the pairs, heaviest first; equals as they came. */
export function strongestFirst({ weights, length }: ScoredPairs): Int32Array {
  const keys = new Int32Array(length)
  for (let p = 0; p < length; p++) {
    const weight = Math.max(-most, Math.min(most, weights[p] as number))
    keys[p] = Math.round((most - weight) * steps) + 1
  }
  return sortByKey({ keys, width: 1, offset: 0, stride: 1, count: length }).records
}
