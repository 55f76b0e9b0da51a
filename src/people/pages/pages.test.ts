// What people see of people: found, opened, corrected, flagged, judged and erased, by role.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherVillage,
  personId,
  phoneId,
  village,
} from '../../testing/small-district.ts'
import { openReview } from '../index.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(
    t,
    ['Joan', 'Arthur', 'Joanie', 'Jo', 'Zelda'].map(given => ({ given })),
  )
})
afterAll(() => t.close())

const as = async (role: RoleName, place: string | null = null) =>
  signedIn(t, await t.actorWith(role, place))
const page = (given: string) => `/people/${personId(given)}`
const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction({ council, actor: newId() }, async tx => (await query.execute(tx)).rows)
const flagsOf = async (given: string) =>
  (await rows<{ flags: string[] }>(sql`select flags from people where id = ${personId(given)}`))[0]
    ?.flags

test('a search shows enough to ask "is it them?", and is recorded', async () => {
  const handler = await as('call-handler', village)
  const html = await (await handler.get('/find?q=arthur+pratt')).text()
  expect(html).toContain(page('Arthur'))
  expect(html).toContain('4 March 1941')
  expect(html).toContain('12 Mill Lane')
  expect(html).toContain('01632 960142')
  const looks = await rows(sql`select 1 from reads
    where what = 'search' and ${personId('Arthur')} = any (subjects)`)
  expect(looks).toHaveLength(1)
})

test('markup in a search comes back as text', async () => {
  const html = await (await (await as('officer')).get('/find?q=%3Cscript%3Ealert(1)')).text()
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).not.toContain('<script>alert')
})

test('a person page shows who, where, how and what happened, and is recorded', async () => {
  const found = await (await as('village-coordinator', village)).get(page('Joan'))
  const html = await found.text()
  expect(found.status).toBe(200)
  const words = ['Joan Pratt', '12 Mill Lane, Cottenham', '01632 960142', 'Not yet tried']
  for (const word of [...words, 'Also at 12 Mill Lane', 'Arthur Pratt']) {
    expect(html).toContain(word)
  }
  expect(html).toContain('Nobody is responsible here yet')
  expect(html).toContain('Added to the register')
  expect(html.match(/<title>.*<\/title>/)?.[0]).not.toContain('Joan')
  const looks = await rows(sql`select 1 from reads where what = 'open'
    and route = '/people/:id' and ${personId('Joan')} = any (subjects)`)
  expect(looks).toHaveLength(1)
})

test.each<[RoleName, string | null]>([
  ['village-coordinator', otherVillage],
  ['system-administrator', null],
  ['data-protection-officer', null],
])('for a %s elsewhere the person does not exist', async (role, place) => {
  const visitor = await as(role, place)
  expect((await visitor.get(page('Joan'))).status).toBe(404)
  expect((await visitor.post(`${page('Joan')}/flags`, { flag: 'do-not-call' })).status).toBe(404)
})

test('a caller reports a death, everything stops, and only an officer may settle it', async () => {
  const handler = await as('call-handler')
  const officer = await as('officer')
  const saved = await handler.post(`${page('Zelda')}/flags`, {
    flag: 'deceased-reported',
    note: 'Her <b>son</b> said so',
  })
  expect(saved.status).toBe(303)
  const html = await (await handler.get(page('Zelda'))).text()
  expect(html).toContain('Reported to have died')
  expect(html).toContain('Her &lt;b&gt;son&lt;/b&gt; said so')
  expect(html).not.toMatch(/href="tel:(?!999)/)
  expect(html).not.toContain('Confirm the death')
  const yes = { report: 'deceased', answer: 'yes' }
  expect((await handler.post(`${page('Zelda')}/confirm`, yes)).status).toBe(404)
  expect((await officer.post(`${page('Zelda')}/confirm`, { report: 'deceased' })).status).toBe(422)
  expect((await officer.post(`${page('Zelda')}/confirm`, yes)).status).toBe(303)
  expect(await flagsOf('Zelda')).toEqual(['deceased-confirmed'])
  expect((await officer.post(`${page('Zelda')}/flags`, { flag: 'moved-confirmed' })).status).toBe(
    422,
  )
})

test('a number that somebody asked us not to use is offered to nobody', async () => {
  const handler = await as('call-handler')
  const at = `${page('Jo')}/contact-points`
  await handler.post(at, { contactPoint: phoneId('Jo'), state: 'works' })
  expect(await (await handler.get(page('Jo'))).text()).toContain('worked today 10:40')
  await handler.post(at, { contactPoint: phoneId('Jo'), state: 'barred' })
  const html = await (await handler.get(page('Jo'))).text()
  expect(html).toContain('is-barred')
  expect(html).not.toMatch(/href="tel:(?!999)/)
  expect((await handler.post(at, { contactPoint: phoneId('Jo'), state: 'works' })).status).toBe(409)
})

test('a number barred by mistake is given back by an officer and by nobody else', async () => {
  const officer = await as('officer')
  const point = { contactPoint: phoneId('Arthur') }
  await officer.post(`${page('Arthur')}/contact-points`, { ...point, state: 'barred' })
  const at = `${page('Arthur')}/contact-points/unbar`
  expect(await (await officer.get(page('Arthur'))).text()).toContain('Let it be used again')
  expect((await (await as('hub-manager')).post(at, point)).status).toBe(404)
  expect((await officer.post(at, point)).status).toBe(303)
  const html = await (await officer.get(page('Arthur'))).text()
  expect(html).toContain('href="tel:')
  expect(html).not.toContain('is-barred')
})

const typed = { given: 'Joan', family: 'Pratt', address: '12 Mill Lane', postcode: 'CB24 8RX' }
const bornDay = { 'born-day': '5', 'born-month': '3', 'born-year': '1941' }
const mossy = { ...typed, ...bornDay, family: 'Pratt-Moss' }

test('a correction keeps the old words in the register and answers when it is wrong', async () => {
  const manager = await as('hub-manager')
  const at = `${page('Joan')}/correct`
  expect(await (await manager.get(at)).text()).toContain('value="Joan"')
  const bad = await manager.post(at, { ...typed, family: '', 'born-day': '41', nhs: '123' })
  const html = await bad.text()
  expect(bad.status).toBe(422)
  for (const id of ['family', 'born-day', 'nhs']) expect(html).toContain(`href="#${id}"`)
  expect(html).toContain('value="41"')
  const done = await manager.post(at, mossy)
  expect(done.status).toBe(303)
  expect(await (await manager.get(page('Joan'))).text()).toContain('Joan Pratt-Moss')
  const words = await rows<{ words: unknown }>(sql`select words from register
    where ${personId('Joan')} = any (subjects) order by seq`)
  expect(JSON.stringify(words[0])).toContain('"family":"Pratt"')
  expect(words[1]?.words).toEqual({ family: 'Pratt-Moss', born: '1941-03-05' })
  expect((await manager.post(at, mossy)).status).toBe(422)
})

test('an answer that is too long is shown again with the others, and says how long', async () => {
  const manager = await as('hub-manager')
  const long = 'é'.repeat(201)
  const at = `${page('Arthur')}/correct`
  const bad = await manager.post(at, { ...typed, given: long, email: `${long}@example.org` })
  const html = await bad.text()
  expect(bad.status).toBe(422)
  expect(html).toContain(long)
  expect(html).toContain('value="12 Mill Lane"')
  expect(html).toContain('Shorten this answer to 200 letters or fewer: First name')
  for (const id of ['given', 'email']) expect(html).toContain(`href="#${id}"`)
})

async function doubt(one: string, other: string): Promise<string> {
  const input = { one: personId(one), other: personId(other), reason: 'asked-by-staff' }
  const done = await act(t.node, t.system, openReview, { id: newId(), input })
  if (isRefusal(done)) throw new Error(done.refused)
  return `/reviews/${done.answer.review}`
}

test('a pair is judged, undone and judged again without a mouse', async () => {
  const manager = await as('hub-manager')
  const first = await doubt('Jo', 'Joanie')
  const second = await doubt('Arthur', 'Joan')
  const list = await (await manager.get('/reviews')).text()
  expect(list).toContain(first)
  expect(list).toContain('/reviews/next')
  const html = await (await manager.get(first)).text()
  expect(html).toContain('data-keys="review"')
  expect(await (await manager.get(second)).text()).toContain('The dates of birth differ')
  expect((await manager.post(second, { answer: 'same' })).status).toBe(409)
  const same = await manager.post(first, { answer: 'same' })
  expect(same.headers.get('location')).toMatch(`${second}?last=`)
  expect(await (await manager.get(same.headers.get('location') ?? '')).text()).toContain('Joined.')
  expect((await manager.get(page('Jo'))).headers.get('location')).toBe(page('Joanie'))
  const undone = await manager.post(`${first}/undo`)
  expect(undone.status).toBe(303)
  expect((await manager.get(page('Jo'))).status).toBe(200)
  expect((await manager.post(first, { answer: 'later' })).status).toBe(303)
  expect((await manager.post(second, { answer: 'different' })).status).toBe(303)
  expect((await manager.post(second, { answer: 'same' })).status).toBe(409)
  expect((await (await as('call-handler')).get('/reviews')).status).toBe(404)
})

test('joined records are parted from the page of the person', async () => {
  const officer = await as('officer')
  const at = await doubt('Arthur', 'Joanie')
  await officer.post(at, { answer: 'same' })
  expect(await (await officer.get(page('Arthur'))).text()).toContain('1 joined record')
  const note = 'Her <i>sister</i>'
  expect((await officer.post(`${page('Joanie')}/part`, { note })).status).toBe(303)
  expect(await (await officer.get(page('Joanie'))).text()).toContain('Her &lt;i&gt;sister')
  expect((await officer.get(page('Joanie'))).status).toBe(200)
})

test('erasing asks for certainty, and then nobody finds the person', async () => {
  const guardian = await as('data-protection-officer')
  const officer = await as('officer')
  const [row] = await rows<{ number: number }>(
    sql`select number from people where id = ${personId('Zelda')}`,
  )
  const number = `P ${row?.number}`
  const shown = await guardian.post('/erase', { number })
  const html = await shown.text()
  expect(shown.status).toBe(200)
  for (const word of ['Zelda Pratt', '4 March 1941', '12 Mill Lane', 'Phones: 1. Emails: 0']) {
    expect(html).toContain(word)
  }
  const looks = await rows(sql`select 1 from reads
    where route = '/erase' and ${personId('Zelda')} = any (subjects)`)
  expect(looks).toHaveLength(1)
  const person = personId('Zelda')
  const unsure = await guardian.post('/erase', { number, person })
  expect(unsure.status).toBe(422)
  expect(await unsure.text()).toContain('href="#sure"')
  expect((await guardian.post('/erase', { number: 'nothing', sure: 'yes' })).status).toBe(422)
  const another = { number, person: personId('Joan'), sure: 'yes' }
  expect((await guardian.post('/erase', another)).status).toBe(200)
  expect((await guardian.post('/erase', { number, person, sure: 'yes' })).status).toBe(303)
  expect((await officer.get(page('Zelda'))).status).toBe(404)
  expect(await (await officer.get('/find?q=zelda')).text()).not.toContain(page('Zelda'))
  expect((await officer.get('/erase')).status).toBe(404)
})
