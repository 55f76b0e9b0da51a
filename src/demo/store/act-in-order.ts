// How are thousands of commands of a story told quickly? By the same loading and deciding as
// `act`, one after the other, many in a transaction: each is a command of its own in the record.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, systemId } from '../../access/index.ts'
import { appendApart, type Part } from '../../events/append.ts'
import type { Answer, Draft } from '../../events/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'

export type Telling = {
  readonly id: Id
  readonly name: string
  readonly atMs: number
  readonly actor: Actor
} & ({ readonly input: object } | { readonly drafts: readonly Draft[] })

/** Those whose commands are not in the record: a story that was stopped goes on there. */
export async function notYetDone<Told extends Telling>(
  node: Node,
  council: string,
  tellings: readonly Told[],
): Promise<readonly Told[]> {
  const ids = tellings.map(({ id }) => id)
  const found = await node.store.transaction({ council, actor: systemId }, tx =>
    sql<{ id: Id }>`select id from commands
      where council = ${council} and id = any (${ids}::uuid[])`.execute(tx),
  )
  const done = new Set(found.rows.map(({ id }) => id))
  return tellings.filter(({ id }) => !done.has(id))
}

/**
 * All of them or none. Each is decided on what was there before the first, so no two may be about
 * one person. `onTurn` sets the node's clock to a moment.
 */
export async function actInOrder(
  node: Node,
  tellings: readonly Telling[],
  onTurn: (atMs: number) => void,
): Promise<void> {
  const council = tellings[0]?.actor.council ?? ''
  const timed = tellings.map(telling => {
    onTurn(telling.atMs)
    return { ...telling, now: node.clock.now() }
  })
  const decided = await decideInLanes(node, council, timed)
  const parts: Part[] = timed.map((telling, at) => {
    const { id: command, name, actor, now } = telling
    const { drafts, answer } = decided[at] ?? { drafts: [], answer: {} }
    const note = { name, hash: hashOf(telling), answer }
    return { context: { council, command, actor: actor.id, now, firstNth: 0, note }, drafts }
  })
  const work = (tx: Tx) => appendApart(tx, node.registry, { parts })
  await node.store.transaction({ council, actor: systemId }, work, { isPlannedOnce: true })
}

type Decided = { readonly drafts: readonly Draft[]; readonly answer: Answer }

const lanesMax = 4

/** Side by side: none of them changes anything, and nobody else writes meanwhile. */
async function decideInLanes(
  node: Node,
  council: string,
  tellings: readonly Timed[],
): Promise<readonly Decided[]> {
  const decided: Decided[] = []
  const left = tellings.entries()
  const lane = async (tx: Tx) => {
    for (const [at, telling] of left) decided[at] = await decidedOf(tx, node, telling)
  }
  const open = () =>
    node.store.transaction({ council, actor: systemId }, lane, { isPlannedOnce: true })
  await Promise.all(Array.from({ length: Math.min(lanesMax, tellings.length) }, open))
  return decided
}

type Timed = Telling & { readonly now: number }

async function decidedOf(tx: Tx, node: Node, telling: Timed): Promise<Decided> {
  if ('drafts' in telling) return { drafts: telling.drafts, answer: {} }
  const { id, name, actor, input, now } = telling
  const { load, command } = node.registry.command(name)
  const loaded = await load(tx, input as never, { actor, now, commandId: id })
  if (isRefusal(loaded)) throw new Error(`Broken: ${name} was refused: ${loaded.refused}`)
  let nth = 0
  const newId = () => idFrom('demo', 'new', id, `${nth++}`)
  const context = { now, actor: actor.id, newId }
  const decision = command.decide(loaded.state as never, input as never, context)
  if (isRefusal(decision)) throw new Error(`Broken: ${name} was refused: ${decision.refused}`)
  if ('events' in decision) return { drafts: decision.events, answer: decision.answer }
  return { drafts: decision, answer: {} }
}

/** As `act` does it, so that the same command sent again is known. */
function hashOf(telling: Telling): string {
  const content = 'input' in telling ? telling.input : telling.drafts
  return createHash('sha256')
    .update(JSON.stringify([telling.name, content]))
    .digest('hex')
}
