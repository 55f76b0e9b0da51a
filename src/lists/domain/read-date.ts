// Which day does this cell mean? The right one, or none: a form that the column does not declare
// is never guessed at, because `01/02/1950` has two readings and both look fine.

export const dateForms = [
  'YYYYMMDD',
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'DD.MM.YYYY',
  'D/M/YYYY',
  'D MMM YYYY',
  'DD/MM/YYYY H:MM',
  'DD/MM/YYYY HH:MM:SS',
  'YYYY-MM-DD HH:MM:SS',
  'YYYY-MM-DDTHH:MM:SSZ',
  'excel-day',
] as const
export type DateForm = (typeof dateForms)[number]

export type ReadDate =
  | { readonly kind: 'date'; readonly date: string; readonly form: DateForm }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly why: UnreadableDate }
export const unreadableDates = [
  'two-digit-year',
  'us-order',
  'not-a-real-date',
  'not-in-a-known-form',
] as const
export type UnreadableDate = (typeof unreadableDates)[number]
/** Other dates of this column can only be read with the month first. */
export type DateDoubt = { readonly isOrderInDoubt: boolean }

const yearMin = 1880
const yearMax = 2100

export function readDate(cell: string, forms: readonly DateForm[], doubt?: DateDoubt): ReadDate {
  const text = cell.trim()
  if (text === '') return { kind: 'empty' }
  if (doubt?.isOrderInDoubt && orderOf(text) === 'either') return unreadable('us-order')
  for (const form of forms) {
    const date = readers[form](text)
    if (date === 'not-real') {
      return unreadable(orderOf(text) === 'month-first' ? 'us-order' : 'not-a-real-date')
    }
    if (date !== undefined) return { kind: 'date', date, form }
  }
  return unreadable(whyUnreadable(text))
}

/** What the numbers of a date say about their order; nothing where they are no such date. */
export function orderOf(text: string): 'day-first' | 'month-first' | 'either' | undefined {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?:\D|$)/.exec(text.trim())
  if (parts === null) return undefined
  const [first, second] = [Number(parts[1]), Number(parts[3])]
  if (first > 12) return second <= 12 ? 'day-first' : undefined
  if (second > 12) return second <= 31 ? 'month-first' : undefined
  return first === second ? undefined : 'either'
}

function unreadable(why: UnreadableDate): ReadDate {
  return { kind: 'unreadable', why }
}

/** A day as `YYYY-MM-DD`; 'not-real' fits the form but no calendar; undefined: another form. */
type Day = string | 'not-real' | undefined
type Reader = (text: string) => Day

const readers: Readonly<Record<DateForm, Reader>> = {
  YYYYMMDD: byPattern(/^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/),
  'YYYY-MM-DD': byPattern(/^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/),
  'DD/MM/YYYY': byPattern(/^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4})$/),
  'DD-MM-YYYY': byPattern(/^(?<d>\d{2})-(?<m>\d{2})-(?<y>\d{4})$/),
  'DD.MM.YYYY': byPattern(/^(?<d>\d{2})\.(?<m>\d{2})\.(?<y>\d{4})$/),
  'D/M/YYYY': byPattern(/^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/),
  'D MMM YYYY': readNamedMonth,
  'DD/MM/YYYY H:MM': byPattern(/^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4}) (?<h>\d{1,2}):(?<n>\d{2})$/),
  'DD/MM/YYYY HH:MM:SS': byPattern(
    /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4}) (?<h>\d{2}):(?<n>\d{2}):(?<s>\d{2})$/,
  ),
  'YYYY-MM-DD HH:MM:SS': byPattern(
    /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2}) (?<h>\d{2}):(?<n>\d{2}):(?<s>\d{2})$/,
  ),
  'YYYY-MM-DDTHH:MM:SSZ': readMoment,
  'excel-day': readExcelDay,
}

function byPattern(pattern: RegExp): Reader {
  return text => {
    const parts = pattern.exec(text)?.groups
    if (parts === undefined) return undefined
    const isTime = (part: string | undefined, max: number) => Number(part ?? 0) <= max
    if (!isTime(parts.h, 23) || !isTime(parts.n, 59) || !isTime(parts.s, 59)) return 'not-real'
    return dayOf(Number(parts.y), Number(parts.m), Number(parts.d))
  }
}

function dayOf(year: number, month: number, day: number): Day {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const isReal = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return isReal && year >= yearMin && year <= yearMax
    ? moment.toISOString().slice(0, 10)
    : 'not-real'
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `12 Nov 1948`, `12-November-1948`: a month by its name has no order to doubt. */
function readNamedMonth(text: string): Day {
  const parts = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(text)
  if (parts === null) return undefined
  const [, day, name = '', year] = parts
  const at = months.indexOf(name.slice(0, 3).toLowerCase())
  const isWhole = longMonths[at] === name.toLowerCase() || name.length === 3
  if (at === -1 || !(isWhole || name.toLowerCase() === 'sept')) return undefined
  return dayOf(Number(year), at + 1, Number(day))
}

const longMonths = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2000, at))
    .toLowerCase(),
)

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** A moment in UTC belongs to the day that it was in London. */
function readMoment(text: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/.exec(text)
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map(Number)
  if (hour > 23 || minute > 59 || second > 59) return 'not-real'
  if (dayOf(year, month, day) === 'not-real') return 'not-real'
  return londonDay.format(new Date(text))
}

/** Day 1 is 1 January 1900, and Excel believes in 29 February 1900. Five digits: 1927 to 2100. */
function readExcelDay(text: string): Day {
  if (!/^[1-9]\d{4}$/.test(text)) return undefined
  const moment = new Date(Date.UTC(1899, 11, 30 + Number(text)))
  return dayOf(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate())
}

function whyUnreadable(text: string): UnreadableDate {
  const isShortYear = /^\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2}(\D|$)/.test(text)
  if (isShortYear) return 'two-digit-year'
  return 'not-in-a-known-form'
}
