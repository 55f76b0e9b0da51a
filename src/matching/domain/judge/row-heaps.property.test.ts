// Are the rows of a key the ones that were put there, whatever else shares the table with it?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRowHeaps } from './row-heaps.ts'

const keys = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer())
const most = 5

test('each key has its last rows, in order, and one more where there are more', () => {
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 5_000, size: 'max' }), told => {
      const heaps = newRowHeaps()
      const plain = new Map<number, number[]>()
      for (const [at, key] of told.entries()) {
        heaps.add(key, at + 1)
        const rows = plain.get(key)
        if (rows) rows.push(at + 1)
        else plain.set(key, [at + 1])
      }
      const last = [...plain].map(([, rows]) => rows.slice(-(most + 1)))
      expect([...plain.keys()].map(key => heaps.rowsOf(key, most))).toEqual(last)
    }),
    { numRuns: 10 },
  )
})
