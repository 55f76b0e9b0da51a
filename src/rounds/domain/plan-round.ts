// In which order does a volunteer make the jobs that they hold? Shops before their doors, each by
// when it is needed; the same jobs give the same round, and what was kept stays where it was.
import type { Id } from '../../kernel/ids.ts'
import {
  type Point,
  planRounds,
  type RoundsAsk,
  triesOf,
  type UnassignedReason,
  type Visit,
} from '../../routing/index.ts'
import { groundOf, type Spot } from './ground.ts'

export type Door = {
  readonly job: Id
  readonly spot: Spot
  /** At the door, and at the shop before it where there is one. */
  readonly minutes: number
  readonly bags: number
  /** Milliseconds since 1970 UTC. */
  readonly startAt: number | null
  readonly dueAt: number
  readonly shop: string | null
  /** What they meant to be there at, when the round was kept. */
  readonly keptAt: number | null
}

export type Shop = { readonly name: string; readonly spot: Spot }

export const means = ['foot', 'cycle', 'car'] as const
export type Means = (typeof means)[number]

export type RoundAsk = {
  readonly doors: readonly Door[]
  readonly shops: readonly Shop[]
  readonly start: Spot
  readonly means: Means
  readonly now: number
}

export type PlannedStop = {
  readonly kind: 'shop' | 'visit'
  /** Of the job, or the name of the shop. */
  readonly id: string
  readonly at: number
  readonly point: Point | null
}

export type PlannedRound = {
  readonly stops: readonly PlannedStop[]
  readonly metres: number
  readonly endsAt: number
  readonly left: readonly { readonly job: Id; readonly reason: UnassignedReason }[]
  /** Kept at a time that cannot be kept any more. */
  readonly moved: readonly Id[]
  readonly isGuessed: boolean
  readonly start: Point | null
}

/** Metres a second, and bags at once. */
const speeds: Readonly<Record<Means, number>> = { foot: 1.2, cycle: 3.5, car: 7 }
const rooms: Readonly<Record<Means, number>> = { foot: 3, cycle: 3, car: 12 }
const shopSeconds = 15 * 60
const doorSecondsAfterShop = 5 * 60
const hoursMost = 8
const daySeconds = 24 * 3_600
/** Either side of a time that was kept. */
const keptSeconds = 30 * 60
const tries = 800
const seed = 1
const walker = 'walker'

export function planRound(ask: RoundAsk): PlannedRound {
  const { doors, shops, start, now } = ask
  const spots = [...doors.map(own => own.spot), ...shops.map(own => own.spot), start]
  const { metres, points } = groundOf(spots)
  const asked = asRounds(ask, metres)
  const { rounds, unassigned, moved } = planRounds(asked, { budget: triesOf(tries), seed })
  const [round] = rounds
  const at = (seconds: number) => now + seconds * 1000
  const pointOf = (kind: string, id: string) => {
    const nth =
      kind === 'visit'
        ? doors.findIndex(({ job }) => job === id)
        : doors.length + shops.findIndex(({ name }) => name === id)
    return points?.[nth] ?? null
  }
  return {
    stops: (round?.stops ?? []).map(({ kind, id, begins }) => ({
      ...{ kind, id, at: at(begins) },
      point: pointOf(kind, id),
    })),
    metres: round?.metres ?? 0,
    endsAt: at(round?.ends ?? 0),
    left: unassigned.map(({ visit, reason }) => ({ job: visit, reason })),
    moved,
    isGuessed: points === null,
    start: points?.at(-1) ?? null,
  }
}

function asRounds({ doors, shops, means: by, now }: RoundAsk, metres: RoundsAsk['metres']) {
  const speed = speeds[by]
  const seconds = { size: metres.size, cells: metres.cells.map(own => own / speed) }
  const start = metres.size - 1
  const own = { id: walker, start, end: start, from: 0, to: hoursMost * 3_600 }
  return {
    ...{ metres, seconds },
    visits: doors.map((door, nth) => visitOf(door, { nth, now, room: rooms[by] })),
    shops: shops.map(({ name }, nth) => {
      return { id: name, at: doors.length + nth, seconds: shopSeconds, from: 0, to: daySeconds }
    }),
    walkers: [{ ...own, room: roomFor(doors, rooms[by]), skills: [], people: 2 }],
    movedMetres: 0,
  } satisfies RoundsAsk
}

type About = { readonly nth: number; readonly now: number; readonly room: number }

function visitOf(door: Door, { nth, now, room }: About): Visit {
  const { job, minutes, bags, startAt, dueAt, shop, keptAt } = door
  const secondsTo = (at: number) => (at - now) / 1000
  // Whoever is late already is served as soon as may be, not left out.
  const to = dueAt > now ? secondsTo(dueAt) : daySeconds
  const kept = keptAt === null ? null : secondsTo(keptAt)
  return {
    ...{ id: job, at: nth, seconds: shop === null ? minutes * 60 : doorSecondsAfterShop },
    ...{ from: startAt === null ? 0 : Math.max(0, secondsTo(startAt)), to },
    ...{ load: Math.min(bags, room), skills: [], people: 1, never: [] },
    ...(shop === null ? {} : { shop }),
    ...(kept === null || kept < 0
      ? {}
      : { promised: { walker, from: Math.max(0, kept - keptSeconds), to: kept + keptSeconds } }),
  }
}

/** A single job is never too big for whoever took it. */
function roomFor(doors: readonly Door[], room: number): number {
  return Math.max(room, ...doors.map(({ bags }) => Math.min(bags, room)))
}
