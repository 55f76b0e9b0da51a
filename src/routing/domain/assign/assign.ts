// Who does what, so that the sum of the costs is the least there is? Exact, and never by a pair
// that is forbidden: first as many as possible are assigned, then as cheaply as possible.
import { assert } from '../../../kernel/assert.ts'
import { solve } from './shortest-paths.ts'

/** `cells[row * columns + column]`; Infinity where the two must never meet. */
export type Costs = {
  readonly rows: number
  readonly columns: number
  readonly cells: Float64Array
}

export type Assignment = {
  /** For each row its column, or -1. */
  readonly columnOf: Int32Array
  /** For each column its row, or -1. */
  readonly rowOf: Int32Array
  /** The sum over the pairs that were made. */
  readonly cost: number
  readonly rowsLeft: readonly number[]
  readonly columnsLeft: readonly number[]
}

export function assign(costs: Costs): Assignment {
  const { rows, columns, cells } = costs
  assert(cells.length === rows * columns, 'a cost is given for each row and column')
  const isTurned = rows > columns
  const { dense } = finiteCosts(isTurned ? turned(costs) : costs)
  const { columnOf: found } = solve(dense)
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  let cost = 0
  found.forEach((other, one) => {
    const [row, column] = isTurned ? [other, one] : [one, other]
    const own = cells[row * columns + column] as number
    if (own === Number.POSITIVE_INFINITY) return
    columnOf[row] = column
    rowOf[column] = row
    cost += own
  })
  return { columnOf, rowOf, cost, rowsLeft: left(columnOf), columnsLeft: left(rowOf) }
}

function left(partnerOf: Int32Array): number[] {
  return [...partnerOf.keys()].filter(at => partnerOf[at] === -1)
}

function turned({ rows, columns, cells }: Costs): Costs {
  const other = new Float64Array(cells.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      other[column * rows + row] = cells[row * columns + column] as number
    }
  }
  return { rows: columns, columns: rows, cells: other }
}

/** From 0 upwards; a forbidden pair costs more than all allowed pairs together could. */
export function finiteCosts({ rows, columns, cells }: Costs): {
  readonly dense: Costs
  readonly never: number
} {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const cost of cells) {
    assert(cost > Number.NEGATIVE_INFINITY, 'a cost is a number or Infinity')
    if (cost === Number.POSITIVE_INFINITY) continue
    if (cost < least) least = cost
    if (cost > most) most = cost
  }
  if (least > most) [least, most] = [0, 0]
  const never = (Math.min(rows, columns) + 1) * (most - least || 1)
  const finite = new Float64Array(cells.length)
  for (let at = 0; at < cells.length; at++) {
    const cost = cells[at] as number
    finite[at] = cost === Number.POSITIVE_INFINITY ? never : cost - least
  }
  return { dense: { rows, columns, cells: finite }, never }
}
