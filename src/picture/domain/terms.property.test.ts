// Do counts of places always make the counts of the whole, in any order?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCounts, byWhatNeedsDoing, type Counts, differs, markOf, noCounts } from './terms.ts'

const n = fc.integer({ min: 0, max: 7000 })
const anyCounts: fc.Arbitrary<Counts> = fc
  .record({ reached: n, tried: n, untried: n, excused: n })
  .map(parts => ({
    ...parts,
    listed: parts.reached + parts.tried + parts.untried + parts.excused,
  }))

test('sums of places keep reached + tried + not yet tried + excused = listed', () => {
  fc.assert(
    fc.property(fc.array(anyCounts), all => {
      const sum = addCounts(all)
      expect(sum.reached + sum.tried + sum.untried + sum.excused).toBe(sum.listed)
      expect(differs(sum, addCounts([...all].reverse()))).toBe(false)
    }),
  )
})

test('places with somebody not yet tried come first, and none is lost', () => {
  const place = fc.record({ name: fc.string(), counts: anyCounts })
  fc.assert(
    fc.property(fc.array(place), places => {
      const ordered = byWhatNeedsDoing(places)
      expect(new Set(ordered)).toEqual(new Set(places))
      const owed = ordered.map(one => one.counts.untried)
      expect(owed).toEqual([...owed].sort((a, b) => b - a))
    }),
  )
})

test('a place says what must be done there', () => {
  expect(markOf(noCounts)).toBe('none')
  expect(markOf({ ...noCounts, listed: 2, untried: 1, reached: 1 })).toBe('untried')
  expect(markOf({ ...noCounts, listed: 2, tried: 2 })).toBe('tried')
  expect(markOf({ ...noCounts, listed: 2, reached: 1, excused: 1 })).toBe('done')
})
