// Does a council leave whole and come back the same, letter for letter, and is a forged one told?
import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip, gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import tar from 'tar-stream'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { recordRead, scopeOf } from '../../access/index.ts'
import { makeNode } from '../../app.ts'
import { act, verifyCouncil } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { addPerson, erasePerson } from '../../people/index.ts'
import { openStore } from '../../store/open.ts'
import { databaseUrl, templateOf } from '../../testing/database.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  openTestCampaign,
  personId,
} from '../../testing/small-district.ts'
import type { Manifest } from '../domain/archive.ts'
import { exportCouncil } from './export-council.ts'
import { importCouncil } from './import-council.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-archive-test-'))
const whole = join(folder, 'whole.tar.gz')
const ends: (() => Promise<void>)[] = []
let t: TestNode
let manifest: Manifest

const people = ["=cmd|'/c calc'!A0", 'محمد', 'Zoë 👩🏽‍🚒', 'N'.repeat(300), '\u200b=1', 'Ann'].map(
  given => ({ given }),
)

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  await t.actorWith('officer')
  await look()
  manifest = await exportTo(t.node, whole)
})
afterAll(async () => {
  for (const end of ends) await end()
  await t.close()
  rmSync(folder, { recursive: true, force: true })
})

async function look() {
  const { permissions } = t.node.registry
  const at = t.clock.now()
  const scope = scopeOf(permissions, t.system, { permission: 'people.read', now: at })
  const subjects = [personId('Ann')]
  await t.node.store.transaction({ council, actor: t.system.id }, tx =>
    recordRead(tx, scope, { what: 'open', route: '/people/:id', subjects, at }),
  )
}

async function exportTo(node: Node, file: string): Promise<Manifest> {
  const out = createWriteStream(file)
  const made = await exportCouncil(node, {
    council,
    write: chunk => new Promise(done => out.write(chunk, () => done())),
  })
  await new Promise<void>(done => out.end(() => done()))
  return made
}

/** A Doorstep in which there is no council yet. */
async function emptyNode(): Promise<Node> {
  const template = inject('adminUrl')
  const server = databaseUrl(template, 'postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await ask(server, `create database ${name} template ${templateOf(template)}`)
  const appUrl = databaseUrl(template, name, 'doorstep_app')
  const store = openStore({ appUrl, adminUrl: databaseUrl(template, name) })
  ends.push(async () => {
    await store.close()
    await ask(server, `drop database ${name} with (force)`)
  })
  return makeNode(store, t.clock)
}

async function ask(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

const councilsIn = (node: Node) =>
  node.store.transaction({ council, actor: t.system.id }, async tx => {
    const found = await sql<{ n: number }>`select (select count(*) from councils)::int
      + (select count(*) from events)::int + (select count(*) from people)::int as n`.execute(tx)
    return found.rows[0]?.n
  })

test('an archive names what it holds, with a digest for each file', () => {
  const paths = manifest.files.map(({ path }) => path)
  for (const table of ['people', 'contact_points', 'places', 'members', 'users', 'reads']) {
    expect(paths).toContain(`tables/${table}.csv`)
  }
  const rowsOf = (path: string) => manifest.files.find(one => one.path === path)?.rows
  expect(rowsOf('tables/people.csv')).toBe(people.length)
  expect(rowsOf('log.jsonl')).toBe(manifest.log.events)
  expect(rowsOf('reads.jsonl')).toBe(1)
})

test('its tables are guarded, its log is as it was, and each column has a meaning', async () => {
  const files = await filesIn(whole)
  expect(files.get('tables/people.csv')).toContain(`'=cmd|'/c calc'!A0`)
  expect(files.get('log.jsonl')).toContain(`"=cmd|'/c calc'!A0"`)
  expect(files.get('log.jsonl')).toContain('محمد')
  const about = JSON.parse(files.get('datapackage.json') ?? '') as {
    resources: { name: string; schema?: { fields: { name: string; description: string }[] } }[]
  }
  const fields = about.resources.flatMap(one => one.schema?.fields ?? [])
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter(({ description }) => description === '')).toEqual([])
})

test('out, in and out again: every digest is the same, and every check holds', async () => {
  const node = await emptyNode()
  const { remade } = await importCouncil(node, { file: whole })
  expect(remade).toEqual([])
  const again = await exportTo(node, join(folder, 'again.tar.gz'))
  expect(again.files).toEqual(manifest.files)
  expect(again.log).toEqual(manifest.log)
  const checks = await verifyCouncil(node, council)
  expect(checks.flatMap(one => one.wrong)).toEqual([])
  const second = importCouncil(node, { file: whole })
  await expect(second).rejects.toMatchObject({ code: 'council-exists' })
})

test('the same after somebody was erased: no word of theirs leaves or comes back', async () => {
  const input = { person: personId('Ann') }
  await act(t.node, t.system, erasePerson, { id: newId(), input })
  const file = join(folder, 'erased.tar.gz')
  const made = await exportTo(t.node, file)
  const node = await emptyNode()
  await importCouncil(node, { file })
  const again = await exportTo(node, join(folder, 'erased-again.tar.gz'))
  expect(again.files).toEqual(made.files)
  expect([...(await filesIn(file)).values()].join('')).not.toContain('Ann')
  expect((await verifyCouncil(node, council)).flatMap(one => one.wrong)).toEqual([])
})

test('what came in goes on: the next entry follows in the chain', async () => {
  const node = await emptyNode()
  await importCouncil(node, { file: whole })
  expect(addPerson.name).toBe('people.add-person')
  const person = personId('Ann')
  const done = await act(node, t.system, erasePerson, { id: newId(), input: { person } })
  expect(done).toMatchObject({ outcome: 'accepted', seq: manifest.log.events + 1 })
  expect((await verifyCouncil(node, council)).flatMap(one => one.wrong)).toEqual([])
})

async function filesIn(file: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const extract = tar.extract()
  extract.on('entry', async (header, stream, next) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
    files.set(header.name, Buffer.concat(chunks).toString('utf8'))
    next()
  })
  const { createReadStream } = await import('node:fs')
  await pipeline(createReadStream(file), createGunzip(), extract)
  return files
}

/** By somebody who knows how an archive is made: digests fit what is in it. */
async function forged(change: (files: Map<string, string>, said: Manifest) => void) {
  const { createHash } = await import('node:crypto')
  const files = await filesIn(whole)
  const said = JSON.parse(files.get('manifest.json') ?? '') as Manifest
  change(files, said)
  const listed = said.files.map(one => {
    const text = files.get(one.path) ?? ''
    const sha256 = createHash('sha256').update(text).digest('hex')
    return { ...one, sha256, bytes: Buffer.byteLength(text) }
  })
  files.set('manifest.json', JSON.stringify({ ...said, files: listed }))
  const pack = tar.pack()
  for (const [name, text] of files) pack.entry({ name }, text)
  pack.finalize()
  const file = join(folder, `${randomUUID()}.tar.gz`)
  await pipeline(pack, createGzip(), createWriteStream(file))
  return file
}

const inFile =
  (path: string, from: string | RegExp, to: string) => (files: Map<string, string>) => {
    const before = files.get(path) ?? ''
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    files.set(path, after)
  }

const forgeries: [string, string, (files: Map<string, string>, said: Manifest) => void][] = [
  ['a word of the log', 'broken-log', inFile('log.jsonl', 'محمد', 'محمود')],
  [
    'a fact of the log',
    'broken-log',
    inFile('log.jsonl', '"flags": []', '"flags": ["do-not-call"]'),
  ],
  ['an entry that is gone', 'broken-log', inFile('log.jsonl', /^.*\n/, '')],
  ['a kind nobody knows', 'unknown-events', inFile('log.jsonl', 'places.', 'palaces.')],
  ['a number for a name', 'broken-log', inFile('log.jsonl', /"given": "[^"]*"/, '"given": 7')],
  ['no JSON', 'broken-log', inFile('log.jsonl', '{', '[')],
  ['a half character', 'broken-log', inFile('log.jsonl', /"given": "Ann"/, '"given": "\\ud800"')],
  ['a nought character', 'broken-log', inFile('log.jsonl', /"given": "Ann"/, '"given": "\\u0000"')],
  ['a table', 'other-tables', inFile('tables/people.csv', 'Ann', 'Eve')],
  ['a look that is gone', 'other-tables', files => void files.set('tables/reads.csv', 'id\r\n')],
  [
    'another council',
    'broken-log',
    (_files, said) => void Object.assign(said.council, { id: 'x' }),
  ],
  [
    'the last hash',
    'broken-log',
    (_f, said) => void Object.assign(said.log, { hash: 'a'.repeat(64) }),
  ],
  ['a later form', 'newer', (_f, said) => void Object.assign(said, { formatVersion: 2 })],
  [
    'a path outside',
    'not-an-archive',
    (_f, said) => void Object.assign(said.files[0] ?? {}, { path: '../../etc/X' }),
  ],
  ['a file too many', 'altered', files => void files.set('../../evil.sh', 'rm -rf')],
]

test.each(forgeries)('forged: %s is refused in one sentence', async (_name, code, change) => {
  const node = await emptyNode()
  const file = await forged(change)
  await expect(importCouncil(node, { file })).rejects.toMatchObject({
    name: 'ArchiveProblem',
    code,
    message: expect.stringMatching(/Nothing was written\.$/),
  })
  expect(await councilsIn(node)).toBe(0)
})

test('cut or damaged anywhere, nothing is taken in', async () => {
  const node = await emptyNode()
  const bytes = readFileSync(whole)
  const file = join(folder, 'broken.tar.gz')
  const middle = Math.floor(bytes.length / 2)
  const broken = [
    Buffer.alloc(0),
    Buffer.from('no archive at all'),
    ...[10, middle, bytes.length - 9, bytes.length - 1].map(at => bytes.subarray(0, at)),
    ...[3, 200, middle, bytes.length - 40, bytes.length - 6].map(at => {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 255
      return changed
    }),
    gunzipSync(bytes),
  ]
  for (const one of broken) {
    writeFileSync(file, one)
    await expect(importCouncil(node, { file })).rejects.toMatchObject({ name: 'ArchiveProblem' })
  }
  expect(await councilsIn(node)).toBe(0)
})
