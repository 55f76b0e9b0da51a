// The one door for writes: who may, what was decided, what is recorded, all or nothing.
import type { Actor } from '../access/actor.ts'
import { type Id, withSmallIds } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { append, draftsMax, noteAlone } from './append.ts'
import type { Command } from './commands.ts'
import type { Draft } from './kinds.ts'
import type { Registry } from './registry.ts'
import {
  answerAsBefore,
  type Decided,
  type Done,
  decideLoaded,
  inTransaction,
  load,
  type Noted,
  notedOf,
  type Run,
  seenOf,
} from './run.ts'
import { goTogether } from './together.ts'
import { turnsOf } from './turns.ts'
import { watched } from './watch.ts'

export type { Done } from './run.ts'

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
  return bound.apart ? goTogether(run, actAlone) : actAlone(run)
}

async function actAlone(run: Run): Promise<Done | Refusal> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runAlone(run)
    } catch (error) {
      if (isRaced(error)) return inTransaction(run, tx => answerAsBefore(tx, run))
      const mayPass = isDeadlock(error) || isTaken(error)
      if (!mayPass || attempt === attemptsMax) throw error
    }
  }
}

const attemptsMax = 3

type Turn = { end(): void }

/** The turn at the log ends when the transaction has, however it ended. */
async function runAlone(run: Run): Promise<Done | Refusal> {
  const turn: Turn = { end() {} }
  try {
    const done = await inTransaction(run, tx => runOnce(tx, run, turn))
    if ('seq' in done && done.seq > 0) run.node.store.tell(run.actor.council)
    return done
  } finally {
    turn.end()
  }
}

async function runOnce(tx: Tx, run: Run, turn: Turn): Promise<Done | Refusal> {
  const seen = await seenOf(tx, [run])
  if (seen.has(run.id)) return answerAsBefore(tx, run)
  const loaded = await load(tx, run)
  if (isRefusal(loaded)) return loaded
  const decided = await decideLoaded(tx, run, loaded)
  if (isRefusal(decided)) return decided
  return record(tx, { ...run, turn }, decided)
}

async function record(
  tx: Tx,
  run: Run & { turn: Turn },
  { drafts: events, answer }: Decided,
): Promise<Done> {
  const context = notedOf(run, answer)
  if (events.length === 0) {
    await noteAlone(tx, context)
    return { outcome: 'accepted', answer, seq: 0 }
  }
  run.turn.end = await turnsOf(run.node.store).take(run.actor.council)
  const seq = await appendInParts(tx, run.node.registry, { context, events })
  return { outcome: 'accepted', answer, seq }
}

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

/** PostgreSQL keeps every character but NUL and half a pair of surrogates. */
function holdsNoText(input: unknown): boolean {
  const text = (JSON.stringify(input) ?? '').replaceAll('\\\\', '')
  return /\\u(0000|d[89a-f][0-9a-f]{2})/.test(text)
}

/** An id that somebody else took meanwhile: looked at again, it is refused in words. */
function isTaken(error: unknown): boolean {
  const { code = '', constraint = '' } = error as { code?: string; constraint?: string }
  return code === '23505' && constraint.endsWith('_pk')
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
