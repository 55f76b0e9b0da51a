// Does what only a list said of somebody lead to them, and to nobody once it is taken back?
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import {
  addPerson,
  correctPerson,
  erasePerson,
  mergePeople,
  unmergePeople,
} from '../../people/index.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { fillSome } from './fill-told-keys.ts'
import { importList } from './import-list.ts'
import { leadsOf } from './told-keys.ts'
import { undoLoad } from './undo-load.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const header =
  'Reference,NHS number,First name,Surname,Date of birth,Address line 1,Postcode,UPRN,Phone,Reason'
let files = 0

async function given(...lines: readonly string[]) {
  files += 1
  const rows = lines.map((line, nth) => `f${files}n${nth},${line},x`)
  const chunks = (async function* () {
    yield new TextEncoder().encode([header, ...rows, ''].join('\n'))
  })()
  const done = await importList(t.node, t.system, {
    name: 'known.csv',
    chunks,
    shrinkReason: 'A test',
  })
  if (!('counts' in done)) throw new Error(JSON.stringify(done))
  return done
}

async function only(family: string): Promise<string> {
  const people = await rowsOf<{ id: string; family: string }>(t, 'people')
  const found = people.filter(one => one.family === family)
  expect(found).toHaveLength(1)
  return found[0]?.id ?? ''
}

type Entry = { id: string; person: string; state: string; told_keys: number[] }
const entries = () => rowsOf<Entry>(t, 'list_entries')
const toldOf = async (person: string) =>
  (await entries())
    .filter(one => one.person === person)
    .flatMap(one => one.told_keys)
    .sort((a, b) => a - b)

function leads(keys: readonly number[]) {
  return t.node.store.transaction({ council, actor: newId() }, tx => leadsOf(tx, council, keys))
}

async function does(command: Parameters<typeof act>[2], input: unknown) {
  const request = { id: newId(), input }
  expect(await act(t.node, t.system, command, request)).toMatchObject({ outcome: 'accepted' })
}

test('a number that only a list knows finds whom it is of, whatever else is said', async () => {
  await given(',Rhys,Price,12/07/1951,9 Fen Road,CB24 8RX,,')
  const person = await only('Price')
  expect(await toldOf(person)).toEqual([])
  const second = await given('9991042687,Rhys,Price,12/07/1951,9 Fen Road,CB24 8RX,,')
  expect(second.counts).toMatchObject({ accepted: 1 })
  const before = (await rowsOf(t, 'people')).length
  const third = await given('9991042687,Rees,Pritchard,12/07/1951,2 Moor End,CB21 4AA,,')
  expect(third.counts.accepted + third.counts.needs_review).toBe(1)
  expect(await rowsOf(t, 'people')).toHaveLength(before)
})

test('somebody added by hand with that number waits beside them to be judged', async () => {
  const person = await only('Price')
  await does(addPerson, {
    person: newId(),
    given: 'Rees',
    middle: '',
    family: 'Penry',
    born: '1951-07-12',
    nhs: '9991042687',
    address: '2 Moor End',
    postcode: 'CB21 4AA',
    language: null,
    contacts: [],
    source: 'phone',
  })
  const added = await only('Penry')
  const reviews = await rowsOf<{ persons: string[]; reason: string }>(t, 'reviews')
  const pair = reviews.find(one => one.persons.includes(added))
  expect(pair).toMatchObject({ reason: 'same-nhs-number', state: 'open' })
  expect(pair?.persons).toContain(person)
})

test('it leads to whoever the record stands for: joined, and parted again', async () => {
  await given(',Una,Boyle,,1 High Street,CB24 8RX,,')
  const other = await only('Boyle')
  const person = await only('Price')
  const keys = await toldOf(person)
  expect(keys.length).toBeGreaterThan(0)
  const whom = async () => [...new Set((await leads(keys)).map(lead => lead.person))]
  expect(await whom()).toEqual([person])
  await does(mergePeople, { from: person, into: other })
  expect(await whom()).toEqual([other])
  await does(unmergePeople, { from: person, note: 'Two people' })
  expect(await whom()).toEqual([person])
})

test('what the record is corrected away from still leads to it, as the list says it', async () => {
  const person = await only('Price')
  const before = await toldOf(person)
  const correct = (family: string) => does(correctPerson, { person, family })
  await correct('Rhydderch')
  const after = await toldOf(person)
  expect(after.length).toBeGreaterThan(before.length)
  expect(await leads(after)).not.toEqual([])
  await correct('Price')
  expect(await toldOf(person)).toEqual(before)
})

test('a load that is undone leads to nobody', async () => {
  await given(',Nora,Quill,06/07/1960,2 High Street,CB24 8RX,,')
  const person = await only('Quill')
  const { version } = await given('9990000018,Nora,Quill,06/07/1960,2 High Street,CB24 8RX,,')
  const keys = await toldOf(person)
  expect(await leads(keys)).toEqual(keys.map(key => ({ person, key })))
  const request = { id: newId(), version: version ?? '', reason: 'Wrong', takesDeathsBack: true }
  expect(await undoLoad(t.node, t.system, request)).toMatchObject({ outcome: 'undone' })
  expect(await leads(keys)).toEqual([])
  expect(await toldOf(person)).toEqual([])
})

test('with an erasure they go', async () => {
  const person = await only('Price')
  const keys = await toldOf(person)
  await does(erasePerson, { person })
  expect(await toldOf(person)).toEqual([])
  const left = await rowsOf<{ key: number }>(t, 'entry_keys')
  expect(left.filter(({ key }) => keys.includes(key))).toEqual([])
})

test('entries of before are filled, and a rebuild gives the same rows', async () => {
  await given(',Ivy,Marsh,07/08/1933,3 High Street,CB24 8RX,,')
  await given('9993154415,Ivy,Marsh,07/08/1933,3 High Street,CB24 8RX,,')
  const keys = await toldOf(await only('Marsh'))
  expect(keys.length).toBeGreaterThan(0)
  await t.node.store.transaction({ council, actor: newId() }, async tx => {
    await sql`delete from entry_keys`.execute(tx)
    await sql`update list_entries set told_keys = null`.execute(tx)
  })
  while (await fillSome(t.node, council));
  expect(await toldOf(await only('Marsh'))).toEqual(keys)
  expect(await leads(keys)).not.toEqual([])
  const { differences } = await compareRebuild(t.node.store, t.node.registry, {
    council,
    actor: t.system.id,
  })
  expect(differences).toEqual([])
})
