// Which moment is written on the paper? "14:05" of the day of the round, "fri 15:00", "24/4 9:30".
import { dayMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'

/** `day` as 2026-04-16; undefined for what is no time. */
export function timeOn(day: string, text: string): number | undefined {
  const minutes = minutesOf(text)
  return minutes === undefined || !isDay(day) ? undefined : londonInstant(day, minutes)
}

/** 14:05, 1405, 9.30 */
function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return Number(hours) * 60 + Number(minutes)
}

/** A day that the calendar has, as 2026-04-16. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && dateOf(at) === text
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Of a promise: a time alone is of the same day, a weekday is the next one after it. */
export function promiseAfter(day: string, text: string): number | undefined {
  const words = text.trim().toLowerCase().split(/\s+/)
  const time = words.at(-1) ?? ''
  if (words.length === 1) return timeOn(day, time)
  const wanted = words.length === 2 ? dayNamed(day, words[0] ?? '') : undefined
  return wanted === undefined ? undefined : timeOn(wanted, time)
}

/** "fri", "24/4", "24/4/2027" or "2027-04-24": in the morning of that day somebody is back. */
export function morningOf(day: string, text: string): number | undefined {
  const word = text.trim().toLowerCase()
  const named = isDay(word) ? word : isDay(day) ? dayNamed(day, word) : undefined
  return named === undefined ? undefined : timeOn(named, '9:00')
}

/** Supply went off or came on at this time of a clock: today, or else the day before. */
export function lastTime(text: string, before: number): number | undefined {
  const at = timeOn(londonDate(before), text)
  return at === undefined || at <= before ? at : timeOn(londonDate(before - dayMs), text)
}

function dayNamed(day: string, word: string): string | undefined {
  const noon = londonInstant(day, 12 * 60)
  const wanted = weekdays.indexOf(word.slice(0, 3))
  if (wanted >= 0) {
    const today = new Date(`${day}T12:00:00Z`).getUTCDay()
    return londonDate(noon + (((wanted - today + 6) % 7) + 1) * dayMs)
  }
  const [, date, month, year = ''] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(word) ?? []
  if (date === undefined || month === undefined) return undefined
  const named = (in_: string) => `${in_}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (year !== '') return named(year)
  const near = named(day.slice(0, 4))
  return near >= day ? near : named(`${Number(day.slice(0, 4)) + 1}`)
}
