// How are numbers, dates and times written? One way everywhere: 24 hours, whole days, London time.

import type { Lang } from './strings/strings.ts'
import { formatStrings } from './strings/words/format.ts'

/** A moment: milliseconds since 1970, a Date, or what the database gives. */
export type Moment = number | Date

export type Format = {
  /** 5,310 */
  number(value: number): string
  /** Wednesday 15 April 2026 */
  date(at: Moment): string
  /** 15 April 2026 */
  shortDate(at: Moment): string
  /** The same of a day that is written 2026-04-15, as birthdays are: no clock moves it. */
  day(day: string): string
  /** 15:20 */
  time(at: Moment): string
  /** 13 April 15:20, for rows */
  row(at: Moment): string
  /** 15:20, Wednesday 15 April 2026 */
  timeAndDate(at: Moment): string
  /** today 15:20, yesterday 15:20, otherwise 13 April 15:20 */
  near(at: Moment, now: Moment): string
  /** under 1 day, 1 day, 14 days: whole days by the clock given */
  days(count: number): string
  /** 40 minutes, 9 hours, 3 days: the largest whole unit */
  duration(ms: number): string
}

const zone = 'Europe/London'
const numbers = new Intl.NumberFormat('en-GB')

function partsIn(locale: 'en-GB' | 'cy') {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

const english = partsIn('en-GB')
const welsh = partsIn('cy')

type Parts = Readonly<Record<string, string>>
const known = new Map<Intl.DateTimeFormat, Map<number, Parts>>([
  [english, new Map()],
  [welsh, new Map()],
])
const knownMax = 2_000

/** To ask for these of every birthday of a list would take longer than all else of its page. */
const monthsIn = (written: Intl.DateTimeFormat) =>
  Array.from({ length: 12 }, (_, month) => london(Date.UTC(2026, month, 15), written).month ?? '')
const englishMonths = monthsIn(english)
const welshMonths = monthsIn(welsh)

function writtenDay(day: string, months: readonly string[]): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${Number(year)}`
}

/** Names in the order of the language: in Welsh ch, dd, ff, ng, ll, ph, rh and th are letters. */
export function collatorOf(lang: Lang): Intl.Collator {
  return lang === 'cy' ? welshOrder : englishOrder
}

const englishOrder = new Intl.Collator('en-GB', { numeric: true })
const welshOrder = new Intl.Collator('cy', { numeric: true })

export function format(lang: Lang): Format {
  const t = formatStrings(lang)
  const written = lang === 'cy' ? welsh : english
  const dayAndMonth = (at: Moment) => {
    const { day, month } = london(at, written)
    return `${day} ${month}`
  }
  const longDate = (at: Moment) =>
    `${london(at, written).weekday} ${dayAndMonth(at)} ${london(at, written).year}`
  const row = (at: Moment) => t.date(`${dayAndMonth(at)} ${clock(at)}`)
  return {
    number: value => numbers.format(value),
    date: at => t.date(longDate(at)),
    shortDate: at => t.date(`${dayAndMonth(at)} ${london(at).year}`),
    day: day => t.date(writtenDay(day, lang === 'cy' ? welshMonths : englishMonths)),
    time: clock,
    row,
    timeAndDate: at => t.timeOnDate(clock(at), longDate(at)),
    near(at, now) {
      const ago = calendarDay(now) - calendarDay(at)
      if (ago === 0) return t.today(clock(at))
      return ago === 1 ? t.yesterday(clock(at)) : row(at)
    },
    days: count => wholeDays(t, Math.floor(count)),
    duration: ms => duration(t, Math.floor(ms / 60_000)),
  }
}

function wholeDays(t: ReturnType<typeof formatStrings>, days: number): string {
  return days < 1 ? t.underOneDay : t.days(days, numbers.format(days))
}

function duration(t: ReturnType<typeof formatStrings>, minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 1) return t.days(days, numbers.format(days))
  return hours > 0 ? t.hours(hours, `${hours}`) : t.minutes(minutes, `${minutes}`)
}

/** Days since 1970 on London's calendar: a day there may have 23 or 25 hours. */
export function calendarDay(at: Moment): number {
  const { year, month, day } = london(at)
  return Math.round(Date.parse(`${day} ${month} ${year} 00:00 UTC`) / 86_400_000)
}

function clock(at: Moment): string {
  const { hour, minute } = london(at)
  return `${hour}:${minute}`
}

/** Nothing is asked as often, and a page asks for the same minute again and again. */
function london(at: Moment, written = english): Parts {
  const minute = Math.floor(Number(at) / 60_000)
  const minutes = known.get(written) ?? new Map<number, Parts>()
  const found = minutes.get(minute)
  if (found) return found
  const parts = written.formatToParts(at).map(part => [part.type, part.value])
  if (minutes.size >= knownMax) minutes.clear()
  minutes.set(minute, Object.fromEntries(parts))
  return Object.fromEntries(parts)
}
