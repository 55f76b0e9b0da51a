// A question climbs from councillor to director, once a level, and its answer goes back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, addUser } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn, testOrigin } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherVillage,
  personId,
  street,
  village,
} from '../testing/small-district.ts'
import { climbLate, tellQuestions } from './index.ts'

let t: TestNode
let lead: Actor
let councillor: Actor
let officer: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur' }])
  lead = await t.actorWith('village-coordinator', village)
  councillor = await t.actorWith('councillor', village)
  officer = await t.actorWith('officer')
})
afterAll(() => t.close())

const htmlOf = async (answer: Response | Promise<Response>) => (await answer).text()
const later = (ms: number) => t.clock.turnTo(t.clock.now() + ms)
const pageOf = async (actor: Actor, path: string) => htmlOf((await signedIn(t, actor)).get(path))

async function ask(browser: SignedIn, more: object = {}): Promise<string> {
  const about = { kind: 'person', about: personId('Joan'), question: 'May she stay at home?' }
  const fields = { command: newId(), urgency: 'today', ...about, ...more }
  const answer = await browser.post('/escalations/new', fields)
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').split('?')[0] ?? ''
}

test('a question without words or haste is shown again, and keeps what was typed', async () => {
  const browser = await signedIn(t, lead)
  const form = { command: newId(), kind: 'person', about: personId('Joan') }
  const answer = await browser.post('/escalations/new', { ...form, question: 'Heating?' })
  expect(answer.status).toBe(422)
  const page = await htmlOf(answer)
  expect(page).toContain('Choose how soon you need the answer')
  expect(page).toContain('Heating?')
})

test('from the village it goes to the councillor, who is answerable on the page', async () => {
  const at = await ask(await signedIn(t, lead))
  expect(await pageOf(councillor, '/escalations')).toContain('1 question waits for your answer.')
  expect(await pageOf(lead, at)).toContain('it goes to the officer')
  const person = await pageOf(officer, `/people/${personId('Joan')}`)
  expect(person).toContain('Test councillor (the councillor) decides about them')
})

test('unowned it climbs by itself, once for each level, though asked many times', async () => {
  later(2 * hourMs)
  const found = await Promise.all([1, 2, 3].map(() => climbLate(t.node, council)))
  expect(found.reduce((all, one) => all + one, 0)).toBe(1)
  expect(await climbLate(t.node, council)).toBe(0)
  const list = await pageOf(officer, '/escalations')
  expect(list).toContain('1 question waits for your answer.')
  expect(list).toContain('Nobody is named as director')
  const at = /\/escalations\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  expect(await pageOf(lead, at)).toContain('nobody had it in time')
  const away = await signedIn(t, councillor)
  const said = { command: newId(), decision: 'yes', answer: 'Yes' }
  expect((await away.post(`${at}/answer`, said)).status).toBe(403)
})

test('taken and not answered, it climbs to the top and stays there, late', async () => {
  const list = await pageOf(officer, '/escalations')
  const at = /\/escalations\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  const browser = await signedIn(t, officer)
  expect((await browser.post(`${at}/take`, { command: newId() })).status).toBe(303)
  later(2 * hourMs)
  expect(await climbLate(t.node, council)).toBe(0)
  later(2 * hourMs)
  expect(await climbLate(t.node, council)).toBe(1)
  later(24 * hourMs)
  expect(await climbLate(t.node, council)).toBe(0)
  const page = await pageOf(lead, at)
  expect(page).toContain('It is at the top and stays there')
  expect(page).toContain('no answer in time')
})

test('a director is named with a deputy and a number; the asker reads the answer', async () => {
  const boss = await t.actorWith('hub-manager')
  const browser = await signedIn(t, boss)
  const set = { command: newId(), director: boss.id, deputy: officer.id }
  const bare = await browser.post('/escalations/director', { ...set, number: '' })
  expect(bare.status).toBe(422)
  const number = '01632 960 001'
  const saved = await browser.post('/escalations/director', { ...set, number })
  expect(saved.status).toBe(303)
  const list = await htmlOf(browser.get('/escalations'))
  expect(list).toContain('Out of hours: 01632 960 001')
  const at = /\/escalations\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  const said = { command: newId(), decision: 'yes', answer: 'She may stay, with a daily call' }
  expect((await browser.post(`${at}/answer`, said)).status).toBe(303)
  const page = await pageOf(lead, at)
  expect(page).toContain('Yes. Decided by Test hub-manager')
  expect(page).toContain('She may stay, with a daily call')
  expect((await browser.post(`${at}/answer`, { ...said, command: newId() })).status).toBe(409)
})

test('a councillor asks the officer, and sees nothing of another village', async () => {
  const at = await ask(await signedIn(t, councillor), { about: personId('Arthur') })
  expect(await pageOf(lead, at)).toContain('With the officer now: ')
  const away = await signedIn(t, await t.actorWith('councillor', otherVillage))
  expect((await away.get(at)).status).toBe(404)
  expect((await away.post(`${at}/take`, { command: newId() })).status).toBe(404)
  const path = `/escalations/new?person=${personId('Joan')}`
  expect((await away.get(path)).status).toBe(404)
  const own = await signedIn(t, councillor)
  const up = { command: newId(), from: 'officer' }
  expect((await own.post(`${at}/up`, up)).status).toBe(403)
  const browser = await signedIn(t, await t.actorWith('officer'))
  expect((await browser.post(`${at}/up`, up)).status).toBe(303)
  expect(await pageOf(lead, at)).toContain('passed up by hand')
})

test('it is asked and read in Welsh too', async () => {
  const { cookie } = await signedIn(t, councillor)
  const headers = { cookie: `${cookie}; doorstep-language=cy` }
  const answer = await makeTestApp(t).request(`${testOrigin}/escalations`, { headers })
  const page = await answer.text()
  expect(page).toContain('Nid oes cwestiwn yn aros amdanoch.')
  expect(page).toContain('Cyfarwyddwr: Test hub-manager')
})

test('whoever answers and whoever asked is written to, once each', async () => {
  const [asker, reader] = [
    await addWithMail('village-coordinator'),
    await addWithMail('councillor'),
  ]
  later(minuteMs)
  await ask(await signedIn(t, asker), { kind: 'place', about: street })
  await tellQuestions(t.node, council)
  expect(await tellQuestions(t.node, council)).toBe(0)
  const sent = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
    tx.selectFrom('messages').select(['user_id', 'subject']).execute(),
  )
  const waits = sent.filter(one => one.subject === 'A question waits for your answer')
  expect(waits.map(one => one.user_id)).toEqual([reader.id])
})

test('taken from the record again, everything is as it was', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})

async function addWithMail(role: 'councillor' | 'village-coordinator'): Promise<Actor> {
  const user: Id = newId()
  const grants = [{ role, place: village, purpose: 'testing', until: null }]
  const input = { user, name: `Post ${role}`, email: `${role}@example.org`, grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  return { ...(await t.actorWith(role, village)), id: user, name: input.name }
}
