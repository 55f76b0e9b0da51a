// Which doors does a volunteer have to go to today, where are they, and in which order are they
// best made? Only what whoever holds a job may know of it.
import { sql } from 'kysely'
import { positionsAt, positionsOfPlaces } from '../../geography/index.ts'
import {
  type Facts,
  factsOf,
  getJobKind,
  type OwnJob,
  ownJobs,
  wheresOf,
} from '../../jobs/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Volunteer } from '../../volunteers/index.ts'
import { houseOf, type Spot } from '../domain/ground.ts'
import {
  type Door,
  type Means,
  type PlannedRound,
  planRound,
  type Shop,
} from '../domain/plan-round.ts'
import { keptTimes } from './kept.ts'

export type Held = { readonly job: OwnJob; readonly facts: Facts | undefined }

export type RoundSeen = {
  readonly volunteer: Volunteer
  readonly held: readonly Held[]
  readonly round: PlannedRound
  readonly means: Means
  readonly hasKept: boolean
  /** Of each job the shop before it. */
  readonly shopOf: ReadonlyMap<Id, string | null>
  /** Rung from home, or needed on another day. */
  readonly atHome: readonly OwnJob[]
  readonly later: readonly OwnJob[]
  readonly now: number
}

/** What is due so soon belongs to one round. */
const aheadMs = 18 * hourMs
const bagsOf = { small: 1, medium: 3, large: 6 } as const

type Asked = { readonly council: string; readonly volunteer: Volunteer; readonly now: number }

export async function roundOf(tx: Tx, { council, volunteer, now }: Asked): Promise<RoundSeen> {
  const own = (await ownJobs(tx, { council, volunteer: volunteer.id, now })).filter(isToDo)
  const [atHome, out] = split(own, ({ kind }) => getJobKind(kind).where === 'phone')
  const [later, today] = split(out, ({ dueAt }) => dueAt.getTime() > now + aheadMs)
  const held: Held[] = []
  for (const job of today) held.push({ job, facts: await factsOf(tx, council, { job, now }) })
  const kept = await keptTimes(tx, council, volunteer.id)
  const spots = await spotsOf(tx, council, { held, home: volunteer.place })
  const means = meansOf(volunteer)
  const doors = held.map(one => doorOf(one, { spots, kept }))
  const shops = await shopsOf(tx, council, { doors, village: spots.start.village })
  const round = planRound({ doors, shops, start: spots.start, means, now })
  const hasKept = doors.some(({ keptAt }) => keptAt !== null)
  const shopOf = new Map(doors.map(({ job, shop }) => [job, shop]))
  return { volunteer, held, round, means, hasKept, shopOf, atHome, later, now }
}

const isToDo = ({ state }: OwnJob) => state === 'under-way' || state === 'claimed'

function split<T>(all: readonly T[], is: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(is), all.filter(one => !is(one))]
}

function meansOf({ transport }: Volunteer): Means {
  if (transport.some(one => one === 'car' || one === 'van' || one === '4x4')) return 'car'
  return transport.includes('cycle') ? 'cycle' : 'foot'
}

type Spots = { readonly of: ReadonlyMap<Id, Spot>; readonly start: Spot }

function doorOf(
  { job, facts }: Held,
  { spots, kept }: { readonly spots: Spots; readonly kept: ReadonlyMap<Id, number> },
): Door {
  const { minutes, facts: known } = getJobKind(job.kind)
  return {
    ...{ job: job.id, minutes, bags: known.includes('items') ? bagsOf[job.size] : 0 },
    spot: spots.of.get(job.id) ?? spots.start,
    startAt: job.startAt?.getTime() ?? null,
    dueAt: job.dueAt.getTime(),
    shop: known.includes('from') ? facts?.from?.trim() || null : null,
    keptAt: kept.get(job.id) ?? null,
  }
}

type Home = { readonly job: Id; readonly uprn: string | null; readonly postcode: string | null }

async function spotsOf(
  tx: Tx,
  council: string,
  { held, home }: { readonly held: readonly Held[]; readonly home: Id },
): Promise<Spots> {
  const wheres = await wheresOf(tx, council, [home, ...held.flatMap(({ job }) => job.place ?? [])])
  const ids = held.map(({ job }) => job.id)
  const found =
    await sql<Home>`select j.id as job, d.uprn, coalesce(d.postcode, r.postcode) as postcode
    from jobs j left join people p on p.council = j.council and p.id = j.person
    left join people r on r.council = p.council and r.id = p.root
    left join dwellings d on d.council = r.council and d.id = r.dwelling
    where j.council = ${council} and j.id = any (${ids}::uuid[])`.execute(tx)
  const known = await positionsAt(tx, council, found.rows)
  const [start = null] = await positionsOfPlaces(tx, council, [home])
  const nowhere = { street: null, zone: null, village: null }
  const of = held.map(({ job, facts }) => {
    const nth = found.rows.findIndex(row => row.job === job.id)
    const where = wheres.get(job.place ?? '') ?? nowhere
    const spot = { ...where, house: houseOf(facts?.address ?? ''), position: known[nth] ?? null }
    return [job.id, spot] as const
  })
  const own = wheres.get(home) ?? nowhere
  return { of: new Map(of), start: { ...own, house: null, position: start } }
}

type Wanted = { readonly doors: readonly Door[]; readonly village: Id | null }

/** By its name where the village knows it, else somewhere in the village. */
async function shopsOf(tx: Tx, council: string, { doors, village }: Wanted) {
  const names = [...new Set(doors.flatMap(({ shop }) => shop ?? []))]
  if (names.length === 0) return []
  const found = await sql<{ name: string; place: Id }>`select lower(o.name) as name, o.place
    from organisations o join places p on p.council = o.council and p.id = o.place
    where o.council = ${council} and p.path @> array[${village}::uuid]
      and lower(o.name) <> ''`.execute(tx)
  const places = names.map(
    name => found.rows.find(row => name.toLowerCase().startsWith(row.name))?.place ?? village,
  )
  const wheres = await wheresOf(
    tx,
    council,
    places.flatMap(place => place ?? []),
  )
  const known = await positionsOfPlaces(
    tx,
    council,
    places.map(place => place ?? ''),
  )
  return names.map((name, nth): Shop => {
    const where = wheres.get(places[nth] ?? '') ?? { street: null, zone: null, village }
    return { name, spot: { ...where, house: null, position: known[nth] ?? null } }
  })
}
