// What does one command do in its transaction: what was before, who may, what is decided?
import { createHash } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { decide as mayDo } from '../access/decide.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { TransactionOptions, Tx } from '../store/open.ts'
import type { AppendContext, CommandNote } from './append.ts'
import type { BoundCommand, Loaded } from './capability.ts'
import type { Answer, DecideContext, Decision } from './commands.ts'
import type { Draft } from './kinds.ts'

export type Done = {
  readonly outcome: 'accepted' | 'repeated'
  readonly answer: Answer
  /** Position of the last event in the council's log; 0 if nothing changed. */
  readonly seq: number
}

/** A command whose input has been checked. */
export type Run = {
  readonly node: Node
  readonly actor: Actor
  readonly bound: BoundCommand
  readonly id: Id
  readonly input: unknown
}

export type Decided = { readonly drafts: readonly Draft[]; readonly answer: Answer }
export type Noted = AppendContext & { readonly note: CommandNote }

export function inTransaction<T>(
  { node, actor }: Run,
  work: (tx: Tx) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return node.store.transaction({ council: actor.council, actor: actor.id }, work, options)
}

/** Which of these commands of one council are in the record already. */
export async function seenOf(tx: Tx, runs: readonly Run[]): Promise<ReadonlySet<Id>> {
  const rows = await tx
    .selectFrom('commands')
    .select('id')
    .where('council', '=', runs[0]?.actor.council ?? '')
    .where(eb => eb('id', '=', eb.fn.any(eb.val(runs.map(({ id }) => id)))))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function answerAsBefore(tx: Tx, run: Run): Promise<Done | Refusal> {
  const row = await tx
    .selectFrom('commands')
    .select(['name', 'actor', 'content_hash', 'answer'])
    .where('council', '=', run.actor.council)
    .where('id', '=', run.id)
    .executeTakeFirstOrThrow()
  const isSame =
    row.name === run.bound.name &&
    row.actor === run.actor.id &&
    row.content_hash.equals(hashOf(run))
  if (!isSame) return refuse('id-reuse')
  return { outcome: 'repeated', answer: row.answer as Answer, seq: 0 }
}

export function load(tx: Tx, { node, actor, bound, id, input }: Run) {
  const context = { actor, now: node.clock.now(), commandId: id }
  return bound.load(tx, input as never, context)
}

/** Whoever may not is told that there is no such thing. */
export async function decideLoaded(
  tx: Tx,
  run: Run,
  loaded: Loaded<unknown>,
): Promise<Decided | Refusal> {
  if (!(await isAllowed(tx, run, loaded))) return refuse('not-found')
  const { node, actor, bound, input } = run
  const context: DecideContext = { now: node.clock.now(), actor: actor.id, newId }
  const decision: Decision | Refusal = bound.command.decide(
    loaded.state as never,
    input as never,
    context,
  )
  if (isRefusal(decision)) return decision
  if ('events' in decision) return { drafts: decision.events, answer: decision.answer }
  return { drafts: decision, answer: {} }
}

async function isAllowed(tx: Tx, run: Run, { place }: Loaded<unknown>): Promise<boolean> {
  const { node, actor, bound } = run
  const may = (asker: Actor, path: readonly Id[] | null) =>
    mayDo(node.registry.permissions, asker, {
      permission: bound.may,
      path,
      now: node.clock.now(),
    })
  // Most who record may do so everywhere: then where it is need not be looked up.
  if (may(actor, null)) return true
  if (place === 'anywhere') {
    return actor.grants.some(grant => may({ ...actor, grants: [{ ...grant, place: null }] }, null))
  }
  return place !== null && may(actor, await pathOf(tx, actor.council, place))
}

/** The place with everything above it; empty if there is no such place. */
async function pathOf(tx: Tx, council: string, place: Id): Promise<readonly Id[]> {
  const row = await tx
    .selectFrom('places')
    .select('path')
    .where('council', '=', council)
    .where('id', '=', place)
    .executeTakeFirst()
  return row?.path ?? []
}

/** As whose it is recorded, with the note that it is done. */
export function notedOf(run: Run, answer: Answer): Noted {
  const { council, id: actor } = run.actor
  const note = { name: run.bound.name, hash: hashOf(run).toString('hex'), answer }
  return { council, command: run.id, actor, now: run.node.clock.now(), firstNth: 0, note }
}

/** Zod gives keys in schema order, so equal inputs hash equal. */
function hashOf(run: Run): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([run.bound.name, run.input]))
    .digest()
}
