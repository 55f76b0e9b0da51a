// What date is meant, and is it whole? A date is one number, yyyymmdd; parts that are not known are
// 00. A day that no calendar has (1856-02-53) is kept, since most of it may be right.

export type DateOrder = 'day-first' | 'month-first'

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)/
const packed = /^(\d{4})(\d{2})(\d{2})$/
const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/
const named = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ,]*([a-z]{3})[a-z]*[-/. ,]*(\d{4}|\d{2})(?!\d)/
const yearMonth = /^(\d{4})[-/.](\d{1,2})$/
const yearOnly = /^(\d{4})$/

/** Nothing (0) when no date can be seen. */
export function readDate(text: string, order: DateOrder): number {
  const date = text.trim().toLowerCase()
  const whole = iso.exec(date) ?? packed.exec(date)
  if (whole) return pack(whole[1], whole[2], whole[3])
  const local = written.exec(date)
  if (local) {
    const [, first, second, year] = local
    return order === 'day-first' ? pack(year, second, first) : pack(year, first, second)
  }
  const month = named.exec(date)
  if (month) return pack(month[3], String(months.indexOf(month[2] ?? '') + 1), month[1])
  const part = yearMonth.exec(date) ?? yearOnly.exec(date)
  return part ? pack(part[1], part[2] ?? '0', '0') : 0
}

/** American order only where the column proves it: never guessed value by value. */
export function orderOf(values: Iterable<string>): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const value of values) {
    const local = written.exec(value.trim())
    if (!local) continue
    if (Number(local[1]) > 12) dayFirst += 1
    else if (Number(local[2]) > 12) monthFirst += 1
  }
  return monthFirst > 0 && dayFirst === 0 ? 'month-first' : 'day-first'
}

export function yearOf(date: number): number {
  return Math.floor(date / 10_000)
}

/** A day that was: year with its century, month and day in the calendar. */
export function isWhole(date: number): boolean {
  return yearOf(date) >= 100 && isCalendarDay(date)
}

/** The same, and the year may lack its century. */
export function isCalendarDay(date: number): boolean {
  const year = yearOf(date)
  const month = Math.floor(date / 100) % 100
  const day = date % 100
  if (month < 1 || month > 12 || day < 1) return false
  return day <= (isLeap(year) && month === 2 ? 29 : (daysOfMonth[month - 1] as number))
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function pack(year = '0', month = '0', day = '0'): number {
  return Number(year) * 10_000 + Number(month) * 100 + Number(day)
}
