// Are the working days those that gov.uk lists?
import { expect, test } from 'vitest'
import { londonInstant } from '../../kernel/london.ts'
import { bankHolidays, workingDaysAfter } from './working-days.ts'

test.each([
  [2021, '2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28'],
  [2024, '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26'],
  [2026, '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28'],
  [2027, '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28'],
])('the bank holidays of %d are known', (year, days) => {
  expect([...bankHolidays(year)].sort()).toEqual(days.split(' '))
})

test.each([
  ['Tuesday to the end of Thursday', '2026-04-14', '2026-04-17'],
  ['Friday to the end of Tuesday', '2026-04-17', '2026-04-22'],
  ['Saturday to the end of Tuesday', '2026-04-18', '2026-04-22'],
  ['Thursday before Easter to the end of Wednesday', '2026-04-02', '2026-04-09'],
  ['Christmas Eve to the end of 30 December', '2026-12-24', '2026-12-31'],
])('two working days: %s', (_name, from, until) => {
  expect(workingDaysAfter(londonInstant(from, 15 * 60), 2)).toBe(londonInstant(until, 0))
})
