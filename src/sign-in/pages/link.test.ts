// Does signing in and out hold from the outside: cookies, links, guesses, a person shut out?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, disableUser, makeSignInLink } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { minuteMs, secondMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { makeTestApp, signedIn, signedOut, testOrigin } from '../../testing/request.ts'
import { triesMax } from '../store/tries.ts'

const wrongLinksMax = triesMax['link-address']

let t: TestNode
let actor: Actor
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())
beforeEach(async () => {
  t.clock.turnTo(testStart)
  actor = await t.actorWith('system-administrator')
})

async function linkPath(): Promise<string> {
  const token = await t.node.store.transaction({ council, actor: actor.id }, tx =>
    makeSignInLink(tx, { council, user: actor.id, now: t.clock.now() }),
  )
  return `/sign-in/${council}.${token}`
}

function from(address: string, path: string, init: RequestInit = {}) {
  const env = { incoming: { socket: { remoteAddress: address } } }
  return makeTestApp(t).request(testOrigin + path, init, env)
}

test('a link signs in, sends to the first page, and gives a guarded cookie', async () => {
  const answer = await signedOut(t).get(await linkPath())
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^doorstep=south-vale\.[\w-]{43};/)
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) {
    expect(cookie).toContain(part)
  }
  expect(cookie).not.toContain('Domain')
})

test('over https the cookie is bound to this host and never sent in the clear', async () => {
  const init = { headers: { 'x-forwarded-proto': 'https' } }
  const answer = await from('127.0.0.1', await linkPath(), init)
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-doorstep=/)
  expect(cookie).toContain('Secure')
  expect(cookie).toContain('Path=/')
})

test('a link works once; the second time it says so', async () => {
  const path = await linkPath()
  expect((await signedOut(t).get(path)).status).toBe(303)
  const again = await signedOut(t).get(path)
  expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null])
})

test('a browser that asks only for the head of a link uses nothing up', async () => {
  const path = await linkPath()
  const head = await from('192.0.2.9', path, { method: 'HEAD' })
  expect(head.headers.get('set-cookie')).toBeNull()
  expect((await signedOut(t).get(path)).status).toBe(303)
})

test('20 browsers with one link: one of them is let in', async () => {
  const path = await linkPath()
  const answers = await Promise.all(Array.from({ length: 20 }, () => signedOut(t).get(path)))
  expect(answers.filter(one => one.status === 303)).toHaveLength(1)
})

test('the guess after 100 wrong links is turned away, even with a good link', async () => {
  const good = await linkPath()
  const wrong = `/sign-in/${council}.${'x'.repeat(43)}`
  for (let i = 0; i < wrongLinksMax; i++) {
    expect((await from('192.0.2.1', wrong)).status).toBe(410)
  }
  expect((await from('192.0.2.1', wrong)).status).toBe(429)
  expect((await from('192.0.2.1', good)).status).toBe(429)
  expect((await from('192.0.2.2', wrong)).status).toBe(410)
  t.clock.turnTo(testStart + 15 * minuteMs)
  expect((await from('192.0.2.1', good)).status).toBe(303)
})

test('a guesser cannot pose as many; a proxy of ours can name its clients', async () => {
  const wrong = `/sign-in/${council}.${'y'.repeat(43)}`
  const claim = (i: number, by: string) =>
    from(by, wrong, { headers: { 'x-forwarded-for': `198.51.100.${i}` } })
  for (let i = 0; i < wrongLinksMax; i++) await claim(i, '192.0.2.3')
  expect((await claim(200, '192.0.2.3')).status).toBe(429)
  for (let i = 0; i < wrongLinksMax; i++) await claim(i % 50, '127.0.0.1')
  expect((await claim(7, '127.0.0.1')).status).toBe(410)
})

test('a wrong link, an old one and one of an unknown council look alike', async () => {
  const used = await linkPath()
  await signedOut(t).get(used)
  const paths = [used, `/sign-in/${council}.nothing`, `/sign-in/nowhere.${'x'.repeat(43)}`]
  const answers = await Promise.all(paths.map(path => signedOut(t).get(path)))
  const texts = await Promise.all(answers.map(answer => answer.text()))
  expect(new Set(answers.map(one => one.status))).toEqual(new Set([410]))
  expect(new Set(texts).size).toBe(1)
})

test('a person who is disabled is out within 5 seconds, though they were just in', async () => {
  await t.actorWith('system-administrator')
  const browser = await signedIn(t, actor)
  expect((await browser.get('/users')).status).toBe(200)
  await act(t.node, t.system, disableUser, { id: newId(), input: { user: actor.id } })
  t.clock.turnTo(testStart + 5 * secondMs)
  const answer = await browser.get('/users')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fusers'])
})

test('signing out ends the session at once, for whoever copied it too', async () => {
  const browser = await signedIn(t, actor)
  await browser.get('/users')
  const out = await browser.post('/sign-out')
  expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in'])
  expect(out.headers.get('set-cookie')).toMatch(/^doorstep=;/)
  expect((await browser.get('/users')).status).toBe(303)
})

test.each(['', 'doorstep', 'south-vale.short', 'SOUTH VALE.x', `nowhere.${'x'.repeat(43)}`])(
  'the cookie %j is nobody, and no fault of ours',
  async value => {
    const headers = { cookie: `doorstep=${value}` }
    const answer = await makeTestApp(t).request(`${testOrigin}/users`, { headers })
    expect(answer.status).toBe(303)
    expect(makeTestApp(t).faults).toEqual([])
  },
)
