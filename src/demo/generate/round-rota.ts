// Who makes each try, and at what minute? Nobody does two things at once, and callers have a limit.
import { addDays, londonInstant } from './london-time.ts'
import { at, stream } from './random.ts'
import type { Try } from './round-tries.ts'
import type { Story } from './story.ts'
import type { District, Person, Staff, StaffRole } from './types.ts'
import { round } from './workload.ts'

const attemptsPerShift = 30
const attemptsBeforeOpening = 5
/** How long the work of the opening day has gone on at least, unless the day is younger. */
const openingDayMinutes = 90

/** Minutes of the day in which each role works; the opening day stops at the opening. */
const shift: Partial<Record<StaffRole, readonly [number, number]>> = {
  'call-handler': [540, 1020],
  'village-coordinator': [570, 1110],
  'street-lead': [600, 1080],
}

export type Rota = (person: Person, made: Try) => Staff

export function rotaOf(district: District): Rota {
  const random = stream(district.seed, 'rota')
  const { places, staff } = district
  const byRef = new Map(staff.map(one => [one.ref, one]))
  const coordinators = Map.groupBy(
    staff.filter(one => one.role === 'village-coordinator'),
    one => one.villageRefs[0],
  )
  const streetOwner = new Map(places.streets.map(street => [street.ref, street.ownerRef]))
  const handlers = staff.filter(one => one.role === 'call-handler')
  const loads = new Map<string, number>()

  const coordinatorFor = (person: Person) => {
    const own = coordinators.get(person.villageRef) ?? []
    return own[random.below(own.length)]
  }
  const leastLoaded = (day: number) => {
    const load = (one: Staff) => loads.get(`${day}/${one.ref}`) ?? 0
    const first = handlers.reduce((best, one) => (load(one) < load(best) ? one : best))
    const most = day === round.openingDay ? attemptsBeforeOpening : attemptsPerShift
    return load(first) < most ? first : null
  }
  const handlerOn = (day: number) => {
    const free = leastLoaded(day) ?? at(handlers, random.below(handlers.length))
    loads.set(`${day}/${free.ref}`, (loads.get(`${day}/${free.ref}`) ?? 0) + 1)
    return free
  }

  return (person, { day, channel }) => {
    const lead = byRef.get(streetOwner.get(person.streetRef ?? '') ?? '')
    if (channel === 'doorstep') return lead ?? coordinatorFor(person) ?? handlerOn(day)
    const fromHub = channel === 'letter' || random.chance(0.45)
    if (fromHub && leastLoaded(day)) return handlerOn(day)
    return coordinatorFor(person) ?? handlerOn(day)
  }
}

/** When a staff member's tries of one day happened: spread over the shift, in order. */
export function timesFor(
  who: Staff,
  day: number,
  { count, seed, story }: { count: number; seed: number; story: Story },
) {
  const random = stream(seed, `times/${who.ref}/${day}`)
  const [from, until] = shift[who.role] ?? [540, 1020]
  const isOpeningDay = day === round.openingDay
  const [start, end] = isOpeningDay
    ? untilOpening(from, until, story.openingMinutes)
    : [from, until]
  const step = (end - start) / count
  const date = addDays(story.startedOn, day - 1)
  return Array.from({ length: count }, (_, index) =>
    londonInstant(date, start + Math.floor((index + random.next() * 0.8) * step)),
  )
}

/** Opened before the working hours, the demo finds them moved: the day is always under way. */
function untilOpening(from: number, until: number, openingMinutes: number): [number, number] {
  const start = Math.max(0, Math.min(from, 550, openingMinutes - openingDayMinutes))
  return [start, Math.min(until, openingMinutes - Math.min(6, openingMinutes / 5))]
}
