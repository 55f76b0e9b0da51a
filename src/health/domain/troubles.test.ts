// Does each trouble show, alone, and does a healthy machine show none?
import { expect, test } from 'vitest'
import { dayMs, hourMs } from '../../kernel/clock.ts'
import { type Trouble, troubles, troublesOf, type Vitals } from './troubles.ts'

const now = Date.UTC(2026, 3, 6, 9, 40)
const well: Vitals = {
  now,
  misfits: 0,
  backupAt: now - 6 * hourMs,
  isBackupPlanned: true,
  hasBackupFailed: false,
  bytesFree: [60 * 1024 ** 3, 4 * 1024 ** 3],
  driftMs: -40,
  failingTasks: 0,
  oldestUnsentMs: 0,
  locked: 0,
  connectionsShare: 0.3,
  startedAt: now - 30 * dayMs,
}

test('a machine that is well has no trouble', () => {
  expect(troublesOf(well)).toEqual([])
})

const ill: Record<Trouble, Partial<Vitals>> = {
  'other-shape': { misfits: 1 },
  'disk-nearly-full': { bytesFree: [60 * 1024 ** 3, 1024 ** 3] },
  'backup-failed': { hasBackupFailed: true },
  'backup-old': { backupAt: now - 2 * dayMs },
  'no-backup-planned': { isBackupPlanned: false, backupAt: null },
  'clock-wrong': { driftMs: 5_000 },
  'task-failing': { failingTasks: 1 },
  'secrets-locked': { locked: 1 },
  'messages-waiting': { oldestUnsentMs: 2 * hourMs },
  'connections-short': { connectionsShare: 0.95 },
}

test.each(troubles)('%s shows alone', trouble => {
  expect(troublesOf({ ...well, ...ill[trouble] })).toEqual([trouble])
})

test('a Doorstep that was started today has no backup yet, and that is no trouble', () => {
  expect(troublesOf({ ...well, backupAt: null, startedAt: now - hourMs })).toEqual([])
  expect(troublesOf({ ...well, backupAt: null })).toEqual(['backup-old'])
})
