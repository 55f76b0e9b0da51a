// Do the council's own accounts let in the right people with the right roles, and nobody else?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { addUser, disableUser, type RoleName } from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn, testOrigin } from '../../testing/request.ts'
import { addSmallDistrict, village } from '../../testing/small-district.ts'
import { type Door, openDoor } from '../testing/browser-without-window.ts'
import {
  client,
  followTo,
  type Person,
  startProvider,
  type TestProvider,
} from '../testing/provider.ts'

const answerPath = `/sign-in/${council}/sso/answer`

let t: TestNode
let provider: TestProvider
let administrator: SignedIn
let at = testStart
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  provider = await startProvider([testOrigin + answerPath])
  administrator = await signedIn(t, await t.actorWith('system-administrator'))
  await setProvider(provider.issuer)
  await addGroup('managers', 'hub-manager')
  await addGroup('callers', 'call-handler')
  await addGroup('village', 'village-coordinator', village)
})
afterAll(async () => {
  await provider.close()
  await t.close()
})
beforeEach(async () => {
  at += hourMs
  t.clock.turnTo(at)
  administrator = await signedIn(t, await t.actorWith('system-administrator'))
})

async function setProvider(issuer: string, more: Record<string, string> = {}) {
  const claims = { nameClaim: 'name', emailClaim: 'email', groupsClaim: 'groups' }
  const fields = { issuer, clientId: client.id, clientSecret: client.secret, ...claims, ...more }
  const set = await administrator.post('/sign-in-settings', fields)
  expect(set.status).toBe(303)
}

async function addGroup(group: string, role: RoleName, place = '') {
  const fields = { group, role, place, purpose: 'reaching people' }
  expect((await administrator.post('/sign-in-settings/groups', fields)).status).toBe(303)
}

const somebody = (more: Partial<Person> = {}): Person => {
  const sub = newId().slice(-12)
  return { sub, name: 'Amir Khan', email: `${sub}@example.org`, email_verified: true, ...more }
}

/** Goes to the provider as a person and comes back with the answer, which is not given yet. */
async function goTo(door: Door, person: Person | null, fields: Record<string, string> = {}) {
  provider.signInAs(person)
  const left = await door.post(`/sign-in/${council}/sso`, fields)
  expect(left.status).toBe(303)
  return followTo(left.headers.get('location') ?? '', testOrigin)
}

async function comeIn(person: Person | null, door = openDoor(t)) {
  return { door, answer: await door.get(await goTo(door, person)) }
}

async function invite(email: string, name = 'Ruth Okafor'): Promise<string> {
  const user = newId()
  const grants = [{ role: 'officer' as const, place: null, purpose: 'testing', until: null }]
  const input = { user, name, email, grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  return user
}

/** Roles in force of the person whom the provider calls so. */
async function rolesOf(sub: string): Promise<string[]> {
  const rows = await ask<{ role: string }>(
    t.adminUrl,
    `select role from doorstep.grants g join doorstep.linked_accounts a using (council, user_id)
      where a.subject = '${sub}' and (g.ends_at is null or g.ends_at > to_timestamp(${at} / 1000.0))
      order by role`,
  )
  return rows.map(row => row.role)
}

const lastNoted = async () =>
  (
    await ask<{ outcome: string }>(
      t.adminUrl,
      'select outcome from doorstep.sign_in_log order by id',
    )
  )
    .map(row => row.outcome)
    .at(-1)

test('somebody in a group is let in with its role, and goes where they wanted', async () => {
  const door = openDoor(t)
  const back = await goTo(door, somebody({ groups: ['managers'] }), { to: '/lists' })
  const answer = await door.get(back)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/lists'])
  expect((await door.get('/lists')).status).toBe(200)
  expect(await lastNoted()).toBe('in')
})

test('somebody invited by address is who they were; the address is asked once only', async () => {
  const person = somebody()
  const user = await invite(`${person.email}`.toUpperCase())
  expect((await comeIn(person)).answer.headers.get('location')).toBe('/')
  expect((await comeIn({ ...person, email: 'other@example.org' })).answer.status).toBe(303)
  const found = await ask<{ user_id: string }>(
    t.adminUrl,
    `select user_id from doorstep.linked_accounts where subject = '${person.sub}'`,
  )
  expect(found).toEqual([{ user_id: user }])
})

test('an address that the provider does not vouch for invites nobody', async () => {
  const person = somebody({ email_verified: false })
  await invite(`${person.email}`)
  expect((await comeIn(person)).answer.status).toBe(403)
  expect(await lastNoted()).toBe('no-access')
  await setProvider(provider.issuer, { trustsEmail: 'yes' })
  expect((await comeIn(person)).answer.status).toBe(303)
  await setProvider(provider.issuer)
})

test('an address given to somebody new does not open what its last owner had', async () => {
  const first = somebody()
  await invite(`${first.email}`)
  expect((await comeIn(first)).answer.status).toBe(303)
  const { answer } = await comeIn(somebody({ email: `${first.email}` }))
  expect([answer.status, await lastNoted()]).toEqual([403, 'doubtful'])
})

test('an address of two people lets in neither', async () => {
  const person = somebody()
  await invite(`${person.email}`)
  await invite(`${person.email}`)
  expect((await comeIn(person)).answer.status).toBe(403)
  expect(await lastNoted()).toBe('doubtful')
})

test('roles follow the groups at each sign-in; a role that was given by hand stays', async () => {
  const person = somebody()
  await invite(`${person.email}`)
  await comeIn({ ...person, groups: ['managers', 'village'] })
  expect(await rolesOf(person.sub)).toEqual(['hub-manager', 'officer', 'village-coordinator'])
  await comeIn({ ...person, groups: ['callers', 'no such group'] })
  expect(await rolesOf(person.sub)).toEqual(['call-handler', 'officer'])
  await comeIn({ ...person, groups: [] })
  expect(await rolesOf(person.sub)).toEqual(['officer'])
})

test('who left every group is told so, keeps no role, and whom to ask', async () => {
  const person = somebody({ groups: ['managers'] })
  await comeIn(person)
  const { answer, door } = await comeIn({ ...person, groups: [] })
  const html = await answer.text()
  expect(answer.status).toBe(403)
  expect(html).toContain('You have no access to Doorstep')
  expect(html).toContain('Ask your system administrator')
  expect(await rolesOf(person.sub)).toEqual([])
  expect((await door.get('/me')).status).toBe(303)
})

test('a role from a group is marked as such, and so is who holds it', async () => {
  const person = somebody({ name: 'Marked Person', groups: ['managers'] })
  await comeIn(person)
  const html = await (await administrator.get('/sign-in-settings')).text()
  expect(html).toContain('Marked Person')
  expect(html.slice(html.indexOf('Held because of groups'))).toContain('managers')
})

test('a group that no longer gives a role takes it at the next sign-in', async () => {
  await addGroup('passing', 'officer')
  const person = somebody({ groups: ['passing', 'callers'] })
  await comeIn(person)
  expect(await rolesOf(person.sub)).toEqual(['call-handler', 'officer'])
  const html = await (await administrator.get('/sign-in-settings')).text()
  const row = html.slice(0, html.indexOf('the role of passing'))
  const rule = [...row.matchAll(/groups\/([0-9a-f-]{36})\/remove/g)].at(-1)?.[1]
  expect((await administrator.post(`/sign-in-settings/groups/${rule}/remove`)).status).toBe(303)
  await comeIn(person)
  expect(await rolesOf(person.sub)).toEqual(['call-handler'])
})

test('who was shut out stays out, whatever the provider says', async () => {
  const person = somebody({ groups: ['managers'] })
  await comeIn(person)
  const [row] = await ask<{ user_id: string }>(
    t.adminUrl,
    `select user_id from doorstep.linked_accounts where subject = '${person.sub}'`,
  )
  await act(t.node, t.system, disableUser, { id: newId(), input: { user: row?.user_id } })
  const { answer } = await comeIn(person)
  expect([answer.status, await lastNoted()]).toEqual([403, 'disabled'])
})

test('ten sign-ins of one new person at once make one person', async () => {
  const person = somebody({ groups: ['callers'] })
  const came = await Promise.all(Array.from({ length: 10 }, () => comeIn(person)))
  expect(came.map(one => one.answer.status)).toEqual(Array(10).fill(303))
  expect(await rolesOf(person.sub)).toEqual(['call-handler'])
})

test('an answer counts once, in its own browser, for ten minutes', async () => {
  const door = openDoor(t)
  const back = await goTo(door, somebody({ groups: ['callers'] }))
  expect((await openDoor(t).get(back)).status).toBe(403)
  expect(await lastNoted()).toBe('other-browser')
  expect((await door.get(back)).status).toBe(303)
  expect((await door.get(back)).status).toBe(409)
  expect(await lastNoted()).toBe('used')
  const late = await goTo(door, somebody({ groups: ['callers'] }))
  t.clock.turnTo(at + 10 * 60_000)
  expect((await door.get(late)).status).toBe(410)
  expect(await lastNoted()).toBe('late')
})

test('after signing out on a shared computer the provider asks anew who it is', async () => {
  const { door } = await comeIn(somebody({ groups: ['callers'] }))
  const asksAnew = async () => {
    const left = await door.post(`/sign-in/${council}/sso`)
    return new URL(left.headers.get('location') ?? '').searchParams.get('prompt')
  }
  expect(await asksAnew()).toBeNull()
  expect((await door.post('/sign-out')).status).toBe(303)
  expect(await asksAnew()).toBe('login')
  expect((await comeIn(somebody({ groups: ['callers'] }), door)).answer.status).toBe(303)
  expect(await asksAnew()).toBeNull()
})

test('ten browsers with one answer: one of them is let in', async () => {
  const door = openDoor(t)
  const back = await goTo(door, somebody({ groups: ['callers'] }))
  const headers = { cookie: [...door.cookies].map(pair => pair.join('=')).join('; ') }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => openDoor(t).get(back, headers)),
  )
  expect(answers.filter(one => one.status === 303)).toHaveLength(1)
})

test('an answer that nobody asked for, and one that says no, let nobody in', async () => {
  const door = openDoor(t)
  expect((await door.get(`${answerPath}?code=x&state=y`)).status).toBe(403)
  expect((await door.get(answerPath)).status).toBe(403)
  expect((await comeIn(null)).answer.status).toBe(403)
  expect(await lastNoted()).toBe('declined')
})

test('the administrator tries it out, sees what it says, and stays who they are', async () => {
  provider.signInAs(somebody({ name: 'Amir Khan', groups: ['managers', 'strangers'] }))
  const actor = await t.actorWith('system-administrator')
  const browser = await signedIn(t, actor)
  const left = await browser.post('/sign-in-settings/test')
  const back = await followTo(left.headers.get('location') ?? '', testOrigin)
  const door = left.headers
    .getSetCookie()
    .map(set => set.split(';')[0])
    .join('; ')
  const open = (cookie: string) =>
    makeTestApp(t).request(testOrigin + back, { headers: { host: 'doorstep.test', cookie } })
  const html = await (await open(`${browser.cookie}; ${door}`)).text()
  for (const word of ['Amir Khan', 'Hub manager', 'strangers', 'No role']) {
    expect(html).toContain(word)
  }
  expect((await browser.get('/sign-in-settings')).status).toBe(200)
})

test('turned off, it is no door any more; and all that happened can be rebuilt', async () => {
  expect((await administrator.post('/sign-in-settings/remove')).status).toBe(303)
  expect((await openDoor(t).post(`/sign-in/${council}/sso`)).status).toBe(404)
  await setProvider(provider.issuer)
  const who = { council, actor: newId() }
  const { differences } = await compareRebuild(t.node.store, t.node.registry, who)
  expect(differences).toEqual([])
})
