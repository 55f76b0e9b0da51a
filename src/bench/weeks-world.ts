// In which council are twelve weeks of jobs replayed? W1's villages, its people who are on lists,
// and volunteers who live among them; only some of those answer when they are asked.
import { type Actor, systemActor } from '../access/index.ts'
import { makeNode } from '../app.ts'
import { generateDistrict } from '../demo/generate/index.ts'
import { dwellingDrafts, placeDrafts } from '../demo/load-places.ts'
import { actOnce, demoCouncil, demoId, type Loading } from '../demo/loading.ts'
import { act, type Draft, foundCouncil } from '../events/index.ts'
import { turnableClock } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { londonInstant } from '../kernel/london.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { personAdded } from '../people/index.ts'
import type { Store, Tx } from '../store/open.ts'
import { volunteerAdded } from '../volunteers/index.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { sliceOf } from './replay-slice.ts'

export const council = demoCouncil.id
export const system: Actor = systemActor(council)
const volunteersOfW1 = 4_000
/** Of those registered; the others say nothing. */
const activeShare = 0.6

export type Helper = { readonly id: Id; readonly isActive: boolean; readonly isChecked: boolean }

export type Weeks = Pick<Loading, 'node' | 'clock'> & {
  readonly chance: Chance
  readonly scale: number
  /** The first moment of the first day. */
  readonly startMs: number
  readonly people: readonly Id[]
  readonly helpers: ReadonlyMap<Id, Helper>
  readonly villages: readonly Id[]
}

export type Opening = {
  readonly store: Store
  readonly seed: number
  readonly scale: number
  readonly progress: Loading['progress']
}

type District = Loading['district']

export async function openWeeks({ store, seed, scale, progress }: Opening): Promise<Weeks> {
  const district = sliceOf(generateDistrict({ size: 'W1', seed }), scale)
  const startMs = londonInstant(district.story.startedOn, 0)
  const clock = turnableClock(startMs)
  const node = makeNode(store, clock)
  await foundCouncil(node, demoCouncil)
  const none = { startedOn: district.story.startedOn, openedAt: '', demoOpensAt: '' }
  const plan = { campaign: { name: 'Jobs', ...none }, days: [], members: [] }
  const loading = { node, clock, district, progress, plan, openingMs: 8e14 }
  const chance = chanceFrom(seed)
  const people = district.people.filter(one => one.streetRef && (one.shielded || one.isWider))
  const helpers = helpersOf(district, { chance, count: Math.ceil(volunteersOfW1 / scale) })
  const step = (name: string, drafts: readonly Draft[]) =>
    actOnce(loading, { name, label: name, atMs: startMs, drafts })
  await step('places', placeDrafts(district.places))
  await step('homes', dwellingDrafts(district.places))
  await step(
    'people',
    people.map((one, nth) => personDraft(one, nth)),
  )
  await step(
    'volunteers',
    helpers.map(({ draft }) => draft),
  )
  await store.takeStock()
  return {
    ...{ node, clock, chance, scale, startMs },
    people: people.map(({ ref }) => demoId(ref)),
    helpers: new Map(helpers.map(({ draft: _, ...helper }) => [helper.id, helper])),
    villages: district.places.villages.map(({ ref }) => demoId(ref)),
  }
}

/** One in thirty is never visited by one alone. */
function personDraft(one: District['people'][number], nth: number): Draft {
  const person = demoId(one.ref)
  const flags = nth % 30 === 7 ? (['visit-in-pairs'] as const) : []
  const about = { person, dwelling: null, household: null, source: 'replay', flags: [...flags] }
  const { firstName: given, surname: family, bornOn: born, language, address } = one
  const words = { given, middle: '', family, born, nhs: null, language, contacts: [] }
  return personAdded({
    ...{ subjects: [person], place: demoId(one.streetRef ?? '') },
    body: { ...about, contactPoints: [] },
    words: { ...words, address: address.lines.join(', '), postcode: address.postcode },
  })
}

type Many = { readonly chance: Chance; readonly count: number }

/** One in twenty is kept from somebody of their village. */
function helpersOf({ places, people }: District, { chance, count }: Many) {
  return Array.from({ length: count }, (_, nth) => {
    const home = places.streets[Math.floor(chance() * places.streets.length)]
    if (!home) throw new Error('Broken: there is a street')
    const id = demoId('helper', `${nth}`)
    const isOwn = (one: District['people'][number]) => one.streetRef === home.ref
    const isChecked = chance() < 0.85
    const near = chance() < 0.05 ? people.find(isOwn) : undefined
    const body = {
      ...{ volunteer: id, user: null, training: [], skills: [], languages: [], jobsMax: 3 },
      vetting: isChecked ? ('basic' as const) : ('identity' as const),
      transport: chance() < 0.7 ? ['car' as const] : ['foot' as const],
      keptFrom: near ? [demoId(near.ref)] : [],
    }
    const words = { name: `Helper ${nth}`, phone: '' }
    const draft = volunteerAdded({ subjects: [], place: demoId(home.villageRef), body, words })
    return { id, isActive: chance() < activeShare, isChecked, draft }
  })
}

export function inTx<T>({ node }: Pick<Weeks, 'node'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: system.id }, work)
}

/** By the ordinary door: what is refused is told and not thrown. */
export function ask(
  { node }: Weeks,
  command: { readonly name: string },
  input: object,
): Promise<{ readonly outcome: string } | Refusal> {
  return act(node, system, command, { id: newId(), input })
}
