// Which moment does the page ask about? Reads what people type, in London's time, and says why not.

export type AsOf = {
  /** Null is now. */
  readonly at: number | null
}

export type AsOfProblem = 'date-not-real' | 'time-not-real' | 'in-future'
export type AsOfWords = { readonly date: string; readonly time: string }
export type AsOfAnswer =
  | { readonly at: number | null }
  | { readonly problem: AsOfProblem; readonly words: AsOfWords }

/** `at` is 2026-04-14T18:00 from a link; `date` and `time` are what a person typed. */
export type AsOfAsked = {
  readonly at?: string | undefined
  readonly date?: string | undefined
  readonly time?: string | undefined
}

export function readAsOf(asked: AsOfAsked, now: number): AsOfAnswer {
  const words = wordsOf(asked)
  if (words === null) return { at: null }
  const date = readDate(words.date)
  if (!date) return { problem: 'date-not-real', words }
  const time = readTime(words.time)
  if (!time) return { problem: 'time-not-real', words }
  const at = fromLondon([...date, ...time])
  return at > now ? { problem: 'in-future', words } : { at }
}

function wordsOf({ at, date, time }: AsOfAsked): AsOfWords | null {
  if (date !== undefined || time !== undefined) {
    const typed = { date: (date ?? '').trim(), time: (time ?? '').trim() }
    return typed.date === '' && typed.time === '' ? null : typed
  }
  if (at === undefined || at.trim() === '') return null
  const [day = '', clock = ''] = at.trim().split('T')
  const [year, month, dayOfMonth, ...more] = day.split('-')
  const isWhole = more.length === 0 && dayOfMonth !== undefined
  return { date: isWhole ? `${dayOfMonth}/${month}/${year}` : day, time: clock }
}

type Numbers = readonly [number, number, number]

/** 14/04/2026, 14.4.2026 or 14-4-2026, day first. */
function readDate(text: string): Numbers | undefined {
  const found = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text)
  if (!found) return undefined
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const made = new Date(Date.UTC(year, month - 1, day))
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year >= 2000
  return isReal ? [year, month, day] : undefined
}

/** 18:00, 18.00, or nothing for the start of the day. */
function readTime(text: string): readonly [number, number] | undefined {
  if (text === '') return [0, 0]
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text)
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return found && hour < 24 && minute < 60 ? [hour, minute] : undefined
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 2026-04-14T18:00, as an address carries it. */
export function asOfText(at: number): string {
  const { year, month, day, hour, minute } = partsOf(at)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** What stands in the boxes. */
export function asOfWords(at: number): AsOfWords {
  const { year, month, day, hour, minute } = partsOf(at)
  return { date: `${day}/${month}/${year}`, time: `${hour}:${minute}` }
}

export type QuickMoment = { readonly name: 'yesterday' | 'weekAgo'; readonly at: number }

/** Yesterday 18:00 and this time a week ago, by London's clock, whatever the clocks do between. */
export function quickMoments(now: number): readonly QuickMoment[] {
  const { year, month, day, hour, minute } = partsOf(now)
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return [
    { name: 'yesterday', at: fromLondon([y, m, d - 1, 18, 0]) },
    { name: 'weekAgo', at: fromLondon([y, m, d - 7, Number(hour), Number(minute)]) },
  ]
}

/** When the day of this moment ends on London's calendar; it may have 23 or 25 hours. */
export function endOfDay(now: number): number {
  const { year, month, day } = partsOf(now)
  return fromLondon([Number(year), Number(month), Number(day) + 1, 0, 0])
}

/** Of a time that comes twice, the first; of one that is skipped, the same moment an hour on. */
function fromLondon(numbers: readonly number[]): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = numbers
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minute)
  const inSummer = asIfUtc - 3_600_000
  return offsetAt(inSummer) === 3_600_000 ? inSummer : asIfUtc
}

function offsetAt(at: number): number {
  const { year, month, day, hour, minute } = partsOf(at)
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  return shown - Math.floor(at / 60_000) * 60_000
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>

function partsOf(at: number): Parts {
  const entries = london.formatToParts(at).map(part => [part.type, part.value])
  return Object.fromEntries(entries) as Parts
}
