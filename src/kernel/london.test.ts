// Both clock changes, and the hours around them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { londonDate, londonInstant, londonMinutes } from './london.ts'

test.each([
  ['2026-04-06', 640, '2026-04-06T09:40:00.000Z'],
  ['2026-01-06', 640, '2026-01-06T10:40:00.000Z'],
  ['2026-03-29', 30, '2026-03-29T00:30:00.000Z'],
  ['2026-03-29', 180, '2026-03-29T02:00:00.000Z'],
  ['2026-10-25', 180, '2026-10-25T03:00:00.000Z'],
])('%s at minute %i in London is %s', (date, minutes, expected) => {
  expect(new Date(londonInstant(date, minutes)).toISOString()).toBe(expected)
})

test('what a London clock shows agrees with the time zone data of the machine', () => {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000, max: 2_000_000_000 }), seconds => {
      const at = seconds * 1000
      const minutes = londonMinutes(at)
      const two = (n: number) => String(n).padStart(2, '0')
      const shown = `${londonDate(at)}, ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
      expect(clock.format(at)).toBe(shown)
    }),
  )
})
