// At which levels do two records agree, field by field, whatever that weighs?
import type { Comparison } from '../compare/comparison.ts'
import { type Places, placesOf } from './places.ts'
import type { Pair } from './scorer.ts'
import { markSwapped } from './swapped.ts'

export const unknown = -1

export type Sight = {
  /** Of the last pair that was looked at. */
  readonly levels: Int8Array
  readonly comparisons: readonly Comparison[]
  readonly places: Places
  readonly hasNames: boolean
}

export function sightOf(comparisons: readonly Comparison[]): Sight {
  const places = placesOf(comparisons)
  return {
    levels: new Int8Array(comparisons.length),
    comparisons,
    places,
    hasNames: places.given >= 0 && places.family >= 0,
  }
}

export function look(sight: Sight, pair: Pair): Int8Array {
  const { levels, comparisons } = sight
  const { rowsA, atA, rowsB, atB } = pair
  for (let k = 0; k < levels.length; k++) {
    const a = rowsA[atA + k] as number
    const b = rowsB[atB + k] as number
    levels[k] = a < 0 || b < 0 ? unknown : (comparisons[k] as Comparison).compare(a, b)
  }
  if (sight.hasNames) markSwapped(sight, pair)
  return levels
}

/** Of two records of one list. */
export function lookerOf(
  comparisons: readonly Comparison[],
  { rows, width }: { readonly rows: Int32Array; readonly width: number },
): (a: number, b: number) => Int8Array {
  const sight = sightOf(comparisons)
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  return (a, b) => {
    pair.atA = a * width
    pair.atB = b * width
    return look(sight, pair)
  }
}
