// Can a system administrator see, add, shut out and let in, and nobody else?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { addPlaces } from '../../places/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type Fields, type SignedIn, signedIn, signedOut } from '../../testing/request.ts'
import { type Actor, disableUser } from '../index.ts'

let t: TestNode
let administrator: Actor
let browser: SignedIn
const village = newId()

beforeAll(async () => {
  t = await makeTestNode()
  administrator = await t.actorWith('system-administrator')
  browser = await signedIn(t, administrator)
  const name = 'Histon'
  const place = { place: village, kind: 'village' as const, parent: null, name, gss: null }
  const input = { places: [{ ...place, postcodes: [] }], dwellings: [] }
  await act(t.node, t.system, addPlaces, { id: newId(), input })
})
afterAll(() => t.close())

const good: Fields = {
  name: 'Priya Nair',
  email: 'priya@example.org',
  role: 'village-coordinator',
  place: village,
  purpose: 'ringing shielded people',
  'until-day': '27',
  'until-month': '7',
  'until-year': '2026',
}

test('a person added with role, place, purpose and last day is listed', async () => {
  const answer = await browser.post('/users/add', good)
  expect(answer.status).toBe(303)
  const page = await (await browser.get('/users')).text()
  for (const text of ['Priya Nair', 'Village coordinator, Histon', 'ringing shielded people']) {
    expect(page).toContain(text)
  }
  expect(page).toContain('Until 27 July 2026')
  expect((await browser.get(answer.headers.get('location') ?? '')).status).toBe(200)
})

test('the form sent twice adds one person', async () => {
  const fields = { ...good, name: 'Only Once', command: newId() }
  const both = await Promise.all([1, 2].map(() => browser.post('/users/add', fields)))
  expect(both.map(one => one.status)).toEqual([303, 303])
  const page = await (await browser.get('/users')).text()
  expect(page.split('Only Once')).toHaveLength(2)
})

const bad: [string, Fields, string][] = [
  ['no name', { name: ' ' }, 'name'],
  ['a name too long', { name: 'x'.repeat(201) }, 'name'],
  ['no email address', { email: 'priya' }, 'email'],
  ['no role', { role: '' }, 'role'],
  ['an invented role', { role: 'owner' }, 'role'],
  ['no place', { place: '' }, 'place'],
  ['a place of nobody', { place: newId() }, 'place'],
  ['a coordinator of everywhere', { place: 'council' }, 'place'],
  ['an officer of data protection in one village', { role: 'data-protection-officer' }, 'place'],
  ['no purpose', { purpose: '' }, 'purpose'],
  ['a day that is not real', { 'until-day': '31', 'until-month': '2' }, 'until-day'],
  ['a day that is over', { 'until-year': '2025' }, 'until-day'],
]

test.each(bad)(
  '%s is asked again, with a link to the field and the answers kept',
  async (...row) => {
    const [, change, field] = row
    const answer = await browser.post('/users/add', { ...good, name: 'Kept Name', ...change })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`href="#${field}"`)
    expect(page).toContain(`id="${field}"`)
    expect(page).toContain('<title>Error: ')
    expect(page).toContain('value="priya')
    expect(await (await browser.get('/users')).text()).not.toContain('Kept Name')
  },
)

test('markup in a name is shown as text', async () => {
  const name = `<script>alert('x')</script> O'Dowd & "Sons"; drop table users`
  await browser.post('/users/add', { ...good, name })
  const page = await (await browser.get('/users')).text()
  expect(page).not.toContain("<script>alert('x')")
  expect(page).toContain('&lt;script&gt;')
})

test('a sign-in link is shown once, works once, and its making is on the record', async () => {
  const actor = await t.actorWith('call-handler')
  const command = newId()
  const made = await browser.post(`/users/${actor.id}/link`, { command })
  const link = /http:\/\/doorstep\.test(\/sign-in\/[\w.-]+)/.exec(await made.text())?.[1] ?? ''
  expect(link).toMatch(/^\/sign-in\/south-vale\.[\w-]{43}$/)
  expect((await browser.post(`/users/${actor.id}/link`, { command })).status).toBe(303)
  expect((await signedOut(t).get(link)).status).toBe(303)
  expect((await signedOut(t).get(link)).status).toBe(410)
  const events = await t.node.store.transaction({ council, actor: actor.id }, tx =>
    tx.selectFrom('events').selectAll().where('kind', '=', 'access.LinkMade').execute(),
  )
  expect(events).toMatchObject([{ actor: administrator.id, subjects: [actor.id] }])
  expect(JSON.stringify(events)).not.toContain(link.split('.')[1])
})

test('a person is shut out, and a second time is refused in plain words', async () => {
  const actor = await t.actorWith('officer')
  expect((await browser.post(`/users/${actor.id}/disable`)).status).toBe(303)
  expect(await (await browser.get(`/users/${actor.id}`)).text()).toContain('Shut out')
  expect((await browser.post(`/users/${actor.id}/disable`)).status).toBe(409)
  expect((await browser.post(`/users/${actor.id}/link`)).status).toBe(409)
})

test('two administrators who shut each other out at once leave one', async () => {
  const other = await t.actorWith('system-administrator')
  const third = await t.actorWith('system-administrator')
  await act(t.node, t.system, disableUser, { id: newId(), input: { user: administrator.id } })
  const tries = await Promise.all([
    act(t.node, other, disableUser, { id: newId(), input: { user: third.id } }),
    act(t.node, third, disableUser, { id: newId(), input: { user: other.id } }),
  ])
  expect(tries.filter(one => 'outcome' in one)).toHaveLength(1)
  administrator = 'outcome' in (tries[0] ?? {}) ? other : third
  browser = await signedIn(t, administrator)
})

test('someone unknown does not exist, whatever is written for an id', async () => {
  for (const id of [newId(), 'x', "'; --", '..%2f']) {
    expect((await browser.get(`/users/${id}`)).status).toBe(404)
    expect((await browser.post(`/users/${id}/disable`)).status).toBe(404)
    expect((await browser.post(`/users/${id}/link`)).status).toBe(404)
  }
})

test('an administrator of another role or none sees no such pages', async () => {
  const officer = await signedIn(t, await t.actorWith('officer'))
  for (const path of ['/users', '/users/add', `/users/${administrator.id}`]) {
    expect((await officer.get(path)).status).toBe(404)
    expect((await signedOut(t).get(path)).status).toBe(303)
  }
  expect((await officer.post('/users/add', good)).status).toBe(404)
})
