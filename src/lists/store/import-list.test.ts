// Versions of a list in a real database: added, changed, the same, held, dropped.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRebuild } from '../../events/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { spl } from '../domain/profiles/index.ts'
import { type Imported, importList } from './import-list.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const names = spl.columns.map(({ name }) => name)
const who = { council, actor: '00000000-0000-7000-8000-000000000001' }

type Cells = Readonly<Record<string, string>>
const ann: Cells = {
  Traced_NHSNUMBER: '9990487715',
  PatientFirstName: 'Ann',
  PatientSurname: 'Ellison',
  DateOfBirth: '19480917',
  PatientAddress_Line1: '4 Mill Lane',
  PatientAddress_PostCode: 'CB24 8RX',
  mobile: '7700900361',
  oslaua: 'E07000012',
  SPL_Version: '1',
}
const walter: Cells = {
  ...ann,
  Traced_NHSNUMBER: '9991042687',
  PatientFirstName: 'Walter',
  DateOfBirth: '19430304',
}

const rose = {
  Traced_NHSNUMBER: '9990000000',
  PatientFirstName: 'Rose',
  DateOfBirth: '12/11/48',
}

function fileOf(...rows: Cells[]): string {
  const lines = rows.map(row => names.map(name => row[name] ?? '').join(','))
  return [names.join(','), ...lines, ''].join('\n')
}

async function load(text: string, name = 'SPL.csv'): Promise<Imported> {
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const result = await importList(t.node, t.system, { profile: spl, name, chunks })
  if (!('counts' in result)) throw new Error(JSON.stringify(result))
  return result
}

function query<T>(table: string): Promise<T[]> {
  return t.node.store.transaction(who, tx =>
    tx
      .selectFrom(table as never)
      .selectAll()
      .execute(),
  ) as Promise<T[]>
}

test('a first version adds its people, and holds what it cannot be sure of', async () => {
  const bad = { ...walter, Traced_NHSNUMBER: '9990000000', DateOfBirth: '12/11/48' }
  const { counts, isNew } = await load(
    fileOf(ann, walter, { ...bad, PatientFirstName: 'Rose' }, {}),
  )
  expect(isNew).toBe(true)
  expect(counts).toEqual({
    rows: 4,
    accepted: 2,
    changed: 0,
    unchanged: 0,
    needs_review: 1,
    rejected: 1,
  })
  const people = await query<{ name: string }>('people')
  expect(people.map(({ name }) => name).sort()).toEqual(['Ann Ellison', 'Walter Ellison'])
})

async function logged(): Promise<number> {
  const events = await query<{ seq: number }>('events')
  return events.length
}

test('the same file again, also renamed, changes nothing and records nothing', async () => {
  const before = await logged()
  const text = fileOf(ann, walter, { ...walter, ...rose }, {})
  for (const name of ['SPL.csv', 'SPL (2).csv']) {
    const again = await load(text, name)
    expect(again.isNew).toBe(false)
    expect(again.counts).toMatchObject({ rows: 4, accepted: 0, changed: 0, unchanged: 2 })
  }
  expect(await logged()).toBe(before)
})

test('a second version says who is added, changed, the same and dropped', async () => {
  const moved = { ...ann, category: 'COVID-19 PRA', SPL_Version: '2' }
  const ivy = { ...walter, Traced_NHSNUMBER: '9993154415', PatientFirstName: 'Ivy' }
  const { counts, preview } = await load(fileOf(moved, { ...ivy, SPL_Version: '2' }))
  expect(counts).toMatchObject({ rows: 2, accepted: 1, changed: 1, needs_review: 0 })
  expect(preview).toMatchObject({ dropped: 2, onBoth: 1, changes: { category: 1 } })
  const dropped = await query<{ dropped_by: string | null }>('list_entries')
  expect(dropped.filter(entry => entry.dropped_by !== null)).toHaveLength(2)
})

test('a listed death is the first event of its load, and is reported only', async () => {
  const before = await logged()
  await load(fileOf({ ...ann, DateOfDeath: '01-04-2026', category: 'Deceased' }, walter))
  const people = await query<{ name: string; flags: string[] }>('people')
  expect(people.find(({ name }) => name === 'Ann Ellison')?.flags).toEqual(['deceased-reported'])
  const events = await query<{ seq: number; kind: string }>('events')
  const ordered = events.sort((one, other) => one.seq - other.seq)
  expect(ordered[before]?.kind).toBe('people.FlagRaised')
})

test('a death acts at once even where something else about the row is held', async () => {
  const edna = { ...ann, Traced_NHSNUMBER: '9990000093', PatientFirstName: 'Edna' }
  await load(fileOf(edna))
  const died = { ...edna, DateOfBirth: '17 Sep 1948', DateOfDeath: '02-04-2026' }
  const { counts, preview } = await load(fileOf(died))
  expect(counts.needs_review).toBe(1)
  expect(preview?.died).toBe(1)
  const people = await query<{ name: string; flags: string[] }>('people')
  expect(people.find(({ name }) => name === 'Edna Ellison')?.flags).toEqual(['deceased-reported'])
})

test('a different birthday under a known number is held, nothing is overwritten', async () => {
  const { counts } = await load(fileOf(ann, { ...walter, DateOfBirth: '19680304' }))
  expect(counts).toMatchObject({ needs_review: 1 })
  const entries = await query<{ state: string; reasons: string[] }>('list_entries')
  const held = entries.filter(({ reasons }) => reasons.includes('date-of-birth-differs'))
  expect(held.map(({ state }) => state)).toEqual(['held'])
  const people = await query<{ name: string; nhs: string }>('people')
  expect(people.filter(({ nhs }) => nhs === '9991042687')).toHaveLength(1)
})

test('a person twice in one file is added once; other words are held', async () => {
  const joan = { ...ann, Traced_NHSNUMBER: '9990000026', PatientFirstName: 'Joan' }
  const other = { ...joan, mobile: '07700 900362' }
  const shouted = { ...joan, PatientAddress_Line1: '4 MILL LANE' }
  const text = fileOf(joan, shouted, other)
  expect((await load(text)).counts).toMatchObject({ accepted: 1, unchanged: 1, needs_review: 1 })
  const next = [joan, shouted, other].map(row => ({ ...row, SPL_Version: '9' }))
  expect((await load(fileOf(...next))).counts).toMatchObject({ unchanged: 2, needs_review: 1 })
  expect(
    (await query<{ state: string; reasons: string[] }>('list_entries')).filter(
      ({ state, reasons }) => state === 'held' && reasons.includes('twice-in-file'),
    ),
  ).toHaveLength(1)
})

test('twins, and a father and son with one name, are people of their own', async () => {
  const george = { ...ann, Traced_NHSNUMBER: '9990000034', PatientFirstName: 'George' }
  const albert = { ...george, Traced_NHSNUMBER: '9990000042', PatientFirstName: 'Albert' }
  const son = { ...george, Traced_NHSNUMBER: '9990000050', DateOfBirth: '19750101' }
  expect((await load(fileOf(george, albert, son))).counts).toMatchObject({ accepted: 3 })
})

test('SQL and markup come back as the text they were', async () => {
  const text = "'); drop table people; --<script>alert(1)</script>"
  await load(fileOf({ ...ann, Traced_NHSNUMBER: '9990000069', PatientSurname: text }))
  const people = await query<{ family: string }>('people')
  expect(people.map(({ family }) => family)).toContain(text)
})

test('two files for one list at once: both end, and no row is lost', async () => {
  const one = fileOf({ ...ann, Traced_NHSNUMBER: '9990000077', PatientFirstName: 'Kit' })
  const other = fileOf({ ...ann, Traced_NHSNUMBER: '9990000085', PatientFirstName: 'Ada' })
  const chunks = (text: string) =>
    (async function* () {
      yield new TextEncoder().encode(text)
    })()
  const both = await Promise.all(
    [one, other].map((text, at) =>
      importList(t.node, t.system, { profile: spl, name: `${at}`, chunks: chunks(text) }),
    ),
  )
  const told = both.map(result => ('counts' in result ? 'loaded' : JSON.stringify(result)))
  for (const said of told) expect(['loaded', '{"refused":"stale-preview"}']).toContain(said)
  expect(told).toContain('loaded')
})

test('every row of every version has one account, and the accounts add up', async () => {
  const rows = await query<{ version: string; outcome: string }>('list_rows')
  const versions = await query<Record<string, number> & { id: string }>('list_versions')
  expect(versions.length).toBeGreaterThan(6)
  for (const version of versions) {
    const mine = rows.filter(row => row.version === version.id)
    expect(mine).toHaveLength(version.rows ?? -1)
    for (const outcome of ['accepted', 'changed', 'unchanged', 'needs_review', 'rejected']) {
      expect(mine.filter(row => row.outcome === outcome)).toHaveLength(version[outcome] ?? -1)
    }
  }
})

test('rebuilding the lists from the log gives the same rows', async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
})
