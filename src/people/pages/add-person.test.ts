// Somebody who is on no list: added once, compared with whom we know, and doubted out loud.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type Fields, type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  openTestCampaign,
  otherStreet,
  otherVillage,
  personId,
  village,
} from '../../testing/small-district.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur' }])
  await addPeople(t, [{ given: 'Zelda', place: otherStreet }])
  await openTestCampaign(t, [{ given: 'Joan' }])
})
afterAll(() => t.close())

const as = async (role: RoleName, place: string | null = null) =>
  signedIn(t, await t.actorWith(role, place))
const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction({ council, actor: newId() }, async tx => (await query.execute(tx)).rows)
const page = (given: string) => `/people/${personId(given)}`
const count = async (family: string) =>
  (await rows(sql`select 1 from people where family = ${family}`)).length

const mabel: Fields = {
  given: 'Mabel',
  family: 'Crow',
  'born-day': '9',
  'born-month': '12',
  'born-year': '1938',
  phone: '07700 900 118',
  address: '3 Fen Row',
  postcode: 'CB24 8RX',
  source: 'own-call',
  purpose: 'asked-for-help',
}

async function add(visitor: SignedIn, fields: Fields) {
  const answer = await visitor.post('/people/add', { person: newId(), ...fields })
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

test('a caller adds somebody from a call, and the record says how and for what', async () => {
  const handler = await as('call-handler')
  expect((await handler.get('/people/add')).status).toBe(200)
  const done = await add(handler, mabel)
  expect(done.status).toBe(303)
  const html = await (await handler.get(done.to ?? '')).text()
  for (const word of [
    'Added. Nothing else',
    'They asked for help',
    'Mabel Crow',
    '9 December 1938',
    '07700 900118',
  ]) {
    expect(html).toContain(word)
  }
  expect(html).toContain('from their own call')
  const events = await rows<{ body: { purpose: string; source: string } }>(sql`
    select body from events where kind = 'people.PersonAdded' order by seq desc limit 1`)
  expect(events[0]?.body).toMatchObject({ purpose: 'asked-for-help', source: 'own-call' })
})

test('no campaign takes them in: no list of its rule names them', async () => {
  const found = await rows(sql`select 1 from members m join people p on p.id = m.subject
    where p.family = 'Crow'`)
  expect(found).toEqual([])
})

test('what is missing or wrong is linked, and every answer is kept', async () => {
  const handler = await as('call-handler')
  const wrong = {
    given: 'Ma<b>el',
    'born-day': '31',
    'born-month': '2',
    'born-year': '1938',
    phone: 'none',
    nhs: '123',
    email: 'at home',
    uprn: 'x1',
    address: 'L'.repeat(201),
  }
  const { status, html } = await add(handler, wrong)
  expect(status).toBe(422)
  const boxes = ['family', 'born-day', 'phone', 'nhs', 'email', 'uprn', 'address']
  for (const id of [...boxes, 'source', 'purpose']) expect(html).toContain(`href="#${id}"`)
  for (const value of ['Ma&lt;b&gt;el', '31', 'none', '123', 'at home', 'x1']) {
    expect(html).toContain(`value="${value}"`)
  }
  const ahead = await add(handler, { ...mabel, 'born-year': '2038' })
  expect(ahead.html).toContain('not in the future')
})

test('somebody known is offered before anything is saved, and "none" opens a doubt', async () => {
  const handler = await as('call-handler')
  const again = { ...mabel, given: 'MABEL', phone: '+44 7700 900118', address: '' }
  const asked = await add(handler, again)
  expect(asked.status).toBe(422)
  expect(asked.html).toContain('Is it one of these?')
  expect(asked.html).toContain('3 Fen Row')
  expect(asked.html).toContain('value="MABEL"')
  expect(await count('Crow')).toBe(1)
  const seen = /name="seen" value="([^"]+)"/.exec(asked.html)?.[1] ?? ''
  const done = await add(handler, { ...again, seen })
  expect(done.to).toContain('said=added-doubt')
  const reviews = await rows<{ reason: string }>(sql`select reason from reviews
    where persons @> array[${seen}::uuid]`)
  expect(reviews).toEqual([{ reason: 'same-name-and-birth' }])
})

test('the same form sent twice adds one person', async () => {
  const handler = await as('call-handler')
  const named = { ...mabel, given: 'Otto', family: 'Finch', 'born-day': '1' }
  const form = { ...named, command: newId(), person: newId() }
  expect((await handler.post('/people/add', form)).status).toBe(303)
  const second = await handler.post('/people/add', form)
  expect(second.headers.get('location')).toBe(`/people/${form.person}?said=added`)
  expect(await count('Finch')).toBe(1)
})

test('a coordinator adds only where they look after, and learns of nobody elsewhere', async () => {
  const elsewhere = await as('village-coordinator', otherVillage)
  const joan = { ...mabel, given: 'Joan', family: 'Pratt', 'born-day': '4', 'born-month': '3' }
  const typed = { ...joan, 'born-year': '1941' }
  const { status, html } = await add(elsewhere, typed)
  expect(status).toBe(422)
  expect(html).toContain('in a place that you look after')
  expect(html).toContain('value="Joan"')
  expect(html).not.toContain(personId('Joan'))
  expect(html).not.toContain('Is it one of these?')
})

test('a pair that somebody doubts is judged by who may, with their words beside it', async () => {
  const handler = await as('call-handler')
  const at = `${page('Joan')}/alike`
  expect(await (await handler.get(page('Joan'))).text()).toContain(at)
  expect(await (await handler.get(at)).text()).toContain('value="Joan Pratt"')
  const html = await (await handler.get(`${at}?q=pratt`)).text()
  expect(html).toContain('Arthur Pratt')
  const said = { other: personId('Arthur'), note: 'Both say <u>Joan</u>' }
  const asked = await handler.post(at, said)
  expect(asked.headers.get('location')).toBe(`${page('Joan')}?said=doubted`)
  expect(await (await handler.get(page('Joan'))).text()).toContain('A colleague will compare')
  const manager = await as('hub-manager')
  const again = await manager.post(at, said)
  const review = await (await manager.get(again.headers.get('location') ?? '')).text()
  expect(review).toContain('A colleague asked')
  expect(review).toContain('Both say &lt;u&gt;Joan')
  expect(await (await manager.get(page('Joan'))).text()).toContain('Compare and decide')
})

test('nobody doubts a pair of which they may see only one', async () => {
  const coordinator = await as('village-coordinator', village)
  const at = `${page('Joan')}/alike`
  expect((await coordinator.post(at, { other: personId('Zelda') })).status).toBe(404)
  expect((await coordinator.get(`${page('Zelda')}/alike`)).status).toBe(404)
  expect(await (await coordinator.get(`${at}?q=zelda`)).text()).not.toContain(personId('Zelda'))
})
