// Help that comes again keeps its weekday and its time of day, through both changes of the clock.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant, londonMinutes } from '../../kernel/london.ts'
import { aheadDays, dueAhead } from './standing.ts'

const weekdayOf = (at: number) => new Date(`${londonDate(at)}T12:00:00Z`).getUTCDay()
const spring = Date.UTC(2026, 0, 1, 12)

test('each is on the weekday and at the time of the first, within the days ahead', () => {
  const cases = fc.record({
    day: fc.nat(400),
    minutes: fc.integer({ min: 6 * 60, max: 22 * 60 }),
    everyWeeks: fc.constantFrom(1, 2),
    later: fc.nat(400 * 24 * 60),
  })
  let seen = 0
  fc.assert(
    fc.property(cases, ({ day, minutes, everyWeeks, later }) => {
      const firstAt = londonInstant(londonDate(spring + day * dayMs), minutes)
      const now = firstAt + later * 60_000 - 3 * dayMs
      const due = dueAhead({ firstAt, everyWeeks }, now)
      for (const at of due) {
        expect(weekdayOf(at)).toBe(weekdayOf(firstAt))
        expect(londonMinutes(at)).toBe(minutes)
        expect(at).toBeGreaterThan(now)
        expect(at).toBeLessThan(now + aheadDays * dayMs)
        expect(at).toBeGreaterThanOrEqual(firstAt)
      }
      expect(due.length).toBeLessThanOrEqual(1)
      if (everyWeeks === 1 && now >= firstAt) expect(due.length).toBe(1)
      seen += due.length
    }),
  )
  expect(seen).toBeGreaterThan(20)
})

test('help set for the day of a clock change keeps the time that was said', () => {
  const firstAt = londonInstant('2026-03-29', 6 * 60)
  const [next = 0] = dueAhead({ firstAt, everyWeeks: 1 }, firstAt + dayMs)
  expect(londonMinutes(next)).toBe(6 * 60)
})
