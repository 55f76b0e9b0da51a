// Who is one person on several lists, in a real database: joined, asked about, or somebody new.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { correctPerson, erasePerson } from '../../people/index.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { decideHeld } from './decide-held.ts'
import { importList } from './import-list.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const header =
  'Reference,NHS number,First name,Surname,Date of birth,Address line 1,Postcode,UPRN,Phone,Reason'
let files = 0

/** Each file is a version of one list; no row has the reference of another. */
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
  return done.counts
}

type Person = { id: string; given: string; family: string; match_keys: number[] }
const people = () => rowsOf<Person>(t, 'people')

async function named(family: string): Promise<Person[]> {
  return (await people()).filter(one => one.family === family)
}

const home = '4 Mill Lane,CB24 8RX,10000412077,01632 960118'

test('three spellings on three lists are one person, joined or asked about', async () => {
  await given(`9990487715,Margaret,Ellison,04/03/1943,${home}`)
  const joined = await given(`,Peggy,Ellison,04/03/1943,${home}`)
  expect(joined).toMatchObject({ accepted: 1, needs_review: 0 })
  const slip = await given(`,Margret,Elison,04/03/1943,${home}`)
  expect(slip.accepted + slip.needs_review).toBe(1)
  expect(await given(`,Ellison,Margaret,03/04/1943,${home}`)).toMatchObject({ needs_review: 1 })
  expect(await named('Ellison')).toHaveLength(1)
})

test('a number that only a list knows keeps apart two who have all else in common', async () => {
  await given(`,Rhys,Price,12/07/1951,9 Fen Road,CB24 8RX,,`)
  expect(await given(`9991042687,Rhys,Price,12/07/1951,9 Fen Road,CB24 8RX,,`)).toMatchObject({
    accepted: 1,
  })
  expect(await given(`9993154415,Rhys,Price,12/07/1951,9 Fen Road,CB24 8RX,,`)).toMatchObject({
    needs_review: 1,
  })
  expect(await named('Price')).toHaveLength(1)
})

test('a number with a wrong check digit joins nobody by itself', async () => {
  await given(`9990000018,Una,Boyle,05/06/1950,1 High Street,CB24 8RX,,`)
  await given(`9990000019,Nora,Quill,06/07/1960,2 High Street,CB24 8RX,,`)
  expect(await named('Quill')).toHaveLength(0)
  const held = await rowsOf<{ state: string; candidates: string[] }>(t, 'list_entries')
  expect(held.filter(({ state }) => state === 'held').at(-1)?.candidates).toEqual([])
})

test('twins, and father and son, are never joined', async () => {
  const flat = '7 Fen Road,CB24 8RX,,01632 960119'
  await given(`,Razia,Khan,01/02/1970,${flat}`, `,Imran,Khan,03/04/1945,${flat}`)
  const found = await given(`,Shazia,Khan,01/02/1970,${flat}`, `,Imran,Khan,05/06/1972,${flat}`)
  expect(found.accepted + found.needs_review).toBe(2)
  const khans = await named('Khan')
  expect(
    khans
      .map(one => one.given)
      .sort()
      .slice(0, 2),
  ).toEqual(['Imran', 'Razia'])
  const entries = await rowsOf<{ state: string; person: string; facts: { firstName: string } }>(
    t,
    'list_entries',
  )
  const ofSon = entries.filter(({ facts }) => facts?.firstName === 'Imran')
  expect(new Set(ofSon.map(({ person }) => person)).size).toBe(2)
})

test('a name in another script is found again; a row without a name is nobody known', async () => {
  await given(`,محمد,حسين,05/06/1950,3 Fen Road,CB24 8RX,,`)
  await given(`,محمد,حسين,05/06/1950,3 Fen Road,CB24 8RX,,`)
  expect(await named('حسين')).toHaveLength(1)
  const before = (await people()).length
  await given(`,,,05/06/1950,3 Fen Road,CB24 8RX,,`)
  expect((await people()).length - before).toBeLessThan(2)
})

test('whom somebody added as somebody new is not asked about again', async () => {
  await given(`,Walter,Marsh,12/07/1941,1 Moor End,CB24 8RX,,01632 960120`)
  const twice = `,Walter,Marsh,12/07/1941,8 Kings Road,CB21 4AA,,`
  expect(await given(twice)).toMatchObject({ needs_review: 1 })
  const entries = await rowsOf<{ id: string; state: string; facts: { surname: string } }>(
    t,
    'list_entries',
  )
  const held = entries.find(one => one.state === 'held' && one.facts?.surname === 'Marsh')
  const answer = { id: newId(), entry: held?.id ?? '', decision: 'load' as const, person: null }
  expect(await decideHeld(t.node, t.system, answer)).toBeUndefined()
  expect(await named('Marsh')).toHaveLength(2)
  expect(await given(twice)).toMatchObject({ accepted: 1, needs_review: 0 })
})

test('keys follow a correction, go with an erasure, and are the same in a rebuild', async () => {
  const [one] = await named('Boyle')
  const id = one?.id ?? ''
  const keysOf = async () => {
    const rows = await rowsOf<{ person: string; key: number }>(t, 'person_keys')
    return rows
      .filter(({ person }) => person === id)
      .map(({ key }) => key)
      .sort((a, b) => a - b)
  }
  expect(await keysOf()).toEqual(one?.match_keys)
  const before = await keysOf()
  const changed = { id: newId(), input: { person: id, family: 'Byrne' } }
  expect(await act(t.node, t.system, correctPerson, changed)).toMatchObject({ outcome: 'accepted' })
  expect(await keysOf()).not.toEqual(before)
  const gone = { id: newId(), input: { person: id } }
  expect(await act(t.node, t.system, erasePerson, gone)).toMatchObject({ outcome: 'accepted' })
  expect(await keysOf()).toEqual([])
  const { differences } = await compareRebuild(t.node.store, t.node.registry, {
    council,
    actor: t.system.id,
  })
  expect(differences).toEqual([])
})
