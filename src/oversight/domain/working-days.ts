// When are so many working days over? Monday to Friday in London, without the bank holidays.
import { dayMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'

/** The end, in London, of the nth working day after the day of this moment. */
export function workingDaysAfter(instantMs: number, days: number): number {
  let day = londonDate(instantMs)
  for (let left = days; left > 0; ) {
    day = nextDay(day)
    if (isWorkingDay(day)) left--
  }
  return londonInstant(nextDay(day), 0)
}

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday > 0 && weekday < 6 && !bankHolidays(Number(day.slice(0, 4))).has(day)
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + dayMs).toISOString().slice(0, 10)
}

/** Of England and Wales, by the Banking and Financial Dealings Act 1971; no one-off days. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const easter = easterSunday(year)
  const moved = (month: number, dates: readonly number[]) => substituted(year, month, dates)
  return new Set(
    [
      ...moved(0, [1]),
      easter - 2 * dayMs,
      easter + dayMs,
      mondayFrom(Date.UTC(year, 4, 1)),
      mondayFrom(Date.UTC(year, 4, 25)),
      mondayFrom(Date.UTC(year, 7, 25)),
      ...moved(11, [25, 26]),
    ].map(at => new Date(at).toISOString().slice(0, 10)),
  )
}

/** A holiday at the weekend is had on the next weekday that is none already. */
function substituted(year: number, month: number, dates: readonly number[]): readonly number[] {
  const taken: number[] = []
  const weekdays = dates.map(date => Date.UTC(year, month, date))
  const isWeekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay())
  for (const at of [...weekdays.filter(one => !isWeekend(one)), ...weekdays.filter(isWeekend)]) {
    let day = at
    while (isWeekend(day) || taken.includes(day)) day += dayMs
    taken.push(day)
  }
  return taken
}

function mondayFrom(at: number): number {
  return at + ((8 - new Date(at).getUTCDay()) % 7) * dayMs
}

/** Anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1)
}
