// Does a backup hold everything of one moment, tell when it was touched, and come back as it was?
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addUser } from '../../access/index.ts'
import { makeNode, migrated } from '../../app.ts'
import { act, verifyCouncil } from '../../events/index.ts'
import { systemClock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { databaseUrl } from '../../testing/database.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict } from '../../testing/small-district.ts'
import { migrate, migrationsOf } from '../migrate.ts'
import { openStore } from '../open.ts'
import { finishRestore, loadBackup, type Manifest, proveBackup, writeBackup } from './index.ts'
import { sealing } from './seal.ts'

const migrations = migrationsOf(migrated)
const folder = mkdtempSync(join(tmpdir(), 'doorstep-backup-'))
const file = join(folder, 'whole.tar.zst')
const made: string[] = []
let t: TestNode
let manifest: Manifest

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Asha' }, { given: 'Bryn' }])
  manifest = await writeBackup({ adminUrl: t.adminUrl, file })
})
afterAll(async () => {
  await t.close()
  for (const name of made) await server(`drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

async function server(text: string, url = databaseUrl(inject('adminUrl'), 'postgres')) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(owner?: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  made.push(name)
  await server(`create database ${name}${owner ? ` owner ${owner}` : ''}`)
  return databaseUrl(inject('adminUrl'), name, owner)
}

test('a manifest lists every table and names nobody', () => {
  const names = manifest.tables.map(one => one.table)
  expect(names).toEqual(expect.arrayContaining(['events', 'register', 'list_file_parts', 'people']))
  expect(manifest.tables.find(one => one.table === 'people')?.rows).toBe(2)
  expect(manifest.councils).toMatchObject([{ council }])
  expect(JSON.stringify(manifest)).not.toMatch(/Asha|Bryn|South Vale|Mill Lane/)
})

test('only its owner may read the file, and none is written over', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const again = writeBackup({ adminUrl: t.adminUrl, file })
  await expect(again).rejects.toMatchObject({ code: 'backup-exists' })
  expect(await proveBackup(file)).toEqual(manifest)
})

test('what is restored has the same digests, passes every check, and takes new work', async () => {
  const adminUrl = await emptyDatabase()
  await loadBackup({ adminUrl, file, manifest, migrations })
  await finishRestore(adminUrl)
  const copy = join(folder, 'again.tar.zst')
  const again = await writeBackup({ adminUrl, file: copy })
  expect(again.tables).toEqual(manifest.tables)
  expect(again.councils).toEqual(manifest.councils)
  const appUrl = databaseUrl(adminUrl, new URL(adminUrl).pathname.slice(1), 'doorstep_app')
  const store = openStore({ adminUrl, appUrl })
  const node = makeNode(store, systemClock)
  const checks = await verifyCouncil(node, council)
  expect(checks.length).toBeGreaterThan(5)
  expect(checks.flatMap(one => one.wrong)).toEqual([])
  const input = { user: newId(), name: 'After', email: null, grants: [] }
  const done = await act(node, t.system, addUser, { id: newId(), input })
  await store.close()
  expect(done).toMatchObject({ outcome: 'accepted' })
})

test('a login that is no superuser backs up and restores its own database', async () => {
  const login = `login_${randomUUID().slice(0, 8)}`
  await server(`create role ${login} login createrole`)
  await server(`grant doorstep_owner, doorstep_app to ${login} with admin option`)
  const adminUrl = await emptyDatabase(login)
  await loadBackup({ adminUrl, file, manifest, migrations })
  const again = await writeBackup({ adminUrl, file: join(folder, 'login.tar.zst') })
  expect(again.tables).toEqual(manifest.tables)
  await server(`drop database ${made.pop()} with (force)`)
  await server(`drop role ${login}`)
})

test('a backup made while people write is of one moment', async () => {
  let isOver = false
  const writing = (async () => {
    while (!isOver) await t.actorWith('call-handler')
  })()
  const busy = await writeBackup({ adminUrl: t.adminUrl, file: join(folder, 'busy.tar.zst') })
  isOver = true
  await writing
  const adminUrl = await emptyDatabase()
  await loadBackup({ adminUrl, file: join(folder, 'busy.tar.zst'), manifest: busy, migrations })
  const events = busy.tables.find(one => one.table === 'events')
  expect(events?.rows).toBe(busy.councils[0]?.seq)
})

const cuts = [0, 3, 40, 0.5, 0.99]
test.each(cuts)('a file cut at %s is told from a whole one', async at => {
  const whole = readFileSync(file)
  const cut = join(folder, 'cut.tar.zst')
  writeFileSync(cut, whole.subarray(0, at < 1 ? Math.floor(whole.length * at) : at))
  await expect(proveBackup(cut)).rejects.toMatchObject({ name: 'BackupProblem' })
})

test('any altered byte is noticed, in the file and in what is packed in it', async () => {
  const whole = readFileSync(file)
  const other = join(folder, 'altered.tar.zst')
  const spread = Array.from({ length: 40 }, (_, i) => Math.floor((whole.length * i) / 40))
  const ends = [4, 5, 6, whole.length - 41, whole.length - 33, whole.length - 1]
  for (const at of [...spread, ...ends]) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 1
    writeFileSync(other, changed)
    await expect(proveBackup(other)).rejects.toMatchObject({ name: 'BackupProblem' })
  }
  const inside = zstdDecompressSync(whole.subarray(0, -40))
  const at = inside.indexOf('Asha')
  inside.write('Usha', at)
  writeFileSync(other, await sealedAgain(inside))
  await expect(proveBackup(other)).rejects.toMatchObject({ code: 'backup-altered' })
})

/** By somebody who knows how the file is made, but not its manifest. */
async function sealedAgain(inside: Buffer): Promise<Buffer> {
  const seal = sealing()
  seal.end(zstdCompressSync(inside))
  const chunks: Buffer[] = []
  for await (const chunk of seal) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

test('another kind of file is refused, and so is one that is not there', async () => {
  const other = join(folder, 'list.csv')
  writeFileSync(other, 'NHS number,Name\n')
  await expect(proveBackup(other)).rejects.toMatchObject({ code: 'backup-unreadable' })
  const nowhere = proveBackup(join(folder, 'nowhere'))
  await expect(nowhere).rejects.toMatchObject({ code: 'backup-missing' })
})

test('a backup of a newer Doorstep is refused, and nothing is left behind', async () => {
  const adminUrl = await emptyDatabase()
  const known = migrations.slice(0, -1)
  const loading = loadBackup({ adminUrl, file, manifest, migrations: known })
  await expect(loading).rejects.toMatchObject({ code: 'backup-newer' })
  expect(await server("select to_regnamespace('doorstep') as there", adminUrl)).toEqual([
    { there: null },
  ])
})

test('a backup of an older Doorstep is brought up to date after its rows are in', async () => {
  const adminUrl = await emptyDatabase()
  const later = { name: 'later/0001-x.sql', sql: 'create table later (council text primary key)' }
  await loadBackup({ adminUrl, file, manifest, migrations: [...migrations, later] })
  expect(await server('select count(*)::int as n from doorstep.later', adminUrl)).toEqual([
    { n: 0 },
  ])
})

test('a database that holds anything is left as it is', async () => {
  const before = await server('select count(*)::int as n from doorstep.events', t.adminUrl)
  const loading = loadBackup({ adminUrl: t.adminUrl, file, manifest, migrations })
  await expect(loading).rejects.toMatchObject({ code: 'target-not-empty' })
  expect(await server('select count(*)::int as n from doorstep.events', t.adminUrl)).toEqual(before)
})

test('rows that do not come back as they were undo the whole restore', async () => {
  const adminUrl = await emptyDatabase()
  const [first, ...rest] = manifest.tables
  const lying = { ...manifest, tables: [{ ...first, digest: '0'.repeat(64) }, ...rest] } as Manifest
  const loading = loadBackup({ adminUrl, file, manifest: lying, migrations })
  await expect(loading).rejects.toMatchObject({ code: 'backup-altered' })
  expect(await server("select to_regnamespace('doorstep') as there", adminUrl)).toEqual([
    { there: null },
  ])
})

test('nobody opens a restore that was broken off', async () => {
  const adminUrl = await emptyDatabase()
  await loadBackup({ adminUrl, file, manifest, migrations })
  await expect(migrate(adminUrl, migrations)).rejects.toThrow(/broken off/)
  await finishRestore(adminUrl)
  expect(await migrate(adminUrl, migrations)).toBe(0)
})

test('no table has a counter of its own, which a backup would forget', async () => {
  expect(await server('select sequencename from pg_sequences', t.adminUrl)).toEqual([])
})
