// What does every step of the loader work with, and how is a step done once and only once?
import { createHash } from 'node:crypto'
import { type Actor, grantsOf, systemActor } from '../access/index.ts'
import { act, actInBulk, type Draft } from '../events/index.ts'
import type { turnableClock } from '../kernel/clock.ts'
import { type Id, idFrom } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { District, RoundPlan } from './generate/index.ts'
import { findAnswer } from './store/find-answer.ts'

export const demoCouncil = {
  id: 'south-vale',
  name: 'South Vale Council',
  gss: 'E07000012',
  practice: true,
} as const

export type Progress = { update(done: number): void; end(): void }
export type StartProgress = (label: string, total?: number) => Progress

export type Loading = {
  /** Its clock is turned through the story; the same store as the live node. */
  readonly node: Node
  readonly clock: ReturnType<typeof turnableClock>
  readonly district: District
  readonly plan: RoundPlan
  /** Nothing is recorded after this moment. Milliseconds since 1970 UTC. */
  readonly openingMs: number
  readonly progress: StartProgress
}

/** The same reference is the same id in every demo. */
export function demoId(...words: readonly string[]): Id {
  return idFrom('demo', ...words)
}

/** The system, or the person of this id: the story is told, so no permission is asked. */
export function demoActor(id?: Id): Actor {
  const system = systemActor(demoCouncil.id)
  return id ? { ...system, id } : system
}

export type BulkStep = {
  readonly name: string
  readonly label: string
  readonly atMs: number
  readonly drafts: readonly Draft[]
  readonly answer?: Readonly<Record<string, string | number>>
}

const batchMax = 2_000

/** One command of many events. A step that was done before is left alone. */
export async function actOnce(loading: Loading, step: BulkStep): Promise<void> {
  const id = demoId('step', step.name)
  if (await findAnswer(loading.node, demoCouncil.id, id)) return
  const { drafts } = step
  const progress = drafts.length > 0 ? loading.progress(step.label, drafts.length) : undefined
  turnTo(loading, step.atMs)
  const done = await actInBulk(loading.node, demoActor(), {
    id,
    name: `demo.${step.name}`,
    contentHash: createHash('sha256').update(step.name).digest(),
    async work(_tx, append) {
      for (let from = 0; from < drafts.length; from += batchMax) {
        await append(drafts.slice(from, from + batchMax))
        progress?.update(Math.min(drafts.length, from + batchMax))
      }
      return { events: drafts.length, ...step.answer }
    },
  })
  if (isRefusal(done)) throw new Error(`Broken: ${step.name} was refused: ${done.refused}`)
  progress?.end()
}

/** Asked after each large step: the next one reads what it wrote. */
export async function takeStock({ node }: Loading): Promise<void> {
  await node.store.takeStock()
}

/** History is told in order: the clock of the loader never goes back, nor beyond the opening. */
export function turnTo({ clock, openingMs }: Loading, ms: number): void {
  clock.turnTo(Math.min(openingMs, Math.max(clock.now(), ms)))
}

export type Said = {
  readonly name: string
  readonly id: Id
  readonly input: object
  readonly by?: Id
  /** Decided by what they hold: who answers a question does so by their role. */
  readonly isByRole?: boolean
}

/** One command of one person; said twice it is said once. Gives its answer. */
export async function say({ node }: Loading, { name, id, input, by, isByRole }: Said) {
  const actor = by && isByRole ? await withGrants(node, by) : demoActor(by)
  const done = await act(node, actor, { name }, { id, input })
  if (isRefusal(done)) throw new Error(`Broken: ${name} was refused: ${done.refused}`)
  return done.answer
}

async function withGrants(node: Node, user: Id): Promise<Actor> {
  const { id: council } = demoCouncil
  const who = { council, actor: user }
  const grants = await node.store.transaction(who, tx => grantsOf(tx, council, user))
  return { ...demoActor(user), grants, isSystem: false }
}
