// In which council is W1 replayed? An empty one with its places, homes and people who work, told
// by the product's own decisions; a clock that is turned, and a sender of texts that answers.
import { sql } from 'kysely'
import { type Actor, addUser, grantsOf, type RoleName, systemActor } from '../access/index.ts'
import { makeNode } from '../app.ts'
import { setDesk } from '../concerns/index.ts'
import { generateDistrict, type ListFile, splFiles } from '../demo/generate/index.ts'
import { campaignId, loadCampaign } from '../demo/load-campaign.ts'
import { dwellingDrafts, ownerDrafts, placeDrafts } from '../demo/load-places.ts'
import { staffDrafts } from '../demo/load-staff.ts'
import {
  actOnce,
  demoActor,
  demoCouncil,
  demoId,
  type Loading,
  type StartProgress,
} from '../demo/loading.ts'
import { act, foundCouncil } from '../events/index.ts'
import { dayMs, hourMs, turnableClock } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { londonDate, londonInstant } from '../kernel/london.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Store, Tx } from '../store/open.ts'
import { sliceOf } from './replay-slice.ts'

export const council = demoCouncil.id
export const campaign = campaignId
export const round = demoId('round')

/** Given to somebody to be rung, visited or written to, at this position of the log. */
export type Handing = {
  readonly member: Id
  readonly seq: number
  readonly how: 'call' | 'call sheet' | 'street round' | 'text' | 'letter'
}
export type Promised = { readonly member: Id; readonly at: number; readonly attempt: Id }

export type World = Pick<Loading, 'node' | 'clock' | 'district'> & {
  readonly loading: Loading
  /** The lists that the council receives, each on its day. */
  readonly files: readonly ListFile[]
  readonly seed: number
  /** By their reference in the generator. */
  readonly actors: Map<string, Actor>
  /** What the replay did, for the recount to find again. */
  readonly handings: Handing[]
  readonly promises: Promised[]
  readonly attempts: Set<Id>
  /** Given to two callers at once. */
  readonly doubled: Id[]
  scale: number
  day: number
}

export type Opening = {
  readonly store: Store
  readonly seed: number
  readonly scale: number
  readonly progress: StartProgress
}

export async function openWorld({ store, seed, scale, progress }: Opening): Promise<World> {
  const district = sliceOf(generateDistrict({ size: 'W1', seed }), scale)
  const startMs = londonInstant(district.story.startedOn, 0)
  const clock = turnableClock(startMs - 2 * dayMs)
  const node = makeNode(store, clock)
  const loading = { node, clock, district, progress, plan: plan(district), openingMs: 8e14 }
  await foundCouncil(node, demoCouncil)
  const { places, staff } = district
  const begunMs = clock.now()
  const step = (name: string, drafts: Parameters<typeof actOnce>[1]['drafts']) =>
    actOnce(loading, { name, label: name, atMs: begunMs, drafts })
  await step('places', placeDrafts(places))
  await step('homes', dwellingDrafts(places))
  await step('staff', staffDrafts(staff, begunMs))
  await step('owners', ownerDrafts(places))
  await store.takeStock()
  await loadCampaign(loading, startMs + 7 * hourMs)
  const own = {
    files: splFiles(district),
    handings: [],
    promises: [],
    doubled: [],
    attempts: new Set<Id>(),
    actors: new Map(),
  }
  const world: World = { node, clock, district, loading, seed, scale, day: 0, ...own }
  for (const { ref, role } of staff) {
    if (role !== 'street-lead') world.actors.set(ref, await actorOf(world, demoId(ref)))
  }
  await openDesk(world)
  return world
}

/** Nothing is planned: what happens, happens. */
function plan({ story }: Loading['district']): Loading['plan'] {
  const { startedOn } = story
  const none = { startedOn, openedAt: '', demoOpensAt: '' }
  return { campaign: { name: 'Spring contact', ...none }, days: [], members: [] }
}

async function openDesk(world: World): Promise<void> {
  const [owner, deputy] = idsOf(world, 'officer')
  const days = [1, 2, 3, 4, 5, 6, 7]
  const hours = { opens: 8 * 60, closes: 20 * 60, days, number: '01632 960099' }
  await must(world, demoActor(), [setDesk, { owner, deputy, ...hours }])
}

const idsOf = ({ district }: World, role: string) =>
  district.staff.filter(one => one.role === role).map(({ ref }) => demoId(ref))

/** Those of a role who still work, in the order of the generator and then of their joining. */
export function working(world: World, role: RoleName): readonly Actor[] {
  return [...world.actors.values()].filter(({ grants }) => grants.some(one => one.role === role))
}

export function aManager(world: World): Actor {
  const [manager] = working(world, 'hub-manager')
  if (!manager) throw new Error('Broken: there is a hub manager')
  return manager
}

/** Somebody joins for the whole council. */
export async function hire(world: World, role: RoleName, ref: string): Promise<Actor> {
  const user = newId()
  const grants = [{ role, place: null, purpose: 'Reaching people', until: null }]
  const input = { user, name: `Robin ${ref}`, email: null, grants }
  await must(world, systemActor(council), [addUser, input])
  const actor = await actorOf(world, user)
  world.actors.set(ref, actor)
  return actor
}

function actorOf(world: World, id: Id): Promise<Actor> {
  return inTx(world, async tx => {
    const grants = await grantsOf(tx, council, id)
    return { council, id, name: '', grants, isSystem: false, session: null }
  })
}

export const who = { council, actor: systemActor(council).id }

export function inTx<T>({ node }: Pick<World, 'node'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction(who, work)
}

/** Every time of the replay's day is in minutes since midnight in London. */
export function turnTo(world: World, minutes: number): void {
  const midnight = londonInstant(dateOf(world), 0)
  world.clock.turnTo(Math.max(world.clock.now(), midnight + minutes * 60_000))
}

export function dateOf({ district, day }: World): string {
  return londonDate(londonInstant(district.story.startedOn, 12 * 60) + day * dayMs)
}

export type Asked = readonly [command: { readonly name: string }, input: object]

/** By the ordinary door, as anybody: what is refused is told and not thrown. */
export function ask({ node }: Pick<World, 'node'>, actor: Actor, [command, input]: Asked) {
  return act(node, actor, command, { id: newId(), input })
}

export async function must(world: World, actor: Actor, asked: Asked): Promise<void> {
  const done = await ask(world, actor, asked)
  if (isRefusal(done)) throw new Error(`${asked[0].name} was refused: ${told(done)}`)
}

const told = ({ refused, fields }: Refusal) => `${refused} ${JSON.stringify(fields ?? {})}`

/** The position of the last entry of the log. */
export async function seqNow(tx: Tx): Promise<number> {
  const found = await sql<{ seq: number }>`select seq from council_logs
    where council = ${council}`.execute(tx)
  return Number(found.rows[0]?.seq ?? 0)
}

export async function rowsOf<T>(
  world: Pick<World, 'node'>,
  query: ReturnType<typeof sql<T>>,
): Promise<readonly T[]> {
  return inTx(world, async tx => (await query.execute(tx)).rows)
}
