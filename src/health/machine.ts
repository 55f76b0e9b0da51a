// On which machine does this node run, since when, and what did it do by itself?
import { type Watcher, watch } from '../events/index.ts'
import type { Node } from '../node.ts'
import type { BackupPlan } from './backup-plan.ts'

export type Machine = {
  /** Of our own database; none where another one is used. */
  readonly dataDir?: string
  readonly backups?: BackupPlan
}

export type TaskRun = {
  readonly lastAt: number
  readonly lastMs: number
  readonly failures: number
  readonly lastFailedAt: number | null
}

type Known = Machine & { readonly startedAt: number; readonly tasks: Map<string, TaskRun> }

const machines = new WeakMap<Node, Known>()

/** Said once, when the node begins to serve. */
export function setMachine(node: Node, machine: Machine): void {
  const tasks = new Map<string, TaskRun>()
  machines.set(node, { ...machine, startedAt: node.clock.now(), tasks })
  watch(node, { task: (...run) => note(node, tasks, run) })
}

export function machineOf(node: Node): Known {
  return machines.get(node) ?? { startedAt: node.clock.now(), tasks: new Map() }
}

type Told = Parameters<Required<Watcher>['task']>

function note(node: Node, tasks: Map<string, TaskRun>, [name, outcome, ms]: Told): void {
  const before = tasks.get(name)
  const now = node.clock.now()
  const isFailure = outcome === 'failed'
  tasks.set(name, {
    lastAt: now,
    lastMs: ms,
    failures: (before?.failures ?? 0) + (isFailure ? 1 : 0),
    lastFailedAt: isFailure ? now : (before?.lastFailedAt ?? null),
  })
}
