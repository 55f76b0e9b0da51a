// Whatever the day and the form: the right day, or none.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DateForm, dateForms, readDate } from './read-date.ts'

const days = fc
  .date({ min: new Date('1927-06-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const writers: Record<DateForm, (year: string, month: string, day: string) => string> = {
  YYYYMMDD: (y, m, d) => `${y}${m}${d}`,
  'YYYY-MM-DD': (y, m, d) => `${y}-${m}-${d}`,
  'DD/MM/YYYY': (y, m, d) => `${d}/${m}/${y}`,
  'DD-MM-YYYY': (y, m, d) => `${d}-${m}-${y}`,
  'DD.MM.YYYY': (y, m, d) => `${d}.${m}.${y}`,
  'D/M/YYYY': (y, m, d) => `${Number(d)}/${Number(m)}/${y}`,
  'D MMM YYYY': (y, m, d) => `${Number(d)} ${monthNames[Number(m) - 1]} ${y}`,
  'DD/MM/YYYY H:MM': (y, m, d) => `${d}/${m}/${y} 9:05`,
  'DD/MM/YYYY HH:MM:SS': (y, m, d) => `${d}/${m}/${y} 09:05:59`,
  'YYYY-MM-DD HH:MM:SS': (y, m, d) => `${y}-${m}-${d} 23:05:59`,
  'YYYY-MM-DDTHH:MM:SSZ': (y, m, d) => `${y}-${m}-${d}T12:00:00Z`,
  'excel-day': (y, m, d) =>
    String((Date.UTC(Number(y), Number(m) - 1, Number(d)) - Date.UTC(1899, 11, 30)) / 86_400_000),
}

function written(day: string, form: DateForm): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return writers[form](year, month, date)
}

test('any day written in a declared form is read as that day', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...dateForms), (day, form) => {
      expect(readDate(written(day, form), [form])).toEqual({ kind: 'date', date: day, form })
      expect(readDate(written(day, form), dateForms)).toMatchObject({ date: day })
    }),
  )
})

/** The same order and marks, with and without a leading zero. */
function isAlike(one: DateForm, other: DateForm): boolean {
  const alike: DateForm[] = ['DD/MM/YYYY', 'D/M/YYYY']
  return alike.includes(one) && alike.includes(other)
}

test('a form that is not declared never yields a date', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...dateForms), (day, form) => {
      const others = dateForms.filter(other => other !== form && !isAlike(other, form))
      expect(readDate(written(day, form), others).kind).toBe('unreadable')
    }),
  )
})

test('whatever else stands in a cell, no date comes out that does not stand in it', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'0123456789/-. :TZNov'), maxLength: 22 })
  fc.assert(
    fc.property(fc.oneof(letters, fc.string()), cell => {
      const read = readDate(cell, dateForms)
      if (read.kind !== 'date') return
      const text = cell.trim()
      const again = written(read.date, read.form)
      const isDayOnly = again.length === text.length && !read.form.includes('H')
      if (isDayOnly) expect(text).toBe(again)
      else expect(read.form).toContain('H')
    }),
    { numRuns: 2000 },
  )
})
