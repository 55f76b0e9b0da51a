// Is the moment that a page is about always the one that was asked for, on London's clock?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asOfText, asOfWords, endOfDay, quickMoments, readAsOf } from './as-of.ts'

const now = Date.UTC(2026, 3, 15, 9, 40)

describe('the moment a page is about', () => {
  test('is now when nothing was asked', () => {
    expect(readAsOf({}, now)).toEqual({ at: null })
    expect(readAsOf({ at: '' }, now)).toEqual({ at: null })
    expect(readAsOf({ date: ' ', time: '' }, now)).toEqual({ at: null })
  })

  test('is read from a link and from two boxes alike', () => {
    const at = Date.UTC(2026, 3, 14, 17, 0)
    expect(readAsOf({ at: '2026-04-14T18:00' }, now)).toEqual({ at })
    expect(readAsOf({ date: '14/04/2026', time: '18:00' }, now)).toEqual({ at })
    expect(readAsOf({ date: '14.4.2026', time: '18.00' }, now)).toEqual({ at })
  })

  test('keeps the words of a date that is not real', () => {
    expect(readAsOf({ date: '31/02/2026', time: '10:00' }, now)).toEqual({
      problem: 'date-not-real',
      words: { date: '31/02/2026', time: '10:00' },
    })
    expect(readAsOf({ at: "'; drop table people" }, now)).toHaveProperty('problem', 'date-not-real')
    expect(readAsOf({ date: '14/04/2026', time: '25:00' }, now)).toHaveProperty(
      'problem',
      'time-not-real',
    )
  })

  test('is never in the future', () => {
    expect(readAsOf({ at: '2026-04-15T10:41' }, now)).toHaveProperty('problem', 'in-future')
    expect(readAsOf({ at: '2026-04-15T10:40' }, now)).toEqual({ at: now })
  })

  test('holds through both clock changes', () => {
    const later = Date.UTC(2027, 0, 1)
    const read = (at: string) => readAsOf({ at }, later)
    expect(read('2026-03-29T00:59')).toEqual({ at: Date.UTC(2026, 2, 29, 0, 59) })
    expect(read('2026-03-29T02:00')).toEqual({ at: Date.UTC(2026, 2, 29, 1, 0) })
    expect(read('2026-10-25T01:30')).toEqual({ at: Date.UTC(2026, 9, 25, 0, 30) })
    expect(read('2026-10-25T02:00')).toEqual({ at: Date.UTC(2026, 9, 25, 2, 0) })
  })

  test('comes back unchanged from the address it was put in', () => {
    const minute = fc.integer({ min: Date.UTC(2001, 0, 1) / 60_000, max: now / 60_000 })
    fc.assert(
      fc.property(minute, minutes => {
        const at = minutes * 60_000
        const again = readAsOf({ at: asOfText(at) }, now)
        const typed = readAsOf(asOfWords(at), now)
        expect(again).toEqual(typed)
        expect([at, at - 3_600_000]).toContain('at' in again ? again.at : null)
      }),
    )
  })

  test('ends a day at midnight in London, also on the day the clocks change', () => {
    expect(endOfDay(now)).toBe(Date.UTC(2026, 3, 15, 23, 0))
    expect(endOfDay(Date.UTC(2026, 9, 25, 12))).toBe(Date.UTC(2026, 9, 26, 0, 0))
  })

  test('can be yesterday at six or this time a week ago', () => {
    expect(quickMoments(now).map(one => asOfText(one.at))).toEqual([
      '2026-04-14T18:00',
      '2026-04-08T10:40',
    ])
  })
})
