// When somebody is free, said again in a simpler way: minute by minute.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs, minuteMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant, londonMinutes } from '../../kernel/london.ts'
import { type Availability, alwaysFree, isFreeWithin } from './availability.ts'

/** Around the clock change of 29 March 2026, a Sunday. */
const start = londonInstant('2026-03-25', 0)
const stepMs = 30 * minuteMs

const hours = fc
  .record({ day: fc.integer({ min: 1, max: 7 }), half: fc.integer({ min: 0, max: 47 }) })
  .map(({ day, half }) => ({ day, from: half * 30, to: half * 30 + 30 }))
const day = fc.integer({ min: 0, max: 9 }).map(nth => londonDate(start + dayMs / 2 + nth * dayMs))
const away = fc.option(fc.tuple(day, day), { nil: null }).map(both => {
  const [awayFrom = null, awayUntil = null] = both?.toSorted() ?? []
  return { awayFrom, awayUntil }
})

function isFreeAt({ hours: all, awayFrom, awayUntil }: Availability, at: number): boolean {
  const date = londonDate(at)
  if (awayFrom !== null && awayUntil !== null && awayFrom <= date && date <= awayUntil) return false
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7
  const minutes = londonMinutes(at)
  return all.length === 0 || all.some(o => o.day === weekday && o.from <= minutes && minutes < o.to)
}

test('they are free within a time if they are at some moment of it', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 96 }))
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 4 }), away, span, (all, out, [first, more]) => {
      const own = { hours: all, ...out }
      const [from, until] = [start + first * stepMs, start + (first + more) * stepMs]
      const moments = Array.from({ length: more + 1 }, (_, nth) => from + nth * stepMs)
      expect(isFreeWithin(own, { from, until })).toBe(moments.some(at => isFreeAt(own, at)))
    }),
    { numRuns: 300 },
  )
})

test('who named no hours is free at any time, and not while they are away', () => {
  expect(isFreeWithin(alwaysFree, { from: start, until: start })).toBe(true)
  const own = { ...alwaysFree, awayFrom: '2026-03-25', awayUntil: '2026-03-26' }
  expect(isFreeWithin(own, { from: start, until: start + dayMs })).toBe(false)
  expect(isFreeWithin(own, { from: start, until: start + 2 * dayMs })).toBe(true)
})
