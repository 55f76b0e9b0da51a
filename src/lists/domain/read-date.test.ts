// The dates that councils really received: the right day, or a person looks.
import { describe, expect, test } from 'vitest'
import { type DateForm, dateForms, readDate } from './read-date.ts'

/** The inputs that Hackney's importer met, and the only day each may mean. */
const received: readonly (readonly [string, string | undefined])[] = [
  ['22/02/1963', '1963-02-22'],
  ['10-12-2020', '2020-12-10'],
  ['19560512', '1956-05-12'],
  ['2021-02-05T03:10:31Z', '2021-02-05'],
  ['27/01/2021 14:14:56', '2021-01-27'],
  ['12/11/48', undefined],
  ['12 Nov 1948', '1948-11-12'],
  ['1/21/21 3:53', undefined],
  ['09/11/2021 0:00', '2021-11-09'],
  ['1948', undefined],
  ['44242', '2021-02-15'],
  ['13/13/1950', undefined],
  ['29/02/1957', undefined],
  ['unknown', undefined],
]

describe('a date', () => {
  test.each(received)('%s is read as %s where its form is declared', (cell, day) => {
    const read = readDate(cell, dateForms)
    expect(read.kind === 'date' ? read.date : undefined).toBe(day)
  })

  test.each(received)('%s is the right day or none in a column of any one form', (cell, day) => {
    for (const form of dateForms) {
      const read = readDate(cell, [form])
      if (read.kind === 'date') expect(read.date).toBe(day)
      else expect(read.kind).toBe('unreadable')
    }
  })

  test('a year of two digits is named as the reason', () => {
    for (const cell of ['12/11/48', '1/21/21 3:53', '01-02-50', '1.2.50']) {
      expect(readDate(cell, dateForms)).toEqual({ kind: 'unreadable', why: 'two-digit-year' })
    }
  })

  test('an Excel day number is no date where the column does not allow it', () => {
    const forms: DateForm[] = ['YYYY-MM-DD']
    expect(readDate('44242', forms).kind).toBe('unreadable')
    expect(readDate('44242', [...forms, 'excel-day'])).toMatchObject({ form: 'excel-day' })
  })

  test('a moment just before midnight in summer belongs to the next day in London', () => {
    const read = readDate('2021-06-30T23:30:00Z', ['YYYY-MM-DDTHH:MM:SSZ'])
    expect(read).toMatchObject({ date: '2021-07-01' })
  })

  test('an empty cell is empty, not unreadable', () => {
    expect(readDate('  ', dateForms)).toEqual({ kind: 'empty' })
  })

  test('a year that nobody living was born in is not read', () => {
    expect(readDate('12110408', ['YYYYMMDD'])).toMatchObject({ why: 'not-a-real-date' })
  })
})
