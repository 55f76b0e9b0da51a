// Are times right on both nights when the clocks change, and figures the same on every page?
import { expect, test } from 'vitest'
import { calendarDay, collatorOf, format } from './format.ts'

const f = format('en')
const at = (iso: string) => Date.parse(iso)

test('thousands have commas', () => {
  expect(f.number(5310)).toBe('5,310')
  expect(f.number(1234567)).toBe('1,234,567')
  expect(f.number(0)).toBe('0')
})

test('a date has its day of the week, a row has its time', () => {
  expect(f.date(at('2026-04-15T09:40:00Z'))).toBe('Wednesday 15 April 2026')
  expect(f.shortDate(at('2026-04-15T09:40:00Z'))).toBe('15 April 2026')
  expect(f.row(at('2026-04-13T14:20:00Z'))).toBe('13 April 15:20')
  expect(f.timeAndDate(at('2026-04-15T09:40:00Z'))).toBe('10:40, Wednesday 15 April 2026')
})

test('in spring the clock goes from 00:59 to 02:00', () => {
  expect(f.time(at('2026-03-29T00:59:00Z'))).toBe('00:59')
  expect(f.time(at('2026-03-29T01:00:00Z'))).toBe('02:00')
})

test('in autumn the hour from 01:00 comes twice, and midnight is 00:00', () => {
  expect(f.time(at('2026-10-25T00:30:00Z'))).toBe('01:30')
  expect(f.time(at('2026-10-25T01:30:00Z'))).toBe('01:30')
  expect(f.row(at('2026-10-24T23:00:00Z'))).toBe('25 October 00:00')
})

test('a London day starts at 23:00 UTC in summer', () => {
  const late = calendarDay(at('2026-06-10T22:59:00Z'))
  expect(calendarDay(at('2026-06-10T23:00:00Z'))).toBe(late + 1)
})

test('the days around a clock change are one day apart each', () => {
  const days = ['03-28', '03-29', '03-30'].map(day => calendarDay(at(`2026-${day}T12:00:00Z`)))
  expect(days.map(day => day - (days[0] ?? 0))).toEqual([0, 1, 2])
})

test('today and yesterday are said, older days are dated', () => {
  const now = at('2026-04-15T09:40:00Z')
  expect(f.near(at('2026-04-15T07:05:00Z'), now)).toBe('today 08:05')
  expect(f.near(at('2026-04-14T17:00:00Z'), now)).toBe('yesterday 18:00')
  expect(f.near(at('2026-04-13T14:20:00Z'), now)).toBe('13 April 15:20')
})

test('days are whole', () => {
  expect([0, 0.9, 1, 1.9, 14].map(f.days)).toEqual([
    'under 1 day',
    'under 1 day',
    '1 day',
    '1 day',
    '14 days',
  ])
})

test('a length of time is said in its largest whole unit', () => {
  expect(f.duration(40 * 60_000)).toBe('40 minutes')
  expect(f.duration(9 * 3_600_000)).toBe('9 hours')
  expect(f.duration(72 * 3_600_000)).toBe('3 days')
})

test('Welsh has its own names of days and months, and its own order of letters', () => {
  const at = Date.UTC(2026, 3, 15, 14, 20)
  expect(format('cy').date(at)).toBe('Dydd Mercher 15 Ebrill 2026')
  expect(format('cy').near(at, at)).toBe('heddiw 15:20')
  expect(format('cy').duration(2 * 24 * 3_600_000)).toBe('2 ddiwrnod')
  const towns = ['Llanelli', 'Lydney', 'Chwilog', 'Cwmbran', 'Rhyl', 'Rumney']
  expect(towns.toSorted(collatorOf('cy').compare)).toEqual([
    'Cwmbran',
    'Chwilog',
    'Lydney',
    'Llanelli',
    'Rumney',
    'Rhyl',
  ])
})
