// Do all sums of a page agree, because they are sums of the same cells?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberStates, safeties } from './filter.ts'
import {
  type Cell,
  countsOf,
  isWaiting,
  nextsOf,
  placesOf,
  reasonsOf,
  safetyOf,
  waitsOf,
} from './fold-cells.ts'
import { addCounts, differs } from './terms.ts'

const cell: fc.Arbitrary<Cell> = fc
  .record({
    village: fc.constantFrom('a', 'b', 'c', null),
    villageName: fc.constant('x'),
    state: fc.constantFrom(...memberStates),
    reason: fc.constantFrom('moved', 'died'),
    next: fc.constantFrom('ring', 'door', null),
    days: fc.nat(30),
    safety: fc.constantFrom(...safeties),
    n: fc.integer({ min: 1, max: 500 }),
    until: fc.constant(null),
  })
  .map(one => ({ ...one, reason: one.state === 'excused' ? one.reason : null }))

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

test('villages, waits, next steps, reasons and safety all add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(cell), cells => {
      const total = countsOf(cells)
      const { villages, placeless } = placesOf(cells, [{ id: 'a', name: 'A', owner: null }])
      const places = [...villages, ...(placeless ? [placeless] : [])]
      const waiting = total.untried + total.tried
      expect(differs(addCounts(places.map(one => one.counts)), total)).toBe(false)
      expect(sum(waitsOf(cells).map(one => one.untried + one.tried))).toBe(waiting)
      expect(sum(nextsOf(cells).map(one => one.n))).toBe(waiting)
      expect(sum(reasonsOf(cells).map(one => one.n))).toBe(total.excused)
      expect(sum(Object.values(safetyOf(cells).counts))).toBe(2 * total.listed)
      expect(sum(cells.filter(isWaiting).map(one => one.n))).toBe(waiting)
    }),
  )
})

test('a village where nobody is listed is still there', () => {
  const { villages, placeless } = placesOf([], [{ id: 'a', name: 'Ashley', owner: null }])
  expect(villages).toMatchObject([{ name: 'Ashley', counts: { listed: 0 }, longestDays: null }])
  expect(placeless).toBeNull()
})
