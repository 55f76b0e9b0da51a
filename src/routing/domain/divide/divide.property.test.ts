// Is each street in one zone, are the figures those of its streets, and do few streets move?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { triesOf } from '../terms.ts'
import { divide } from './divide.ts'
import type { Street } from './terms.ts'

const villages = fc
  .array(
    fc.record({
      at: fc.record({ x: fc.integer({ min: 0, max: 2_000 }), y: fc.integer({ min: 0, max: 900 }) }),
      homes: fc.integer({ min: 0, max: 60 }),
      listed: fc.integer({ min: 0, max: 12 }),
      metres: fc.integer({ min: 40, max: 500 }),
      given: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map(all =>
    all.map(({ given, ...one }, i): Street => {
      return { id: `s${i}`, ...one, ...(given === undefined ? {} : { given }) }
    }),
  )
const search = (count: number, seed = 1) => ({ count, budget: triesOf(300), seed })

test('each street is in one zone, and the figures are those of its streets', () => {
  fc.assert(
    fc.property(villages, fc.integer({ min: 1, max: 6 }), fc.integer(), (streets, count, seed) => {
      const { zones, moved } = divide(streets, search(count, seed))
      expect(zones.length).toBe(count)
      const all = zones.flatMap(zone => zone.streets)
      expect(all.toSorted()).toEqual(streets.map(street => street.id).toSorted())
      zones.forEach(({ streets: own, shares }, zone) => {
        const mine = streets.filter(street => own.includes(street.id))
        expect(shares.homes.count).toBe(mine.reduce((sum, street) => sum + street.homes, 0))
        expect(shares.listed.count).toBe(mine.reduce((sum, street) => sum + street.listed, 0))
        const left = mine.filter(({ given }) => given !== undefined && given !== zone)
        const said = moved.filter(({ to }) => to === zone).map(({ street }) => street)
        expect(said.toSorted()).toEqual(left.map(({ id }) => id).toSorted())
      })
    }),
    { numRuns: 60 },
  )
})

test('the same seed and number of tries give the same division', () => {
  fc.assert(
    fc.property(villages, streets => {
      expect(divide(streets, search(4))).toEqual(divide(streets, search(4)))
    }),
    { numRuns: 15 },
  )
})

/** Six by six streets of ten homes and two listed people each. */
const grid: readonly Street[] = Array.from({ length: 36 }, (_, i) => {
  const at = { x: (i % 6) * 100, y: Math.floor(i / 6) * 100 }
  return { id: `g${i}`, at, homes: 10, listed: 2, metres: 80 }
})
const longSearch = (seed = 1) => ({ count: 4, budget: triesOf(4_000), seed })

test('an even village falls into even zones that lie together', () => {
  const { zones } = divide(grid, longSearch())
  expect(zones.every(zone => zone.isTogether)).toBe(true)
  for (const { shares } of zones) {
    expect(shares.homes.count).toBeGreaterThanOrEqual(80)
    expect(shares.homes.count).toBeLessThanOrEqual(100)
  }
})

test('a fair division stays as it was when one new street is built', () => {
  const { zones } = divide(grid, longSearch())
  const zoneOf = (id: string) => zones.findIndex(zone => zone.streets.includes(id))
  const given = grid.map(street => ({ ...street, given: zoneOf(street.id) }))
  const built = { id: 'new', at: { x: 600, y: 0 }, homes: 6, listed: 1, metres: 60 }
  const { moved } = divide([...given, built], longSearch(2))
  expect(moved.length).toBeLessThanOrEqual(2)
})

test('a street larger than a fair zone is said to be the reason', () => {
  const tower = { id: 'tower', at: { x: 50, y: 50 }, homes: 900, listed: 2 }
  const { zones } = divide([...grid, tower], longSearch())
  const own = zones.find(zone => zone.streets.includes('tower'))
  expect(own?.shares.homes.reason).toBe('one-street')
})
