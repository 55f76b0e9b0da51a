// Which services fit what was asked: words, category, age, day, hours, place, open now?
import { londonDate, londonMinutes } from '../../kernel/london.ts'
import { type Schedule, type Service, termsOf } from './open-referral.ts'

export type Asked = {
  readonly search?: string | undefined
  readonly term?: string | undefined
  readonly taxonomy?: string | undefined
  readonly minimumAge?: number | undefined
  readonly maximumAge?: number | undefined
  /** MO, or Monday. */
  readonly day?: string | undefined
  /** `09:00`. */
  readonly opensFrom?: string | undefined
  readonly closesBy?: string | undefined
  readonly postcode?: string | undefined
  /** Open at this moment; milliseconds since 1970 UTC. */
  readonly openAt?: number | undefined
}

export function findServices(all: readonly Service[], asked: Asked): readonly Service[] {
  const tests = testsOf(asked)
  return all.filter(one => tests.every(test => test(one)))
}

type Test = (service: Service) => boolean

function testsOf(asked: Asked): readonly Test[] {
  const { search, term, taxonomy, minimumAge, maximumAge, postcode, openAt } = asked
  const words = wordsOf(search ?? '')
  const tests: (Test | undefined)[] = [
    words.length === 0 ? undefined : one => words.every(word => textOf(one).includes(word)),
    term === undefined ? undefined : one => termsOf(one).some(({ id }) => id === term),
    taxonomy === undefined ? undefined : one => termsOf(one).some(t => t.taxonomy === taxonomy),
    minimumAge === undefined ? undefined : one => (one.minimum_age ?? 0) >= minimumAge,
    maximumAge === undefined ? undefined : one => (one.maximum_age ?? 999) <= maximumAge,
    postcode === undefined ? undefined : one => liesAt(one, postcode),
    isOnAnyDay(asked) ? undefined : one => (one.schedules ?? []).some(at => suits(at, asked)),
    openAt === undefined ? undefined : one => isOpenAt(one, openAt) === true,
  ]
  return tests.flatMap(test => test ?? [])
}

const isOnAnyDay = ({ day, opensFrom, closesBy }: Asked) =>
  day === undefined && opensFrom === undefined && closesBy === undefined

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1)
}

function textOf(service: Service): string {
  const terms = termsOf(service).map(one => one.name)
  const { name, description, organization } = service
  return [name, description, organization?.name, ...terms, ...whereOf(service)]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
}

/** Addresses in words, one for each location. */
export function whereOf(service: Service): readonly string[] {
  return (service.service_at_locations ?? []).flatMap(({ location }) =>
    (location?.addresses ?? []).map(({ address_1, city, postal_code }) =>
      [location?.name, address_1, city, postal_code].filter(Boolean).join(', '),
    ),
  )
}

const tight = (code: string) => code.toUpperCase().replace(/\s+/g, '')

/** The whole postcode, or its first half. */
function liesAt(service: Service, postcode: string): boolean {
  const codes = (service.service_at_locations ?? []).flatMap(({ location }) =>
    (location?.addresses ?? []).flatMap(one => one.postal_code ?? []),
  )
  const asked = tight(postcode)
  return codes.some(code => tight(code) === asked || code.toUpperCase().split(/\s+/)[0] === asked)
}

export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

const daysOf = ({ byday }: Schedule) =>
  (byday ?? '')
    .toUpperCase()
    .split(',')
    .map(one => one.trim().slice(-2))

const minutesOf = (time: string | undefined): number | undefined => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time ?? '') ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

function suits(schedule: Schedule, { day, opensFrom, closesBy }: Asked): boolean {
  const [opens, closes] = [minutesOf(schedule.opens_at), minutesOf(schedule.closes_at)]
  const [from, by] = [minutesOf(opensFrom), minutesOf(closesBy)]
  if (day !== undefined && !daysOf(schedule).includes(day.toUpperCase().slice(0, 2))) return false
  if (from !== undefined && (opens === undefined || opens < from)) return false
  return by === undefined || (closes !== undefined && closes <= by)
}

/** Undefined: it does not say in a way that can be told. */
export function isOpenAt(service: Service, now: number): boolean | undefined {
  const told = (service.schedules ?? []).filter(
    one => one.freq === 'WEEKLY' && one.byday && minutesOf(one.opens_at) !== undefined,
  )
  if (service.status !== 'active') return false
  if (told.length === 0) return undefined
  return told.some(one => isWithin(one, now))
}

function isWithin(schedule: Schedule, now: number): boolean {
  const today = londonDate(now)
  if (schedule.valid_from && schedule.valid_from > today) return false
  if (schedule.valid_to && schedule.valid_to < today) return false
  const weekday = weekdays[new Date(`${today}T12:00:00Z`).getUTCDay()] ?? 'SU'
  if (!daysOf(schedule).includes(weekday)) return false
  const at = londonMinutes(now)
  return at >= (minutesOf(schedule.opens_at) ?? 0) && at < (minutesOf(schedule.closes_at) ?? 1_440)
}
