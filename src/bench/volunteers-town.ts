// The district with its volunteers and a week of jobs at the peak of W1, and weeks of jobs before:
// who lives where people live, and much that was done already, as matching counts it.
import { sql } from 'kysely'
import { systemActor } from '../access/index.ts'
import { actInBulk, type Draft } from '../events/index.ts'
import { jobClaimed, jobDone, jobOffered } from '../jobs/index.ts'
import { dayMs, hourMs } from '../kernel/clock.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { volunteerAdded } from '../volunteers/index.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { townCouncil } from './town.ts'

export const w1 = { volunteers: 4_000, jobs: 1_570, before: 6_000 } as const

type Home = { readonly person: Id; readonly place: Id; readonly village: Id }
type Helper = { readonly volunteer: Id; readonly village: Id }

const batchMax = 4_000
/** W1's mix: prescriptions 60, shopping 25, chat 10, other 5. */
const kinds = [
  [0.6, 'prescription'],
  [0.85, 'shopping'],
  [0.95, 'friendly-call'],
  [1, 'lift'],
] as const

export type Filled = { readonly jobs: readonly Id[]; readonly villages: readonly Id[] }

/** Once: what is there already is not made again. */
export async function fillTown(node: Node, seed: number): Promise<Filled> {
  const chance = chanceFrom(seed)
  const homes = await homesOf(node)
  const helpers = Array.from({ length: w1.volunteers }, (_, nth) => {
    const { village } = oneOf(homes, chance)
    return { volunteer: idFrom('bench volunteer', `${nth}`), village }
  })
  const near = Map.groupBy(helpers, ({ village }) => village)
  const now = node.clock.now()
  const making = { chance, near, now }
  const old = Array.from({ length: w1.before }, (_, nth) => {
    return jobDrafts(making, { nth: -1 - nth, home: oneOf(homes, chance), isDone: true })
  })
  const open = Array.from({ length: w1.jobs }, (_, nth) => {
    return jobDrafts(making, { nth, home: oneOf(homes, chance), isDone: false })
  })
  const isThere = await hasVolunteers(node)
  if (!isThere) {
    await tell(
      node,
      helpers.map((helper, nth) => addedOf(helper, { nth, chance })),
    )
    await tell(node, [...old, ...open].flat())
    await node.store.takeStock()
  }
  return freeJobs(node)
}

const oneOf = <T>(all: readonly T[], chance: Chance) => all[Math.floor(chance() * all.length)] as T
const who = { council: townCouncil, actor: systemActor(townCouncil).id }

function homesOf(node: Node): Promise<readonly Home[]> {
  return node.store.transaction(who, async tx => {
    const found = await sql<Home>`select p.id as person, p.place, v.id as village from people p
      join places s on s.council = p.council and s.id = p.place
      join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
      where p.council = ${townCouncil} and p.erased_at is null and p.merged_into is null
        and cardinality(p.flags) = 0
      order by p.id limit 20000`.execute(tx)
    return found.rows
  })
}

function hasVolunteers(node: Node): Promise<boolean> {
  return node.store.transaction(who, async tx => {
    const found = await sql<{ n: number }>`select count(*)::int as n from volunteers
      where council = ${townCouncil}`.execute(tx)
    return (found.rows[0]?.n ?? 0) >= w1.volunteers
  })
}

function addedOf({ volunteer, village }: Helper, { nth, chance }: { nth: number; chance: Chance }) {
  const can = {
    vetting: chance() < 0.8 ? ('basic' as const) : ('identity' as const),
    training: [],
    skills: chance() < 0.2 ? ['shopping'] : [],
    languages: chance() < 0.05 ? ['Polish'] : [],
    transport: chance() < 0.7 ? ['car' as const] : ['foot' as const],
  }
  const body = { volunteer, user: null, ...can, jobsMax: 3, keptFrom: [] }
  const words = { name: `Bench Volunteer ${nth}`, phone: '' }
  return volunteerAdded({ subjects: [], place: village, body, words })
}

type Making = {
  readonly chance: Chance
  readonly near: ReadonlyMap<Id, readonly Helper[]>
  readonly now: number
}
type Made = { readonly nth: number; readonly home: Home; readonly isDone: boolean }

/** Of those that are open a third is claimed. */
function jobDrafts({ chance, near, now }: Making, { nth, home, isDone }: Made): readonly Draft[] {
  const job = idFrom('bench job', `${nth}`)
  const { person, place, village } = home
  const luck = chance()
  const kind = kinds.find(([until]) => luck < until)?.[1] ?? 'lift'
  const about = { subjects: [person], place }
  const dueAt = now + Math.floor((isDone ? -chance() * 70 : chance() * 3) * dayMs) + 4 * hourMs
  const body = {
    ...{ job, kind, person, need: null, urgency: 'today' as const, startAt: null, dueAt },
    ...{ size: 'small' as const, care: [], people: 1, vetting: 'basic' as const, standing: null },
  }
  const words = { items: 'Milk', from: 'High Street', safety: '' }
  const offered = jobOffered({ ...about, body, words })
  const helper = oneOf(near.get(village) ?? [], chance)
  if (!helper || (!isDone && chance() > 1 / 3)) return [offered]
  const until = now + 3 * dayMs
  const claim = { job, claim: newId(), volunteer: helper.volunteer, second: null, isWhole: true }
  const claimed = jobClaimed({ ...about, body: { ...claim, until } })
  if (!isDone) return [offered, claimed]
  const done = jobDone({ ...about, body: { job }, words: { handedTo: 'Them', note: '' } })
  return [offered, claimed, done]
}

async function tell(node: Node, drafts: readonly Draft[]): Promise<void> {
  const actor = systemActor(townCouncil)
  const done = await actInBulk(node, actor, {
    ...{ id: newId(), name: 'bench.fill', contentHash: new Uint8Array() },
    async work(_tx, append) {
      for (let from = 0; from < drafts.length; from += batchMax) {
        await append(drafts.slice(from, from + batchMax))
      }
      return {}
    },
  })
  if (isRefusal(done)) throw new Error(`The bench was refused: ${done.refused}`)
}

function freeJobs(node: Node): Promise<Filled> {
  return node.store.transaction(who, async tx => {
    const found = await sql<{ id: Id; village: Id }>`select j.id, v.id as village from jobs j
      join places s on s.council = j.council and s.id = j.place
      join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
      where j.council = ${townCouncil} and j.state = 'offered' order by j.id`.execute(tx)
    const villages = [...new Set(found.rows.map(({ village }) => village))]
    return { jobs: found.rows.map(({ id }) => id), villages }
  })
}
