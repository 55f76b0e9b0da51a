// What is a round walk in memory, and how is a stretch of it turned about or moved elsewhere?
import type { Matrix } from '../terms.ts'

export type Tour = {
  readonly count: number
  readonly metres: Float64Array
  readonly order: Int32Array
  /** Where in the order each stop stands. */
  readonly placeOf: Int32Array
  /** The nearest of each stop, nearest first: `near[stop * nearCount + rank]`. */
  readonly near: Int32Array
  readonly nearCount: number
}

const nearUsual = 10

export function tourOf({ size, cells }: Matrix): Tour {
  const nearCount = Math.min(nearUsual, size - 1)
  const near = new Int32Array(size * nearCount)
  for (let stop = 0; stop < size; stop++) {
    const row = cells.subarray(stop * size, (stop + 1) * size)
    fillNearest(row, stop, near.subarray(stop * nearCount, (stop + 1) * nearCount))
  }
  const order = nearestNext({ size, cells })
  const placeOf = new Int32Array(size)
  order.forEach((stop, place) => {
    placeOf[stop] = place
  })
  return { count: size, metres: cells, order, placeOf, near, nearCount }
}

/** Of one row of metres the nearest others, sorted as they come in. */
function fillNearest(row: Float64Array, stop: number, near: Int32Array): void {
  let filled = 0
  for (let other = 0; other < row.length; other++) {
    const metres = row[other] as number
    const isFull = filled === near.length
    if (other === stop || (isFull && metres >= (row[near[filled - 1] as number] as number)))
      continue
    let at = isFull ? filled - 1 : filled
    while (at > 0 && (row[near[at - 1] as number] as number) > metres) {
      near[at] = near[at - 1] as number
      at -= 1
    }
    near[at] = other
    if (!isFull) filled += 1
  }
}

/** From the first stop always to the nearest that is left. */
function nearestNext({ size, cells }: Matrix): Int32Array {
  const order = new Int32Array(size)
  for (let i = 1; i < size; i++) order[i] = i
  for (let i = 1; i < size; i++) {
    const row = (order[i - 1] as number) * size
    let best = i
    for (let j = i + 1; j < size; j++) {
      const isNearer =
        (cells[row + (order[j] as number)] as number) <
        (cells[row + (order[best] as number)] as number)
      if (isNearer) best = j
    }
    const next = order[best] as number
    order[best] = order[i] as number
    order[i] = next
  }
  return order
}

export function between({ metres, count }: Tour, one: number, other: number): number {
  return metres[one * count + other] as number
}

export function after({ order, placeOf, count }: Tour, stop: number): number {
  const place = (placeOf[stop] as number) + 1
  return order[place === count ? 0 : place] as number
}

export function before({ order, placeOf, count }: Tour, stop: number): number {
  const place = placeOf[stop] as number
  return order[place === 0 ? count - 1 : place - 1] as number
}

/** Turns the way from `first` on to `last`; or all the rest if that is shorter: it is one ring. */
export function turn(tour: Tour, first: number, last: number): void {
  const { order, placeOf, count } = tour
  let i = placeOf[first] as number
  let j = placeOf[last] as number
  let length = j - i + 1
  if (length <= 0) length += count
  if (length * 2 > count) {
    const start = i
    i = j + 1 === count ? 0 : j + 1
    j = start === 0 ? count - 1 : start - 1
    length = count - length
  }
  for (let swaps = length >> 1; swaps > 0; swaps--) {
    const one = order[i] as number
    const other = order[j] as number
    order[i] = other
    placeOf[other] = i
    order[j] = one
    placeOf[one] = j
    i = i + 1 === count ? 0 : i + 1
    j = j === 0 ? count - 1 : j - 1
  }
}

/** The same, whichever way the ring now runs: `outer` stands beside `first`, outside. */
function turnBeside(tour: Tour, outer: number, [first, last]: readonly [number, number]): void {
  if (after(tour, outer) === first) turn(tour, first, last)
  else turn(tour, last, first)
}

/** A stretch that runs from `first` on to `last`, put between `one` and the stop after it. */
export type Shift = {
  readonly first: number
  readonly last: number
  readonly one: number
  /** Whether `last` comes to stand beside `one`, instead of `first`. */
  readonly isTurned: boolean
}

export function shift(tour: Tour, { first, last, one, isTurned }: Shift): void {
  const outer = before(tour, first)
  const next = after(tour, last)
  turn(tour, first, one)
  turnBeside(tour, outer, [one, next])
  if (!isTurned) turnBeside(tour, one, [last, first])
}
