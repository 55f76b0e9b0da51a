// The one door for writes: who may, what was decided, what is recorded, all or nothing.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { decide as mayDo } from '../access/decide.ts'
import { type Id, newId, withSmallIds } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { type AppendContext, append, type CommandNote, draftsMax } from './append.ts'
import type { BoundCommand, Loaded } from './capability.ts'
import type { Answer, Command, DecideContext, Decision } from './commands.ts'
import type { Draft } from './kinds.ts'
import type { Registry } from './registry.ts'
import { turnsOf } from './turns.ts'
import { watched } from './watch.ts'

export type Done = {
  readonly outcome: 'accepted' | 'repeated'
  readonly answer: Answer
  /** Position of the last event in the council's log; 0 if nothing changed. */
  readonly seq: number
}

export type Act = { readonly id: Id; readonly input: unknown }

/** Runs a command once. The same id again answers as before; with other content it is refused. */
export async function act(
  node: Node,
  actor: Actor,
  command: Pick<Command<never, never>, 'name'>,
  request: Act,
): Promise<Done | Refusal> {
  const work = () => actOnce(node, actor, { command, request })
  return watched(node, work, (watcher, ms, done) =>
    watcher.command?.(command.name, outcomeOf(done), ms),
  )
}

function outcomeOf(done: Done | Refusal | undefined): string {
  if (!done) return 'fault'
  return isRefusal(done) ? done.refused : done.outcome
}

type Asked = { readonly command: Pick<Command<never, never>, 'name'>; readonly request: Act }

async function actOnce(
  node: Node,
  actor: Actor,
  { command, request }: Asked,
): Promise<Done | Refusal> {
  const bound = node.registry.command(command.name)
  if (holdsNoText(request.input)) return refuse('invalid')
  const parsed = bound.command.input.safeParse(withSmallIds(request.input))
  if (!parsed.success) return refuse('invalid', fieldsOf(parsed.error.issues))
  const run = { node, actor, bound, id: withSmallIds(request.id), input: parsed.data }
  for (let attempt = 1; ; attempt++) {
    try {
      return await runAlone(run)
    } catch (error) {
      if (isRaced(error)) return inTransaction(run, tx => answerAsBefore(tx, run))
      if (!isDeadlock(error) || attempt === attemptsMax) throw error
    }
  }
}

const attemptsMax = 3

type Run = { node: Node; actor: Actor; bound: BoundCommand; id: Id; input: unknown }
type Turn = { end(): void }

function inTransaction<T>({ node, actor }: Run, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council: actor.council, actor: actor.id }, work)
}

/** The turn at the log ends when the transaction has, however it ended. */
async function runAlone(run: Run): Promise<Done | Refusal> {
  const turn: Turn = { end() {} }
  try {
    const done = await inTransaction(run, tx => runOnce(tx, { ...run, turn }))
    if ('seq' in done && done.seq > 0) run.node.store.tell(run.actor.council)
    return done
  } finally {
    turn.end()
  }
}

async function runOnce(tx: Tx, run: Run & { turn: Turn }): Promise<Done | Refusal> {
  const { node, actor, bound, id, input } = run
  if (await wasSeen(tx, run)) return answerAsBefore(tx, run)
  const now = node.clock.now()
  const loaded = await bound.load(tx, input as never, { actor, now, commandId: id })
  if (isRefusal(loaded)) return loaded
  if (!(await isAllowed(tx, run, loaded))) return refuse('not-found')
  const context: DecideContext = { now, actor: actor.id, newId }
  const decision = bound.command.decide(loaded.state as never, input as never, context)
  if (isRefusal(decision)) return decision
  return record(tx, run, decision as Decision)
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
export async function pathOf(tx: Tx, council: string, place: Id): Promise<readonly Id[]> {
  const row = await tx
    .selectFrom('places')
    .select('path')
    .where('council', '=', council)
    .where('id', '=', place)
    .executeTakeFirst()
  return row?.path ?? []
}

async function record(tx: Tx, run: Run & { turn: Turn }, decision: Decision): Promise<Done> {
  const events = 'events' in decision ? decision.events : decision
  const answer = 'answer' in decision ? decision.answer : {}
  const { council, id: actor } = run.actor
  const now = run.node.clock.now()
  const note = { name: run.bound.name, hash: hashOf(run).toString('hex'), answer }
  const context = { council, command: run.id, actor, now, firstNth: 0, note }
  if (events.length === 0) {
    await noteAlone(tx, context)
    return { outcome: 'accepted', answer, seq: 0 }
  }
  run.turn.end = await turnsOf(run.node.store).take(council)
  const seq = await appendInParts(tx, run.node.registry, { context, events })
  return { outcome: 'accepted', answer, seq }
}

type Noted = AppendContext & { readonly note: CommandNote }
type Whole = { readonly context: Noted; readonly events: readonly Draft[] }

/** A campaign for a whole district is one command of more events than one append holds. */
async function appendInParts(tx: Tx, registry: Registry, whole: Whole): Promise<number> {
  const { note, ...context } = whole.context
  let seq = 0
  for (let at = 0; at < whole.events.length; at += draftsMax) {
    const part = { ...context, firstNth: at, ...(at === 0 ? { note } : {}) }
    const recorded = await append(tx, registry, part, whole.events.slice(at, at + draftsMax))
    seq = recorded.at(-1)?.seq ?? 0
  }
  return seq
}

/** A command that changes nothing is done all the same. */
async function noteAlone(tx: Tx, { council, command, actor, now, note }: Noted): Promise<void> {
  await sql`insert into commands (council, id, name, actor, content_hash, answer, recorded_at)
    values (${council}, ${command}, ${note.name}, ${actor}, decode(${note.hash}, 'hex'),
      ${JSON.stringify(note.answer)}, ${new Date(now)})`.execute(tx)
}

async function wasSeen(tx: Tx, run: Run): Promise<boolean> {
  const row = await tx
    .selectFrom('commands')
    .select('id')
    .where('council', '=', run.actor.council)
    .where('id', '=', run.id)
    .executeTakeFirst()
  return row !== undefined
}

async function answerAsBefore(tx: Tx, run: Run): Promise<Done | Refusal> {
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

/** Zod gives keys in schema order, so equal inputs hash equal. */
function hashOf(run: Run): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([run.bound.name, run.input]))
    .digest()
}

/** PostgreSQL keeps every character but NUL and half a pair of surrogates. */
function holdsNoText(input: unknown): boolean {
  const text = (JSON.stringify(input) ?? '').replaceAll('\\\\', '')
  return /\\u(0000|d[89a-f][0-9a-f]{2})/.test(text)
}

function isRaced(error: unknown): boolean {
  const { constraint = '' } = error as { constraint?: string }
  return ['commands_pk', 'events_once'].includes(constraint)
}

/** The database chose this one to give way; nothing of it is written, so it is run again. */
function isDeadlock(error: unknown): boolean {
  return (error as { code?: string }).code === '40P01'
}

function fieldsOf(issues: readonly { path: PropertyKey[]; message: string }[]) {
  return Object.fromEntries(issues.map(issue => [issue.path.join('.') || '_', issue.message]))
}
