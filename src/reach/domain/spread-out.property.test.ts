// Spread over days: never more than a day has room for, never while somebody rests, all of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs } from '../../kernel/clock.ts'
import { spreadOut } from './spread-out.ts'

const from = 1_000 * dayMs

test('everybody has a day, no day is too full, and nobody is asked while they rest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.integer({ min: -40 * 24, max: 24 }), { maxLength: 60 }),
      (perDay, restDays, hours) => {
        const subjects: string[] = hours.map((_, at) => `${at}`)
        const reached = hours.map((hour, at) => [`${at}`, from + (hour * dayMs) / 24] as const)
        const reachedAt = new Map<string, number>(reached.filter((_, at) => at % 3 > 0))
        const spread = { perDay, restDays }
        const days = spreadOut(subjects, { spread, from, reachedAt })
        expect(days.size).toBe(subjects.length)
        const counts = Map.groupBy(days.values(), day => day)
        for (const some of counts.values()) expect(some.length).toBeLessThanOrEqual(perDay)
        for (const [subject, day] of days) {
          expect(day).toBeGreaterThanOrEqual(from)
          const last = reachedAt.get(subject)
          if (last !== undefined) expect(day - last).toBeGreaterThanOrEqual(restDays * dayMs)
        }
      },
    ),
  )
})
