// Do the pauses grow, end at an hour, and never make a receiver hear from everybody at once?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourMs, secondMs } from '../../kernel/clock.ts'
import { nextPauseMs, pauseMsAfter } from './next-try.ts'

const tries = fc.integer({ min: 1, max: 1_000 })
const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

test('a pause lies between two and a half seconds and an hour', () => {
  fc.assert(
    fc.property(tries, chance, (n, c) => {
      const ms = pauseMsAfter(n, c)
      expect(ms).toBeGreaterThanOrEqual(2.5 * secondMs)
      expect(ms).toBeLessThanOrEqual(hourMs)
    }),
  )
})

test('with the same chance no later pause is shorter', () => {
  fc.assert(
    fc.property(tries, chance, (n, c) => {
      expect(pauseMsAfter(n + 1, c)).toBeGreaterThanOrEqual(pauseMsAfter(n, c))
    }),
  )
})

test('what the receiver asks for counts, up to an hour', () => {
  expect(nextPauseMs(1, 0, 60 * secondMs)).toBe(60 * secondMs)
  expect(nextPauseMs(1, 0, 24 * hourMs)).toBe(hourMs)
})
