// Is there a backup for every day, is each one read back, and does the disk not fill up?
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../kernel/clock.ts'
import { proveBackup } from '../store/backup/index.ts'
import { makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { readPlan } from './backup-plan.ts'
import { readErasures, setMachine } from './index.ts'
import { listProofs, scheduledBackup } from './scheduled-backup.ts'

const parent = mkdtempSync(join(tmpdir(), 'doorstep-scheduled-'))
const folder = join(parent, 'backups')
const plan = { folder, hour: 3, keep: 2 }
let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  setMachine(t.node, { backups: plan })
})
afterAll(async () => {
  await t.close()
  rmSync(parent, { recursive: true, force: true })
})

const midnight = testStart - (testStart % dayMs)
const made = () =>
  readdirSync(folder)
    .filter(name => name.endsWith('.zst'))
    .sort()
async function runAt(ms: number) {
  t.clock.turnTo(midnight + ms)
  await scheduledBackup.run(t.node)
}

test('before its hour there is the list of erasures and no backup yet', async () => {
  await runAt(hourMs)
  expect(made()).toEqual([])
  expect(readErasures(join(folder, 'erasures.jsonl'))).toEqual([])
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('from its hour on there is one for the day, read back, and no second', async () => {
  await runAt(2 * hourMs)
  expect(made()).toEqual(['doorstep-2026-04-06.tar.zst'])
  const [proof] = listProofs(plan)
  expect(proof).toMatchObject({ holds: true, problem: null, councils: 1 })
  const first = statSync(join(folder, made()[0] ?? '')).mtimeMs
  await runAt(5 * hourMs)
  expect(statSync(join(folder, made()[0] ?? '')).mtimeMs).toBe(first)
  await expect(proveBackup(join(folder, made()[0] ?? ''))).resolves.toMatchObject({ format: 1 })
})

test('of the days that go by the last are kept, and no other file is touched', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'ours')
  for (const day of [1, 2, 3]) await runAt(day * dayMs + 4 * hourMs)
  expect(made()).toEqual(['doorstep-2026-04-08.tar.zst', 'doorstep-2026-04-09.tar.zst'])
  expect(listProofs(plan)).toHaveLength(2)
  expect(existsSync(join(folder, 'notes.txt'))).toBe(true)
})

test('one that fails says so in its proof, and is tried again after a while', async () => {
  const day = 4 * dayMs + 4 * hourMs
  const file = join(folder, 'doorstep-2026-04-10.tar.zst')
  const broken = { ...t.node.store, backUp: () => Promise.reject(new Error('disk')) }
  t.clock.turnTo(midnight + day)
  const node = { ...t.node, store: broken }
  setMachine(node, { backups: plan })
  await expect(scheduledBackup.run(node)).rejects.toThrow('disk')
  expect(listProofs(plan)[0]).toMatchObject({ holds: false, problem: 'fault', file })
  await runAt(day + minuteMs)
  expect(existsSync(file)).toBe(false)
  await runAt(day + 11 * minuteMs)
  expect(listProofs(plan)[0]).toMatchObject({ holds: true, file })
})

test('two processes with one folder make one backup', async () => {
  t.clock.turnTo(midnight + 5 * dayMs + 4 * hourMs)
  await Promise.all([1, 2].map(() => scheduledBackup.run(t.node)))
  expect(made().at(-1)).toBe('doorstep-2026-04-11.tar.zst')
  expect(listProofs(plan)[0]?.holds).toBe(true)
})

test.each([
  [{}, '/data', { folder: '/data/backups', hour: 3, keep: 14 }],
  [{}, undefined, undefined],
  [{ DOORSTEP_BACKUP_DIR: 'off' }, '/data', undefined],
  [{ DOORSTEP_BACKUP_DIR: '/b', DOORSTEP_BACKUP_HOUR: '22' }, undefined, { hour: 22 }],
  [{ DOORSTEP_BACKUP_KEEP: '90' }, '/data', { wrong: 'DOORSTEP_BACKUP_KEEP' }],
  [{ DOORSTEP_BACKUP_HOUR: 'three' }, '/data', { wrong: 'DOORSTEP_BACKUP_HOUR' }],
])('the settings %j with data in %s are understood', (env, dataDir, expected) => {
  const read = readPlan(env, dataDir)
  if (expected) expect(read).toMatchObject(expected)
  else expect(read).toBeUndefined()
})
