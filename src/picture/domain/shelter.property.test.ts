// Can a small count be worked out from what hangs on the wall? Never, whatever the counts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheltered, smallMax } from './shelter.ts'

const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 5_000 }))
const all = fc.record({ reached: count, tried: count, untried: count, excused: count })
const parts = ['reached', 'tried', 'untried', 'excused'] as const

test('no count from 1 to 4 is shown, and a hidden one is never the only unknown of its sum', () => {
  fc.assert(
    fc.property(all, some => {
      const listed = parts.reduce((sum, part) => sum + some[part], 0)
      const shown = sheltered({ ...some, listed })
      for (const n of Object.values(shown)) {
        if (n !== null) expect(n === 0 || n > smallMax).toBe(true)
      }
      const hidden = parts.filter(part => shown[part] === null)
      if (shown.listed !== null) expect(hidden.length).not.toBe(1)
    }),
  )
})

test('what is hidden is small, or hides what is', () => {
  const counts = { reached: 200, tried: 31, untried: 2, excused: 9, listed: 242 }
  expect(sheltered(counts)).toEqual({ ...counts, untried: null, excused: null })
  const none = { reached: 40, tried: 0, untried: 0, excused: 0, listed: 40 }
  expect(sheltered(none)).toEqual(none)
})
