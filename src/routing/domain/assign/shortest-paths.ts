// How is the cheapest assignment found? After Jonker and Volgenant: prices for columns that rows
// compete for, then one shortest augmenting path for each row that competition left without.
import type { Costs } from './assign.ts'

export type Solved = {
  /** For each row its column; every row has one. */
  readonly columnOf: Int32Array
  /** `rowPrices[r] + columnPrices[c]` is at most each cost, and equal to it for the pairs made. */
  readonly rowPrices: Float64Array
  /** Never above zero, and zero for a column without a row: that proves that nothing is cheaper. */
  readonly columnPrices: Float64Array
}

type Board = Costs & {
  readonly prices: Float64Array
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
}

/** No more rows than columns, each cost finite and not below zero. */
export function solve(costs: Costs): Solved {
  const { rows, columns, cells } = costs
  const prices = new Float64Array(columns)
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const board = { ...costs, prices, columnOf, rowOf }
  compete(board)
  const path = newPath(columns)
  for (let row = 0; row < rows; row++) if (columnOf[row] === -1) augment(board, path, row)
  const rowPrices = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const column = columnOf[row] as number
    rowPrices[row] = (cells[row * columns + column] as number) - (prices[column] as number)
  }
  return { columnOf, rowPrices, columnPrices: prices }
}

/** How often a row may throw out another on average before paths are the better way. */
const contestsPerRow = 4

function compete(board: Board): void {
  const { rows, columns, cells, prices, columnOf, rowOf } = board
  const waiting = Array.from({ length: rows }, (_, i) => rows - 1 - i)
  for (let contests = rows * contestsPerRow; contests > 0; contests--) {
    const row = waiting.pop()
    if (row === undefined) return
    const start = row * columns
    let best = 0
    let least = Number.POSITIVE_INFINITY
    let second = Number.POSITIVE_INFINITY
    for (let column = 0; column < columns; column++) {
      const cost = (cells[start + column] as number) - (prices[column] as number)
      if (cost >= second) continue
      if (cost >= least) second = cost
      else {
        second = least
        least = cost
        best = column
      }
    }
    const holder = rowOf[best] as number
    if (holder !== -1 && !(second > least)) continue
    if (second < Number.POSITIVE_INFINITY) prices[best] = (prices[best] as number) - second + least
    rowOf[best] = row
    columnOf[row] = best
    if (holder === -1) continue
    columnOf[holder] = -1
    waiting.push(holder)
  }
}

type Path = {
  readonly distance: Float64Array
  readonly from: Int32Array
  /** The columns not yet reached come first, as many as `open` says at that time. */
  readonly order: Int32Array
}

function newPath(columns: number): Path {
  return {
    distance: new Float64Array(columns),
    from: new Int32Array(columns),
    order: new Int32Array(columns),
  }
}

function augment(board: Board, path: Path, free: number): void {
  const { columns, prices, columnOf, rowOf } = board
  const { distance, from, order } = path
  const { end, open, length } = shortest(board, path, free)
  for (let at = open; at < columns; at++) {
    const column = order[at] as number
    prices[column] = (prices[column] as number) + (distance[column] as number) - length
  }
  let column = end
  for (;;) {
    const row = from[column] as number
    const before = columnOf[row] as number
    rowOf[column] = row
    columnOf[row] = column
    if (row === free) return
    column = before
  }
}

/** Dijkstra over reduced costs, from a row without to the nearest column without. */
function shortest(board: Board, { distance, from, order }: Path, free: number) {
  const { columns, cells, prices, columnOf, rowOf } = board
  distance.fill(Number.POSITIVE_INFINITY)
  for (let column = 0; column < columns; column++) order[column] = column
  let open = columns
  let row = free
  let length = 0
  for (;;) {
    const start = row * columns
    const held = columnOf[row] as number
    const own = held === -1 ? 0 : (cells[start + held] as number) - (prices[held] as number)
    const offset = length - own
    let nearest = -1
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < open; at++) {
      const column = order[at] as number
      const reach = (cells[start + column] as number) - (prices[column] as number) + offset
      if (reach < (distance[column] as number)) {
        distance[column] = reach
        from[column] = row
      }
      const known = distance[column] as number
      if (known < least || (known === least && rowOf[column] === -1)) {
        least = known
        nearest = at
      }
    }
    const column = order[nearest] as number
    length = least
    if (rowOf[column] === -1) return { end: column, open, length }
    open -= 1
    order[nearest] = order[open] as number
    order[open] = column
    row = rowOf[column] as number
  }
}
