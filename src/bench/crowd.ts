// Where does the bench of searching run? In the district's homes, with as many people as one asks.
//
// They come in as any list does: events, register words, read models and search words, 5,000 to a
// batch, by the same projection. Only the matching of a list against the register is left out.
import { sql } from 'kysely'
import { addUser, openSession, type RoleName, systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { generateDistrict } from '../demo/generate/index.ts'
import { checkDigit } from '../demo/generate/nhs-number.ts'
import { dwellingDrafts, placeDrafts } from '../demo/load-places.ts'
import { act, actInBulk, type Draft, findCouncil, foundCouncil } from '../events/index.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { personAdded } from '../people/index.ts'
import type { BenchOptions } from './bench.ts'
import { chanceFrom } from './chance.ts'
import { type CrowdPerson, crowdPerson } from './crowd-names.ts'

const council = 'crowd'
const batch = 5_000
const draftsPerPart = 2_000

export type Target = CrowdPerson & { readonly id: Id; readonly address: string; postcode: string }

export type Crowd = {
  /** Some of the people, with what somebody may know of them. */
  readonly targets: readonly Target[]
  readonly villages: readonly Id[]
  signIn(role: RoleName, place: Id | null): Promise<string>
  close(): Promise<void>
}

type Prepare = Pick<BenchOptions, 'seed' | 'io' | 'dataDir'> & { readonly people: number }
type Home = { id: Id; street: Id; address: string; postcode: string }

export async function openCrowd({ dataDir, seed, io, people }: Prepare): Promise<Crowd> {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  if (!(await findCouncil(node, council))) {
    await foundCouncil(node, { id: council, name: 'Crowd', gss: null, practice: true })
    const { places } = generateDistrict({ size: 'W1', seed })
    await bulk(node, [...placeDrafts(places), ...dwellingDrafts(places)], draftsPerPart)
  }
  const homes = await homesOf(node)
  const before = await countPeople(node)
  const progress = io.progress('People', people)
  for (let from = before; from < people; from += batch) {
    const most = Math.min(batch, people - from)
    const drafts = Array.from({ length: most }, (_, i) => draftOf(from + i, homes, seed))
    await bulk(node, drafts, batch)
    progress.update(from + most)
  }
  progress.end()
  await node.store.takeStock()
  const chance = chanceFrom(seed)
  return {
    targets: Array.from({ length: 2_000 }, () => {
      const nth = Math.floor(chance() * people)
      return { ...madeOf(nth, seed), ...homeOf(nth, homes), id: personId(nth) }
    }),
    villages: await villagesOf(node),
    signIn: (role, place) => signIn(node, role, place),
    async close() {
      await node.store.close()
      await database.stop()
    },
  }
}

const personId = (nth: number) => idFrom('crowd', `${nth}`)
const madeOf = (nth: number, seed: number) => crowdPerson(chanceFrom(seed + nth * 7919), nth)
const homeOf = (nth: number, homes: readonly Home[]) => homes[nth % homes.length] as Home

function draftOf(nth: number, homes: readonly Home[], seed: number): Draft {
  const made = madeOf(nth, seed)
  const home = homeOf(nth, homes)
  const person = personId(nth)
  const contactPoints = made.phones.map((phone, at) => ({
    id: idFrom('crowd', `${nth}`, `${at}`),
    kind: phone.startsWith('+447') ? ('mobile' as const) : ('landline' as const),
  }))
  return personAdded({
    subjects: [person],
    place: home.street,
    body: {
      person,
      dwelling: home.id,
      household: null,
      source: 'test',
      flags: [],
      contactPoints,
    },
    words: {
      given: made.given,
      middle: '',
      family: made.family,
      born: made.born,
      nhs: testNumber(nth),
      address: home.address,
      postcode: home.postcode,
      language: null,
      contacts: made.phones.map(value => ({ value, raw: value })),
    },
  })
}

/** Of the range kept for tests; none where the check digit would be ten. */
function testNumber(nth: number): string | null {
  const body = `999${String(nth).padStart(6, '0')}`
  const digit = checkDigit(body)
  return digit === null ? null : body + digit
}

async function bulk(node: Node, drafts: readonly Draft[], size: number): Promise<void> {
  await actInBulk(node, systemActor(council), {
    id: newId(),
    name: 'bench.crowd',
    contentHash: new Uint8Array(),
    async work(_tx, append) {
      for (let from = 0; from < drafts.length; from += size) {
        await append(drafts.slice(from, from + size))
      }
      return {}
    },
  })
}

function asking<T>(node: Node, query: ReturnType<typeof sql<T>>): Promise<readonly T[]> {
  const who = { council, actor: systemActor(council).id }
  return node.store.transaction(who, async tx => (await query.execute(tx)).rows)
}

function homesOf(node: Node): Promise<readonly Home[]> {
  return asking(
    node,
    sql<Home>`select id, street, address, postcode from dwellings
      where council = ${council} order by id`,
  )
}

async function countPeople(node: Node): Promise<number> {
  const counted = sql<{ n: number }>`select count(*) as n from people where council = ${council}`
  return Number((await asking(node, counted))[0]?.n ?? 0)
}

async function villagesOf(node: Node): Promise<readonly Id[]> {
  const found = sql<{ id: Id }>`select id from places
    where council = ${council} and kind = 'village' order by id`
  return (await asking(node, found)).map(({ id }) => id)
}

async function signIn(node: Node, role: RoleName, place: Id | null): Promise<string> {
  const user = newId()
  const grants = [{ role, place, purpose: 'bench', until: null }]
  const input = { user, name: `Bench ${role}`, email: null, grants }
  const done = await act(node, systemActor(council), addUser, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`A ${role} was refused: ${done.refused}`)
  const { token } = await node.store.transaction({ council, actor: user }, tx =>
    openSession(tx, { council, user, now: node.clock.now() }),
  )
  return `doorstep=${council}.${token}`
}
