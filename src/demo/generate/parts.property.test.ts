// Do the small parts hold for any input: sharing out, NHS numbers, London time, dates?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excelDay } from './bad-dates.ts'
import { londonInstant } from './london-time.ts'
import { brokenNhsNumber, isNhsNumber, nhsNumberBook } from './nhs-number.ts'
import { stream } from './random.ts'
import { shareOut } from './share-out.ts'

describe('the parts of the generator', () => {
  it('share out a whole number so that the parts add up to it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 200_000 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 200 }),
        (total, weights) => {
          expect(shareOut(total, weights).reduce((sum, part) => sum + part, 0)).toBe(total)
        },
      ),
    )
  })

  it('hand out valid NHS numbers of the test range, and break them so that it shows', () => {
    fc.assert(
      fc.property(fc.nat(), seed => {
        const next = nhsNumberBook(seed)
        const numbers = Array.from({ length: 50 }, next)
        expect(new Set(numbers).size).toBe(50)
        for (const number of numbers) {
          expect(number.startsWith('999')).toBe(true)
          expect(isNhsNumber(number)).toBe(true)
          expect(isNhsNumber(brokenNhsNumber(number))).toBe(false)
        }
      }),
    )
  })

  it('agree with the wall clock in London, summer and winter', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const days = fc.integer({ min: 0, max: 2_000 })
    fc.assert(
      fc.property(days, fc.integer({ min: 180, max: 1_439 }), (day, minutes) => {
        const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = date.split('-')
        const two = (number: number) => String(number).padStart(2, '0')
        const wall = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
        const shown = clock.format(londonInstant(date, minutes))
        expect(shown).toBe(`${dayOfMonth}/${month}/${year}, ${wall}`)
      }),
    )
  })

  it('write the day number a spreadsheet would', () => {
    expect(excelDay('2021-02-16')).toBe('44243')
    expect(excelDay('1900-03-01')).toBe('61')
  })

  it('draw the same from the same label and not from another', () => {
    const draw = (seed: number, label: string) =>
      stream(seed, label).shuffled([1, 2, 3, 4, 5, 6, 7, 8])
    expect(draw(1, 'a')).toEqual(draw(1, 'a'))
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'))
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'))
  })
})
