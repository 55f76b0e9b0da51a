// Finding somebody: any words, any order, any way of writing a number, only within one's places.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import {
  addSmallDistrict,
  otherStreet,
  otherVillage,
  street,
  village,
} from '../../testing/small-district.ts'
import { readSearch } from '../domain/read-search.ts'
import { addPerson, mergePeople } from '../index.ts'
import { findPeople } from './find-people.ts'
import { searching } from './search-index.ts'

let t: TestNode
const joan = newId()
const peggy = newId()
const far = newId()

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await add(joan, { given: 'Joan', middle: 'Mary', family: "O'Brien-Pratt" })
  await add(peggy, { given: 'Peggy', family: 'Dunn', nhs: '9991042687', phone: '07700 900118' })
  await add(far, { given: 'Joan', family: 'Far', phone: '020 7946 0018', place: otherStreet })
})
afterAll(() => t.close())

type Given = {
  given: string
  middle?: string
  family: string
  nhs?: string
  phone?: string
  place?: string
}

async function add(person: string, given: Given) {
  const { middle = '', nhs = null, phone = '01632 960142', place = street, ...names } = given
  const input = {
    person,
    ...names,
    middle,
    born: '1941-03-04',
    nhs,
    address: '12 Mill Lane, Cottenham',
    postcode: 'CB24 8RX',
    language: null,
    source: 'staff',
    contacts: [
      { kind: 'landline', value: phone },
      { kind: 'email', value: `${given.given.toLowerCase()}@example.org` },
    ],
  }
  const done = await act(t.node, t.system, addPerson, { id: newId(), input })
  expect(done).toMatchObject({ outcome: 'accepted' })
  await t.node.store.transaction({ council, actor: newId() }, tx =>
    sql`update people set place = ${place} where id = ${person}`.execute(tx),
  )
}

async function find(text: string, actor = t.system) {
  const scope = scopeOf(t.node.registry.permissions, actor, {
    permission: 'people.read',
    now: t.clock.now(),
  })
  const found = await searching(t.node, council, isBroughtUp =>
    t.node.store.transaction({ council, actor: actor.id }, tx =>
      findPeople({ node: t.node, tx, scope, isBroughtUp }, readSearch(text)),
    ),
  )
  return found.map(one => one.id)
}

test.each([
  ['joan pratt', [joan]],
  ['PRATT joa', [joan]],
  ['obrien', [joan]],
  ['O’Brien', [joan]],
  ['mary', [joan]],
  ['(01632) 960 142', [joan]],
  ['+44 1632 960142', [joan]],
  ['01632960142', [joan]],
  ['07700900118', [peggy]],
  ['999 104 2687', [peggy]],
  ['9991042687', [peggy]],
  ['peggy@example.org', [peggy]],
  ['1632 960142 joan', [joan]],
  ['960142 joan', [joan]],
  ['900118', [peggy]],
  ['07700.900.118', [peggy]],
  ['jone prat', [joan]],
  ['peggie dun', [peggy]],
  ['j pratt', [joan]],
  ['cb24 8 dunn', []],
  ['dunn cb24 8', [peggy]],
  ['dunn cb24', [peggy]],
  ['cb248rx dunn', [peggy]],
  ['CB24 8RX peggy', [peggy]],
  ['12 mill lane dunn', [peggy]],
  ['joan far', [far]],
  ['nobody at all', []],
  ['', []],
  ['%_', []],
  ['j', []],
  ['ш', []],
  ['😀', []],
  ['\u202e\u200fJoan Pratt\u202c', [joan]],
  ['x'.repeat(300), []],
  ['"joan" pratt', [joan]],
  ["'; drop table people --", []],
])('%j finds whom it means', async (text, expected) => {
  expect(await find(text)).toEqual(expected)
})

test('a record number is found as it is said', async () => {
  const found = await t.node.store.transaction({ council, actor: newId() }, tx =>
    sql<{ number: number }>`select number from people where id = ${joan}`.execute(tx),
  )
  expect(await find(`P ${found.rows[0]?.number}`)).toContain(joan)
  expect(await find(`p${found.rows[0]?.number}`)).toContain(joan)
})

test('nobody outside the places of the reader is found', async () => {
  const here = await t.actorWith('village-coordinator', village)
  const there = await t.actorWith('village-coordinator', otherVillage)
  const nowhere = await t.actorWith('system-administrator')
  expect(await find('joan', here)).toEqual([joan])
  expect(await find('joan', there)).toEqual([far])
  expect(await find('joan', nowhere)).toEqual([])
})

test('a joined person is found by either name, once', async () => {
  const input = { from: peggy, into: joan }
  await act(t.node, t.system, mergePeople, { id: newId(), input })
  expect(await find('peggy')).toEqual([joan])
  expect(await find('12 mill lane')).toEqual([far, joan])
})
