// In which order are the doors walked? Fixed or free ends, there and back or one way.
import { assert } from '../../../kernel/assert.ts'
import { chanceOf } from '../chance.ts'
import type { Budget, Matrix } from '../terms.ts'
import { shortened } from './perturb.ts'

export const stopsMax = 500

export type Walk = {
  /** Metres from door to door; as far back as forth. */
  readonly metres: Matrix
  /** Where it begins, as a row of `metres`; free where nothing is said. */
  readonly start?: number
  /** Where it ends, of a walk one way; free where nothing is said. */
  readonly end?: number
  /** Back to where it began. */
  readonly isClosed: boolean
}

export type Walked = {
  /** Each row of `metres` once, in the order of the walk. */
  readonly order: readonly number[]
  /** With the way back, where it is closed. */
  readonly metres: number
  readonly tries: number
}

export type Search = { readonly budget: Budget; readonly seed: number }

export function orderDoors(walk: Walk, { budget, seed }: Search): Walked {
  const { size } = walk.metres
  assert(size <= stopsMax, `a walk has at most ${stopsMax} stops`)
  for (const own of [walk.start, walk.end]) {
    assert(own === undefined || (own >= 0 && own < size), 'a walk begins and ends at its own stops')
  }
  if (size < 2) return { order: [...Array(size).keys()], metres: 0, tries: 0 }
  const ring = ringOf(walk)
  const { tour, tries } = shortened(ring, { budget, chance: chanceOf(seed) })
  const order = opened(walk, [...tour])
  return { order, metres: lengthOf(walk, order), tries }
}

/**
 * One way is a ring too: through a stop that is nowhere and costs nothing, and over one edge so
 * welcome that no search gives it up.
 */
function ringOf({ metres, start, end, isClosed }: Walk): Matrix {
  const { size, cells } = metres
  if (isClosed) return metres
  const welcome = -(size + 1) * (cells.reduce((most, own) => Math.max(most, own), 0) + 1)
  const hasBoth = start !== undefined && end !== undefined && start !== end
  const ring = hasBoth ? { size, cells: cells.slice() } : withNowhere(metres)
  const one = hasBoth ? start : (start ?? end)
  const other = hasBoth ? end : size
  if (one === undefined) return ring
  ring.cells[one * ring.size + other] = welcome
  ring.cells[other * ring.size + one] = welcome
  return ring
}

function withNowhere({ size, cells }: Matrix): Matrix {
  const ring = { size: size + 1, cells: new Float64Array((size + 1) ** 2) }
  for (let row = 0; row < size; row++) {
    ring.cells.set(cells.subarray(row * size, (row + 1) * size), row * (size + 1))
  }
  return ring
}

/** The ring cut open, so that it begins and ends where it should. */
function opened({ metres, start, end, isClosed }: Walk, tour: number[]): number[] {
  if (isClosed) return from(tour, start ?? end ?? 0)
  const { size } = metres
  const isNowhere = tour.includes(size)
  const order = isNowhere ? from(tour, size).slice(1) : from(tour, start as number)
  const isTurned =
    (start !== undefined && order[0] !== start) || (end !== undefined && order.at(-1) !== end)
  if (!isTurned) return order
  return isNowhere ? order.reverse() : [...order.slice(0, 1), ...order.slice(1).reverse()]
}

function from(tour: readonly number[], first: number): number[] {
  const at = tour.indexOf(first)
  return [...tour.slice(at), ...tour.slice(0, at)]
}

export function lengthOf({ metres, isClosed }: Walk, order: readonly number[]): number {
  const step = (one: number, other: number) => metres.cells[one * metres.size + other] as number
  let sum = 0
  for (let i = 1; i < order.length; i++) sum += step(order[i - 1] as number, order[i] as number)
  const isBack = isClosed && order.length > 1
  return isBack ? sum + step(order.at(-1) as number, order[0] as number) : sum
}
