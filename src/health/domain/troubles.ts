// What of all this needs somebody today? In the order in which it matters.
import { dayMs, hourMs, secondMs } from '../../kernel/clock.ts'

export type Vitals = {
  readonly now: number
  /** Names of database changes that do not fit this program. */
  readonly misfits: number
  /** The moment of the last backup that was read back whole; null without one. */
  readonly backupAt: number | null
  readonly isBackupPlanned: boolean
  readonly hasBackupFailed: boolean
  /** On the disk that holds our own data, and on the one that holds the backups. */
  readonly bytesFree: readonly number[]
  /** Between the clock of this machine and that of the database. */
  readonly driftMs: number
  readonly failingTasks: number
  readonly oldestUnsentMs: number
  readonly connectionsShare: number
  /** Kept secrets of this council that no key opens. */
  readonly locked: number
  /** Since when this process serves. */
  readonly startedAt: number
}

export const troubles = [
  'other-shape',
  'secrets-locked',
  'disk-nearly-full',
  'backup-failed',
  'backup-old',
  'no-backup-planned',
  'clock-wrong',
  'task-failing',
  'messages-waiting',
  'connections-short',
] as const
export type Trouble = (typeof troubles)[number]

export const bytesFreeMin = 2 * 1024 ** 3
export const backupMsMax = dayMs + 2 * hourMs
export const driftMsMax = 2 * secondMs
export const unsentMsMax = hourMs
const connectionsShareMax = 0.8

export function troublesOf(vitals: Vitals): readonly Trouble[] {
  const is: Readonly<Record<Trouble, boolean>> = {
    'other-shape': vitals.misfits > 0,
    'secrets-locked': vitals.locked > 0,
    'disk-nearly-full': vitals.bytesFree.some(bytes => bytes < bytesFreeMin),
    'backup-failed': vitals.isBackupPlanned && vitals.hasBackupFailed,
    'backup-old': vitals.isBackupPlanned && isOld(vitals),
    'no-backup-planned': !vitals.isBackupPlanned,
    'clock-wrong': Math.abs(vitals.driftMs) > driftMsMax,
    'task-failing': vitals.failingTasks > 0,
    'messages-waiting': vitals.oldestUnsentMs > unsentMsMax,
    'connections-short': vitals.connectionsShare > connectionsShareMax,
  }
  return troubles.filter(trouble => is[trouble])
}

/** A Doorstep that was started this morning has its first backup tonight. */
function isOld({ now, backupAt, startedAt }: Vitals): boolean {
  return now - (backupAt ?? startedAt) > backupMsMax
}
