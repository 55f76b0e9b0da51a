// How is this Doorstep? Everything the Health page shows, gathered in one place.
import { statfsSync } from 'node:fs'
import type { Scope } from '../access/index.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import type { Shape } from '../store/shape.ts'
import { type Trouble, troublesOf } from './domain/troubles.ts'
import { machineOf, type TaskRun } from './machine.ts'
import { listProofs, type Proof } from './scheduled-backup.ts'
import { lockedSecrets } from './seal-secrets.ts'
import { type DatabaseFacts, databaseFacts, type LogFacts, logFacts } from './store/facts.ts'

export type Disk = { readonly folder: string; readonly free: number; readonly size: number }

export type Health = {
  readonly now: number
  readonly startedAt: number
  readonly database: DatabaseFacts
  readonly shape: Shape
  readonly log: LogFacts | undefined
  /** The database's clock against ours, in milliseconds. */
  readonly driftMs: number
  readonly disks: readonly Disk[]
  readonly backups: {
    readonly plan: { folder: string; hour: number; keep: number } | null
    readonly proofs: readonly Proof[]
  }
  readonly tasks: readonly (TaskRun & { readonly name: string })[]
  readonly gauges: Readonly<Record<string, number>>
  /** Kept secrets that no key opens. */
  readonly locked: number
  readonly troubles: readonly Trouble[]
}

/** The figures of the reader's own council; of the machine, what anybody may know who runs it. */
export async function readHealth(node: Node, tx: Tx, scope: Scope): Promise<Health> {
  const before = Date.now()
  const database = await databaseFacts(tx)
  const ours = (before + Date.now()) / 2
  const driftMs = Math.round(database.now.getTime() - ours)
  const now = node.clock.now()
  const machine = machineOf(node)
  const plan = machine.backups ?? null
  const gauges = await readGauges(node, tx, { council: scope.council, now })
  const health = {
    now,
    startedAt: machine.startedAt,
    database,
    shape: await node.store.shape(),
    log: await logFacts(tx, scope.council),
    driftMs,
    disks: [machine.dataDir, plan?.folder].flatMap(folder => diskOf(folder)),
    backups: { plan, proofs: plan ? listProofs(plan) : [] },
    tasks: [...machine.tasks].map(([name, run]) => ({ name, ...run })),
    gauges,
    locked: await lockedSecrets(node, tx, scope.council),
  }
  return { ...health, troubles: judge(health) }
}

function judge(health: Omit<Health, 'troubles'>): readonly Trouble[] {
  const { shape, backups, disks, tasks, database, gauges } = health
  const last = backups.proofs.find(({ holds }) => holds)
  return troublesOf({
    now: health.now,
    misfits: shape.missing.length + shape.unknown.length,
    backupAt: last ? Date.parse(last.at) : null,
    isBackupPlanned: backups.plan !== null,
    hasBackupFailed: backups.proofs[0]?.holds === false,
    bytesFree: disks.map(({ free }) => free),
    driftMs: health.driftMs,
    failingTasks: tasks.filter(({ lastAt, lastFailedAt }) => lastAt === lastFailedAt).length,
    oldestUnsentMs: (gauges.messages_oldest_unsent_seconds ?? 0) * 1000,
    connectionsShare: database.connections / database.connectionsMax,
    locked: health.locked,
    startedAt: health.startedAt,
  })
}

async function readGauges(
  node: Node,
  tx: Tx,
  { council, now }: { council: string; now: number },
): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const gauge of node.registry.capabilities.flatMap(one => one.gauges)) {
    found[gauge.name] = await gauge.of(tx, council, new Date(now))
  }
  return found
}

/** A folder that is not there yet has no disk to show. */
function diskOf(folder: string | undefined): Disk[] {
  if (folder === undefined) return []
  try {
    const { bavail, blocks, bsize } = statfsSync(folder)
    return [{ folder, free: bavail * bsize, size: blocks * bsize }]
  } catch {
    return []
  }
}
