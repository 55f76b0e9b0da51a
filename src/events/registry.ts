// What does this Doorstep know how to do? The capabilities of `app.ts`, indexed by name.

import type { Permissions } from '../access/decide.ts'
import { assert } from '../kernel/assert.ts'
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../store/open.ts'
import type { BoundCommand, Capability } from './capability.ts'
import type { AnyEventKind, Draft, Recorded } from './kinds.ts'

export type Registry = {
  readonly capabilities: readonly Capability[]
  readonly permissions: Permissions
  command(name: string): BoundCommand
  /** Throws if a draft does not fit its kind: our bug, never the user's. */
  check(draft: Draft): void
  /** Changes the read models for events in order. */
  project(tx: Tx, events: readonly Recorded[]): Promise<void>
  /** The same for events of several commands, no two of them about one person or thing. */
  projectApart(tx: Tx, events: readonly Recorded[]): Promise<void>
}

export function makeRegistry(capabilities: readonly Capability[]): Registry {
  const kinds = indexBy(
    capabilities.flatMap(one => one.events),
    kind => kind.kind,
  )
  const commands = indexBy(
    capabilities.flatMap(one => one.commands),
    command => command.name,
  )
  return {
    capabilities,
    permissions: Object.assign({}, ...capabilities.map(one => one.permissions)),
    command(name) {
      const found = commands.get(name)
      assert(found, `the command ${name} is bound in a capability`)
      return found
    },
    check: draft => checkDraft(kinds, draft),
    async project(tx, events) {
      for (const run of runsOfOneKind(events)) await projectRun(capabilities, kinds, { tx, run })
    },
    async projectApart(tx, events) {
      for (const run of layersOf(events)) await projectRun(capabilities, kinds, { tx, run })
    },
  }
}

function indexBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T> {
  const index = new Map<string, T>()
  for (const item of items) {
    assert(!index.has(nameOf(item)), `${nameOf(item)} is defined once`)
    index.set(nameOf(item), item)
  }
  return index
}

function checkDraft(kinds: Map<string, AnyEventKind>, draft: Draft): void {
  const kind = kinds.get(draft.kind)
  assert(kind && kind.version === draft.version, `the event ${draft.kind} is known`)
  assert(kind.body.safeParse(draft.body).success, `the body of ${draft.kind} fits its schema`)
  const words = kind.words
  assert(!draft.words || words?.safeParse(draft.words).success, `the words of ${draft.kind} fit`)
}

type Batch = { tx: Tx; run: readonly Recorded[] }

/**
 * Runs of one kind go together, so that a bulk load is one statement per projector. A run never
 * crosses commands: a projector that looks at another capability's rows sees in a rebuild what it
 * saw live.
 */
async function projectRun(
  capabilities: readonly Capability[],
  kinds: Map<string, AnyEventKind>,
  { tx, run }: Batch,
): Promise<void> {
  const kind = run[0]?.kind ?? ''
  const lifted = run.map(event => lift(kinds.get(kind), event))
  for (const capability of capabilities) {
    await capability.project[kind]?.(tx, lifted as never)
  }
}

function runsOfOneKind(events: readonly Recorded[]): Recorded[][] {
  const runs: Recorded[][] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last?.[0] && isSameRun(last[0], event)) last.push(event)
    else runs.push([event])
  }
  return runs
}

/**
 * The first events of all these commands, then their second ones, and so on: as no two commands
 * are about one thing, the rows are the same as one command after the other would make.
 */
function layersOf(events: readonly Recorded[]): Recorded[][] {
  const nths = new Map<Id, number>()
  const layers: Map<string, Recorded[]>[] = []
  for (const event of events) {
    const nth = nths.get(event.command) ?? 0
    nths.set(event.command, nth + 1)
    const layer = layers[nth] ?? new Map<string, Recorded[]>()
    layers[nth] = layer
    const run = layer.get(event.kind) ?? []
    layer.set(event.kind, run)
    run.push(event)
  }
  return layers.flatMap(layer => [...layer.keys()].sort().map(kind => layer.get(kind) ?? []))
}

function isSameRun(one: Recorded, other: Recorded): boolean {
  return one.kind === other.kind && one.command === other.command
}

function lift(kind: AnyEventKind | undefined, event: Recorded): Recorded {
  assert(kind, `the event ${event.kind} is known`)
  if (event.version === kind.version || !kind.upcast) return event
  const body = kind.upcast(event.version, event.body) as Recorded['body']
  return { ...event, version: kind.version, body }
}
