// Somebody's home is chosen from those we know: by postcode, by words, within one's own places.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { addPlaces } from '../../places/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type Fields, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherStreet,
  otherVillage,
  personId,
  street,
  village,
} from '../../testing/small-district.ts'

let t: TestNode
const home = (nth: number) => idFrom('test home', String(nth))

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const at = (nth: number, place: string, [address = '', postcode = '']: readonly string[]) => {
    const uprn = `10009000${String(nth).padStart(4, '0')}`
    return { id: home(nth), street: place, uprn, address, postcode }
  }
  const dwellings = [
    at(1, street, ['2 Mill Lane', 'CB24 8RX']),
    at(2, street, ['10 Mill Lane', 'CB24 8RX']),
    at(3, otherStreet, ['5 High Street', 'CB22 3AA']),
  ]
  const input = { places: [], dwellings }
  const done = await act(t.node, t.system, addPlaces, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The homes were refused: ${done.refused}`)
  await addPeople(t, [{ given: 'Joan' }])
})
afterAll(() => t.close())

const as = async (role: RoleName, place: string | null = null) =>
  signedIn(t, await t.actorWith(role, place))

const mabel: Fields = {
  given: 'Mabel',
  family: 'Crow',
  phone: '07700 900 118',
  source: 'own-call',
  purpose: 'asked-for-help',
}

async function ask(role: RoleName, place: string | null, fields: Fields): Promise<string> {
  const visitor = await as(role, place)
  const answer = await visitor.post('/people/add', { ...mabel, step: 'homes', ...fields })
  expect(answer.status).toBe(200)
  return answer.text()
}

const homesIn = (html: string) =>
  [...html.matchAll(/name="home"[^>]*value="([0-9a-f-]{36})"/g)].map(found => found[1])

test('the homes of a postcode come in the order of their numbers; nothing is lost', async () => {
  const html = await ask('officer', null, { postcode: 'cb248rx', given: 'Mabel' })
  expect(homesIn(html)).toEqual([home(1), home(2)])
  expect(html).toContain('2 Mill Lane, CB24 8RX')
  for (const kept of ['value="Mabel"', 'value="Crow"', 'value="cb248rx"']) {
    expect(html).toContain(kept)
  }
})

test('words find a home without a postcode, and one’s own places alone', async () => {
  expect(homesIn(await ask('officer', null, { address: 'high str' }))).toEqual([home(3)])
  expect(homesIn(await ask('officer', null, { address: '10 mill' }))).toEqual([home(2)])
  expect(homesIn(await ask('village-coordinator', village, { address: 'high' }))).toEqual([])
  const there = await ask('village-coordinator', otherVillage, { address: '%' })
  expect(homesIn(there)).toEqual([])
  expect(there).toContain('No home is known there')
})

test('who is chosen a home lives there: its address, its number, its street', async () => {
  const officer = await as('officer')
  const person = newId()
  const fields = { ...mabel, person, address: 'mill', postcode: 'CB24', home: home(2) }
  expect((await officer.post('/people/add', fields)).status).toBe(303)
  expect(await lives(person)).toEqual([
    { dwelling: home(2), place: street, address: '10 Mill Lane', postcode: 'CB24 8RX' },
  ])
})

test('a home outside one’s places, or none at all, leaves what was typed', async () => {
  const coordinator = await as('village-coordinator', village)
  const person = newId()
  const typed = { given: 'Ivor', phone: '', address: '2 Mill Lane', postcode: 'CB24 8RX' }
  const fields = { ...mabel, ...typed, person, home: home(3) }
  expect((await coordinator.post('/people/add', fields)).status).toBe(303)
  expect(await lives(person)).toMatchObject([{ dwelling: home(1), address: '2 Mill Lane' }])
})

test('a correction chooses a home in the same way', async () => {
  const officer = await as('officer')
  const path = `/people/${personId('Joan')}/correct`
  const joan = { given: 'Joan', family: 'Pratt', address: 'High Street', postcode: 'CB22 3AA' }
  const html = await (await officer.post(path, { ...joan, step: 'homes' })).text()
  expect(homesIn(html)).toEqual([home(3)])
  expect((await officer.post(path, { ...joan, home: home(3) })).status).toBe(303)
  expect(await lives(personId('Joan'))).toMatchObject([
    { dwelling: home(3), place: otherStreet, address: '5 High Street' },
  ])
})

test('the first button of the form saves: the Enter key asks nobody for homes', async () => {
  const html = await (await (await as('officer')).get('/people/add')).text()
  const form = html.slice(html.indexOf('action="/people/add"'))
  expect(/<button[^>]*>/.exec(form)?.[0]).not.toContain('name="step"')
})

function lives(person: string) {
  return t.node.store.transaction({ council, actor: newId() }, async tx => {
    const found = await sql`select dwelling, place, address, postcode from people
      where id = ${person}`.execute(tx)
    return found.rows
  })
}
