// How is the weighing of pairs shared out? Each thread takes the next stretch that nobody has
// taken, and the results are put together in the order of the stretches, as if one had done it all.
import type { Heaps } from '../block/heaps.ts'
import type { Stretch } from '../block/pairs.ts'
import { comparisonFrom, type Ingredient } from '../compare/recipe.ts'
import type { Model } from '../decide/model.ts'
import { noPairs, type ScoredPairs, scorePairs } from '../decide/score-pairs.ts'
import { strangersTable, type Uses } from '../decide/tables.ts'
import { shared } from './share.ts'

/** All that weighing needs, as plain data. */
export type Portion = {
  readonly ingredients: readonly Ingredient[]
  readonly ground: Uses & {
    readonly rows: Int32Array
    readonly width: number
    readonly lists: Uint8Array | undefined
  }
  readonly model: Model
  readonly heaps: Heaps
  readonly stretches: readonly Stretch[]
  readonly floor: number
  /** How many stretches are taken. */
  readonly taken: Int32Array
}
export type Done = { readonly stretch: number; readonly pairs: ScoredPairs }

/** For a few threads at once; each is handed the whole and takes what is left. */
export function shareOut(portion: Omit<Portion, 'taken'>): Portion {
  const { uses, count, rows, width, lists } = portion.ground
  const { exact } = strangersTable(portion.model, portion.ground)
  const taken = new Int32Array(new SharedArrayBuffer(4))
  return shared({ ...portion, ground: { uses, count, rows, width, lists, exact }, taken })
}

export function weighPortion(portion: Portion): Done[] {
  const { ground, model, heaps, stretches, floor, taken } = portion
  const comparisons = portion.ingredients.map(comparisonFrom)
  const done: Done[] = []
  for (;;) {
    const stretch = Atomics.add(taken, 0, 1)
    const own = stretches[stretch]
    if (!own) return done
    const work = { heaps, stretches: [own], floor }
    done.push({ stretch, pairs: trimmed(scorePairs({ ...ground, comparisons }, model, work)) })
  }
}

function trimmed(pairs: ScoredPairs): ScoredPairs {
  const { length, width } = pairs
  return {
    ...pairs,
    a: pairs.a.slice(0, length),
    b: pairs.b.slice(0, length),
    weights: pairs.weights.slice(0, length),
    levels: pairs.levels.slice(0, length * width),
  }
}

export function together(done: readonly Done[]): ScoredPairs {
  const inOrder = [...done].sort((one, other) => one.stretch - other.stretch)
  const length = inOrder.reduce((sum, { pairs }) => sum + pairs.length, 0)
  const all = noPairs(done[0]?.pairs.width ?? 0, Math.max(1, length))
  for (const { pairs } of inOrder) {
    all.a.set(pairs.a, all.length)
    all.b.set(pairs.b, all.length)
    all.weights.set(pairs.weights, all.length)
    all.levels.set(pairs.levels, all.length * all.width)
    all.length += pairs.length
    all.compared += pairs.compared
  }
  return all
}
