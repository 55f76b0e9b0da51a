// Is the assignment the cheapest that there is, and does it say so truly who is left?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign, type Costs, finiteCosts } from './assign.ts'
import { solve } from './shortest-paths.ts'

const cost = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 60 }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
)
const costsUpTo = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
    .chain(
      ([rows, columns]): fc.Arbitrary<Costs> =>
        fc
          .array(cost, { minLength: rows * columns, maxLength: rows * columns })
          .map(cells => ({ rows, columns, cells: Float64Array.from(cells) })),
    )

test('nothing that can be tried by hand assigns more, or the same for less', () => {
  fc.assert(
    fc.property(costsUpTo(7), costs => {
      const found = assign(costs)
      const best = byTrying(costs)
      expect(pairsOf(found.columnOf).length).toBe(best.count)
      expect(found.cost).toBeCloseTo(best.cost, 6)
    }),
    { numRuns: 150 },
  )
})

test('no pair is forbidden, nobody is taken twice, and whoever is left is named', () => {
  fc.assert(
    fc.property(costsUpTo(25), costs => {
      const { columnOf, rowOf, rowsLeft, columnsLeft } = assign(costs)
      const pairs = pairsOf(columnOf)
      for (const [row, column] of pairs) {
        expect(costs.cells[row * costs.columns + column]).toBeLessThan(Number.POSITIVE_INFINITY)
        expect(rowOf[column]).toBe(row)
      }
      expect(pairs.length + rowsLeft.length).toBe(costs.rows)
      expect(pairs.length + columnsLeft.length).toBe(costs.columns)
    }),
    { numRuns: 200 },
  )
})

test('prices prove of a large one that nothing is cheaper', () => {
  fc.assert(
    fc.property(costsUpTo(60), costs => {
      fc.pre(costs.rows <= costs.columns)
      const { dense } = finiteCosts(costs)
      const { columnOf, rowPrices, columnPrices } = solve(dense)
      let paid = 0
      for (const [row, column] of pairsOf(columnOf)) {
        paid += dense.cells[row * dense.columns + column] as number
      }
      const slack = 1e-6
      for (let row = 0; row < dense.rows; row++) {
        for (let column = 0; column < dense.columns; column++) {
          const priced = (rowPrices[row] as number) + (columnPrices[column] as number)
          expect(priced <= (dense.cells[row * dense.columns + column] as number) + slack).toBe(true)
        }
      }
      expect(columnPrices.every(price => price <= slack)).toBe(true)
      const proved = [...rowPrices, ...columnPrices].reduce((sum, price) => sum + price, 0)
      expect(Math.abs(paid - proved)).toBeLessThan(1e-6 * (1 + paid))
    }),
    { numRuns: 60 },
  )
})

test('three hundred of equal cost come to an end', () => {
  const cells = new Float64Array(300 * 300).fill(7)
  expect(assign({ rows: 300, columns: 300, cells }).cost).toBe(2100)
})

function pairsOf(columnOf: Int32Array): [number, number][] {
  return [...columnOf].flatMap((column, row) => (column < 0 ? [] : [[row, column]]))
}

/** Every way there is: the most pairs, then the least cost. */
function byTrying({ rows, columns, cells }: Costs): { count: number; cost: number } {
  const know = new Map<string, { count: number; cost: number }>()
  const best = (row: number, taken: number): { count: number; cost: number } => {
    if (row === rows) return { count: 0, cost: 0 }
    const key = `${row} ${taken}`
    const known = know.get(key)
    if (known) return known
    let found = best(row + 1, taken)
    for (let column = 0; column < columns; column++) {
      const own = cells[row * columns + column] as number
      if (taken & (1 << column) || own === Number.POSITIVE_INFINITY) continue
      const rest = best(row + 1, taken | (1 << column))
      const tried = { count: rest.count + 1, cost: rest.cost + own }
      const isBetter =
        tried.count > found.count || (tried.count === found.count && tried.cost < found.cost)
      if (isBetter) found = tried
    }
    know.set(key, found)
    return found
  }
  return best(0, 0)
}
