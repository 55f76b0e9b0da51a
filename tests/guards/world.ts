// Two councils for the guards: places, people marked at every level, everyone who may ask.
import {
  type Actor,
  addUser,
  grantsOf,
  type RoleName,
  roleNames,
  systemActor,
} from '../../src/access/index.ts'
import { act, actInBulk, type Draft, foundCouncil } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { addPlaces, organisationAdded } from '../../src/places/index.ts'
import { acceptTestAgreement } from '../../src/testing/accept-agreement.ts'
import { council, makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { type SignedIn, signedIn, signedOut } from '../../src/testing/request.ts'
import { addMarkedActs } from './marked-acts.ts'
import { addMarkedAreas } from './marked-areas.ts'
import { addMarkedJoined } from './marked-joined.ts'
import { addMarkedLists } from './marked-lists.ts'
import { addMarkedMailings, mailingOf, templateOf } from './marked-mailings.ts'
import { addMarkedNotices } from './marked-notices.ts'
import { addMarkedPeople, householdOf, type MarkedPerson } from './marked-people.ts'
import { addMarkedPlaces } from './marked-places.ts'
import {
  actionOf,
  addMarkedRound,
  campaignOf,
  concernOf,
  memberOf,
  needOf,
  reviewOf,
} from './marked-round.ts'
import { addMarkedSealed } from './marked-sealed.ts'
import { addMarkedSheets } from './marked-sheets.ts'

export const otherCouncil = 'north-vale'

/**
 * Where a thing lies, seen by somebody whose grant is for the first street of the first village.
 * `same zone` is the street beside it; `nowhere` is a thing that is not there at all.
 */
export const relations = [
  'own place',
  'same zone',
  'other place',
  'everyone',
  'whole council',
  'other council',
  'nowhere',
] as const
export type Relation = (typeof relations)[number]

/** A village with its zone and its two streets, and all their homes. */
export type Village = {
  readonly village: Id
  readonly zone: Id
  readonly street: Id
  readonly beside: Id
}

export type Visitor = {
  readonly name: string
  readonly council: string
  readonly role: RoleName | null
  /** `one village` is the first one, `one street` its first; `none` holds no grant at all. */
  readonly reach: 'whole council' | 'one village' | 'one street' | 'none'
  readonly isSignedIn: boolean
  readonly actor: Actor | null
  readonly browser: SignedIn
}

export type World = {
  readonly t: TestNode
  readonly visitors: readonly Visitor[]
  readonly people: readonly MarkedPerson[]
  /** What an address may name: its kind, then where it lies. */
  readonly things: Readonly<Record<string, Readonly<Partial<Record<Relation, Id>>>>>
}

const northVale = { id: otherCouncil, name: 'North Vale Council', gss: null, practice: true }

export async function makeWorld(): Promise<World> {
  const t = await makeTestNode()
  await foundCouncil(t.node, northVale)
  const [own, next] = await addDistrict(t, council, ['Ashwick', 'Birchley'])
  const [far] = await addDistrict(t, otherCouncil, ['Calderby'])
  if (!own || !next || !far) throw new Error('The districts have no villages.')
  const visitors = await makeVisitors(t, own)
  const people = await addMarkedPeople(t, { own, next, far })
  await addMarkedRound(t, people)
  await addMarkedMailings(t, people)
  const lists = await addMarkedLists(t, council)
  const farLists = await addMarkedLists(t, otherCouncil)
  const files = await addMarkedPlaces(t, council)
  const farFiles = await addMarkedPlaces(t, otherCouncil)
  const of = (level: string) => people.find(one => one.level === level)?.id ?? ''
  const lies = (pick: (village: Village) => Id) => ({
    'own place': pick(own),
    'other place': pick(next),
    'other council': pick(far),
  })
  const ofPeople = (made: (person: Id) => Id) => ({
    'own place': made(of('own street')),
    'same zone': made(of('same zone')),
    'other place': made(of('other village')),
    'other council': made(of('other council')),
  })
  const things = {
    campaign: { everyone: campaignOf(council), 'other council': campaignOf(otherCouncil) },
    area: await addMarkedAreas(t, council, otherCouncil),
    organisation: await addShops(t, { own, next, far }),
    ...markedMailings,
    joined: await addMarkedJoined(t, { own, next, far }),
    ...(await addMarkedActs(t, { own, next, far }, { people, visitors })),
    ...{ sheet: await addMarkedSheets(t, people, { own, next, far }), sealed: await addSealed(t) },
    subscription: await addMarkedNotices(t, council, otherCouncil),
    'campaign run by all': {
      'whole council': campaignOf(council),
      'other council': campaignOf(otherCouncil),
    },
    ...{ need: ofPeople(needOf), action: ofPeople(actionOf), concern: ofPeople(concernOf) },
    ...{ person: ofPeople(person => person), household: ofPeople(householdOf) },
    member: {
      'own place': memberOf(council, of('own street')),
      'same zone': memberOf(council, of('same zone')),
      'other place': memberOf(council, of('other village')),
      'other council': memberOf(otherCouncil, of('other council')),
    },
    review: { 'whole council': reviewOf(council) },
    file: { 'whole council': lists.file, 'other council': farLists.file },
    version: { 'whole council': lists.version, 'other council': farLists.version },
    entry: { 'whole council': lists.entry, 'other council': farLists.entry },
    placesFile: { 'whole council': files.placesFile, 'other council': farFiles.placesFile },
    placesVersion: {
      'whole council': files.placesVersion,
      'other council': farFiles.placesVersion,
    },
    question: { 'whole council': files.question, 'other council': farFiles.question },
    village: lies(one => one.village),
    zone: lies(one => one.zone),
    street: { ...lies(one => one.street), 'same zone': own.beside },
    user: {
      'whole council': someoneOf(council, visitors),
      'other council': someoneOf(otherCouncil, visitors),
    },
  }
  const withNowhere = Object.entries(things).map(([thing, where]) => {
    return [thing, { ...where, nowhere: newId() }] as const
  })
  return { t, visitors, people, things: Object.fromEntries(withNowhere) }
}

const markedMailings = {
  mailing: { 'whole council': mailingOf(council), 'other council': mailingOf(otherCouncil) },
  template: { everyone: templateOf(council), 'other council': templateOf(otherCouncil) },
}

function someoneOf(inCouncil: string, visitors: readonly Visitor[]): Id {
  return visitors.find(one => one.actor?.council === inCouncil)?.actor?.id ?? ''
}

async function addDistrict(
  t: TestNode,
  inCouncil: string,
  names: readonly string[],
): Promise<readonly Village[]> {
  const district = newId()
  const villages = names.map(name => ({
    name,
    ...{ village: newId(), zone: newId(), street: newId(), beside: newId() },
  }))
  const place = (id: Id, kind: 'district' | 'village' | 'zone' | 'street', parent: Id | null) => {
    return { place: id, kind, parent, name: `${kind} ${id.slice(-4)}`, gss: null, postcodes: [] }
  }
  const places = [
    place(district, 'district', null),
    ...villages.flatMap(({ name, village, zone, street, beside }) => [
      { ...place(village, 'village', district), name },
      place(zone, 'zone', village),
      place(street, 'street', zone),
      place(beside, 'street', zone),
    ]),
  ]
  const input = { places, dwellings: [] }
  const done = await act(t.node, systemActor(inCouncil), addPlaces, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The places were refused: ${done.refused}`)
  return villages
}

async function addSealed(t: TestNode) {
  return {
    'whole council': await addMarkedSealed(t, council),
    'other council': await addMarkedSealed(t, otherCouncil),
  }
}

async function addShops(t: TestNode, where: Record<'own' | 'next' | 'far', Village>) {
  const shop = async (inCouncil: string, { street }: Village) => {
    const body = { organisation: newId(), kind: 'shop' as const }
    const words = { name: 'The village shop', phone: null }
    await put(t, inCouncil, [organisationAdded({ subjects: [], place: street, body, words })])
    return body.organisation
  }
  return {
    'own place': await shop(council, where.own),
    'same zone': await shop(council, { ...where.own, street: where.own.beside }),
    'other place': await shop(council, where.next),
    'other council': await shop(otherCouncil, where.far),
  }
}

const meetsPeople: readonly RoleName[] = [
  'hub-manager',
  'call-handler',
  'village-coordinator',
  'officer',
  'councillor',
  'village-group',
]

async function makeVisitors(t: TestNode, own: Village): Promise<readonly Visitor[]> {
  const visitors: Visitor[] = []
  const visit = async (inCouncil: string, role: RoleName, place: Id | null) => {
    const actor = await addActor(t, inCouncil, [{ role, place }])
    const reach = { [own.village]: 'one village', [own.street]: 'one street' } as const
    const where = place === null ? 'whole council' : (reach[place] ?? 'one village')
    const name = `${role} of ${place === null ? inCouncil : where}`
    const browser = await signedIn(t, actor)
    visitors.push({
      name,
      council: inCouncil,
      role,
      reach: where,
      isSignedIn: true,
      actor,
      browser,
    })
  }
  for (const role of roleNames) {
    await visit(council, role, null)
    await visit(council, role, own.village)
    if (meetsPeople.includes(role)) await visit(council, role, own.street)
    await visit(otherCouncil, role, null)
  }
  const actor = await addActor(t, council, [])
  const none = { role: null, reach: 'none' } as const
  return [
    ...visitors,
    {
      ...none,
      name: 'somebody without a grant',
      council,
      isSignedIn: true,
      actor,
      browser: await signedIn(t, actor),
    },
    { ...none, name: 'nobody', council: '', isSignedIn: false, actor: null, browser: signedOut(t) },
  ]
}

async function addActor(
  t: TestNode,
  inCouncil: string,
  held: readonly { role: RoleName; place: Id | null }[],
): Promise<Actor> {
  const user = newId()
  const grants = held.map(grant => ({ ...grant, purpose: 'testing', until: null }))
  const email = `mark${user.slice(-8)}@${inCouncil}.example`
  const input = { user, name: `Test ${held[0]?.role ?? 'nobody'}`, email, grants }
  await act(t.node, systemActor(inCouncil), addUser, { id: newId(), input })
  const find = () =>
    t.node.store.transaction({ council: inCouncil, actor: user }, async tx => ({
      council: inCouncil,
      id: user,
      name: input.name,
      grants: await grantsOf(tx, inCouncil, user),
      isSystem: false,
      session: null,
    }))
  if (held[0]?.role === 'village-group') await acceptTestAgreement(t.node, await find())
  return find()
}

/** Puts events into a council's record as they are, without asking who may. */
export async function put(t: TestNode, inCouncil: string, drafts: readonly Draft[]): Promise<void> {
  await actInBulk(t.node, systemActor(inCouncil), {
    id: newId(),
    name: 'test.put',
    contentHash: new Uint8Array(32),
    async work(_tx, append) {
      await append(drafts)
      return {}
    },
  })
}
