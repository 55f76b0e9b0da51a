// How do commands of many callers share one lock and one commit? Those of one kind that wait at
// the same moment go together, each with an outcome of its own. Where anything breaks nothing of
// it is kept, and each goes alone.
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { allOf } from './all-of.ts'
import { appendApart, noteAlone, type Part } from './append.ts'
import type { Loaded } from './capability.ts'
import {
  answerAsBefore,
  type Decided,
  type Done,
  decideLoaded,
  inTransaction,
  load,
  notedOf,
  type Run,
  seenOf,
} from './run.ts'
import { makeTurns, type Turns, turnsOf } from './turns.ts'

const togetherMax = 32

type Outcome = Done | Refusal
type Alone = (run: Run) => Promise<Outcome>
type Waiting = { readonly run: Run; resolve(outcome: Outcome | Promise<Outcome>): void }
type Group = { readonly waiting: Waiting[]; readonly lane: Turns; isCalled: boolean }

/** The commands of one council and one kind. */
const groups = new WeakMap<Node, Map<string, Group>>()

export function goTogether(run: Run, alone: Alone): Promise<Outcome> {
  const group = groupOf(run)
  return new Promise(resolve => {
    group.waiting.push({ run, resolve })
    void call(group, alone)
  })
}

function groupOf({ node, actor, bound }: Run): Group {
  const known = groups.get(node) ?? new Map<string, Group>()
  groups.set(node, known)
  const name = `${actor.council} ${bound.name}`
  const group = known.get(name) ?? { waiting: [], lane: makeTurns(1), isCalled: false }
  known.set(name, group)
  return group
}

/** While some go, others gather; nobody waits for company. */
async function call(group: Group, alone: Alone): Promise<void> {
  if (group.isCalled) return
  group.isCalled = true
  const end = await group.lane.take('')
  group.isCalled = false
  const going = group.waiting.splice(0, togetherMax)
  if (group.waiting.length > 0) void call(group, alone)
  const outcomes = await recordAll(going.map(({ run }) => run))
  end()
  for (const { run, resolve } of going) resolve(outcomes.get(run) ?? alone(run))
}

type Outcomes = Map<Run, Outcome>

/** Whoever has no outcome goes alone: what broke here will say there what it is. */
async function recordAll(runs: readonly Run[]): Promise<Outcomes> {
  const [first] = runs
  if (!first) return new Map()
  const { store } = first.node
  const turn = { end() {} }
  try {
    const outcomes = await inTransaction(first, tx => recordIn(tx, runs, turn), {
      isPlannedOnce: true,
    })
    const hasChanged = [...outcomes.values()].some(one => 'seq' in one && one.seq > 0)
    if (hasChanged) store.tell(first.actor.council)
    return outcomes
  } catch {
    return new Map()
  } finally {
    turn.end()
  }
}

type Going = { readonly run: Run; readonly loaded: Loaded<unknown>; readonly decided: Decided }

async function recordIn(tx: Tx, runs: readonly Run[], turn: { end(): void }): Promise<Outcomes> {
  const outcomes: Outcomes = new Map()
  const going: Going[] = []
  const taken = new Set<string>()
  for (const [run, found] of await decideAll(tx, runs)) {
    if (!('decided' in found)) outcomes.set(run, found)
    else if (isApart(run, found.loaded, taken)) going.push({ run, ...found })
  }
  if (going.length === 0) return outcomes
  const { node, actor } = runs[0] as Run
  turn.end = await turnsOf(node.store).take(actor.council)
  const seqs = await appendTogether(tx, going)
  for (const { run, decided } of going) {
    const seq = seqs.get(run.id) ?? 0
    outcomes.set(run, { outcome: 'accepted', answer: decided.answer, seq })
  }
  return outcomes
}

type Found = Outcome | { readonly loaded: Loaded<unknown>; readonly decided: Decided }

/** All is asked in one message: whether they were seen, and what each has to know. */
async function decideAll(tx: Tx, runs: readonly Run[]): Promise<[Run, Found][]> {
  const loading = allOf(runs.map(run => load(tx, run)))
  const [seen, loaded] = await allOf([seenOf(tx, runs), loading])
  const deciding = runs.map(async (run, at): Promise<[Run, Found]> => {
    if (seen.has(run.id)) return [run, await answerAsBefore(tx, run)]
    const found = loaded[at] as Loaded<unknown> | Refusal
    if (isRefusal(found)) return [run, found]
    const decided = await decideLoaded(tx, run, found)
    return [run, isRefusal(decided) ? decided : { loaded: found, decided }]
  })
  return allOf(deciding)
}

/** Also the same command sent twice: the second is answered once the first is done. */
function isApart({ bound, id, input }: Run, loaded: Loaded<unknown>, taken: Set<string>): boolean {
  const about = bound.apart?.of(loaded.state as never, input as never) ?? []
  const all = [id, ...about]
  if (all.some(one => taken.has(one))) return false
  for (const one of all) taken.add(one)
  return true
}

async function appendTogether(tx: Tx, going: readonly Going[]): Promise<Map<string, number>> {
  const { node, actor, bound } = (going[0] as Going).run
  const parts: Part[] = going.map(({ run, decided: { drafts, answer } }) => {
    return { context: notedOf(run, answer), drafts }
  })
  const states = going.map(({ loaded }) => loaded.state)
  const meanwhile = async () => {
    const isStill = (await bound.apart?.still?.(tx, actor.council, states as never)) ?? true
    if (!isStill) throw new Error('What was apart was joined meanwhile.')
  }
  const recorded = await appendApart(tx, node.registry, { parts, meanwhile })
  if (recorded.length === 0) {
    for (const { run, decided } of going) await noteAlone(tx, notedOf(run, decided.answer))
  }
  return new Map(recorded.map(({ command, seq }) => [command, seq]))
}
