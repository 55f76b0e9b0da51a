// Is every lie of a provider noticed before anybody is let in?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { openDoor } from '../testing/browser-without-window.ts'
import { type Lie, type LyingProvider, startLyingProvider } from '../testing/lying-provider.ts'

let t: TestNode
let liar: LyingProvider
beforeAll(async () => {
  t = await makeTestNode()
  liar = await startLyingProvider('doorstep')
  const administrator = await signedIn(t, await t.actorWith('system-administrator'))
  const claims = { nameClaim: 'name', emailClaim: 'email', groupsClaim: 'groups' }
  const client = { issuer: liar.issuer, clientId: 'doorstep', clientSecret: 'secret' }
  await administrator.post('/sign-in-settings', { ...client, ...claims })
  const group = { group: 'managers', role: 'hub-manager', place: '', purpose: 'testing' }
  await administrator.post('/sign-in-settings/groups', group)
})
afterAll(async () => {
  await liar.close()
  await t.close()
})

async function comeIn(lie: Lie, more = '') {
  const door = openDoor(t)
  const left = await door.post(`/sign-in/${council}/sso`)
  const url = new URL(left.headers.get('location') ?? '')
  liar.heard.nonce = url.searchParams.get('nonce') ?? ''
  liar.tell(lie)
  const state = url.searchParams.get('state') ?? ''
  const answer = await door.get(`/sign-in/${council}/sso/answer?code=c&state=${state}${more}`)
  const rows = await ask<{ outcome: string }>(
    t.adminUrl,
    'select outcome from doorstep.sign_in_log order by id',
  )
  return { answer, url, noted: rows.at(-1)?.outcome }
}

const hour = 60 * 60
const now = () => Math.floor(Date.now() / 1000)

test('the truth is let in', async () => {
  expect((await comeIn({})).answer.status).toBe(303)
})

test.each([
  ['another issuer', { claims: { iss: 'https://evil.example' } }],
  ['another nonce', { claims: { nonce: 'of somebody else' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['another audience', { claims: { aud: 'another-service' } }],
  ['audiences without us', { claims: { aud: ['another-service', 'third'] } }],
  ['another party authorised', { claims: { aud: ['doorstep', 'other'], azp: 'other' } }],
  ['an identity that is over', { claims: { iat: now() - 2 * hour, exp: now() - hour } }],
  ['no end', { claims: { exp: undefined } }],
  ['no subject', { claims: { sub: undefined } }],
  ['no signature, though it says that none will do', { signed: 'none' }],
  ['the signature of another key', { signed: 'other' }],
  ['a fault', { status: 500 }],
] as [string, Lie][])('%s is refused in a plain sentence, and noted', async (_name, lie) => {
  const { answer, noted } = await comeIn(lie)
  expect([answer.status, noted]).toEqual([403, 'answer-wrong'])
  expect(answer.headers.getSetCookie().filter(set => /^doorstep=/.test(set))).toEqual([])
  const html = await answer.text()
  expect(html).toContain('The answer cannot be trusted')
  expect(html).not.toMatch(/OAUTH|jwt|mallory/i)
})

test('an answer that names another issuer is refused', async () => {
  const { answer } = await comeIn({}, `&iss=${encodeURIComponent('https://evil.example')}`)
  expect(answer.status).toBe(403)
})

test('too many groups to list take nobody’s role away', async () => {
  const claims = { groups: undefined, _claim_names: { groups: 'src1' } }
  const { answer, noted } = await comeIn({ claims })
  expect([answer.status, noted]).toEqual([403, 'groups-unreadable'])
})

test.each([
  ['groups in an object', { groups: { a: 1 } }],
  ['groups that are numbers', { groups: [1, 2] }],
])('%s are not read as none', async (_name, claims) => {
  expect((await comeIn({ claims })).noted).toBe('groups-unreadable')
})

test.each([
  ['a name of 300 letters', { name: 'ن'.repeat(300) }],
  ['a name in Arabic with a picture', { name: 'أمير 🌊' }],
  ['an address that is none', { email: 'not an address' }],
])('%s is no reason to fail', async (_name, claims) => {
  const sub = newId()
  const whole = { sub, email: `${sub}@example.org`, ...claims }
  expect((await comeIn({ claims: whole })).answer.status).toBe(303)
})

test('state, nonce and challenge are new each time, and long', async () => {
  const [first, second] = [await comeIn({}), await comeIn({})]
  for (const name of ['state', 'nonce', 'code_challenge']) {
    const [one, other] = [first, second].map(({ url }) => url.searchParams.get(name) ?? '')
    expect(one?.length).toBeGreaterThanOrEqual(43)
    expect(one).not.toBe(other)
  }
  expect(first.url.searchParams.get('code_challenge_method')).toBe('S256')
})

test('a provider that is away is said to be away', async () => {
  const door = openDoor(t)
  const left = await door.post(`/sign-in/${council}/sso`)
  const state = new URL(left.headers.get('location') ?? '').searchParams.get('state') ?? ''
  await liar.close()
  const answer = await door.get(`/sign-in/${council}/sso/answer?code=c&state=${state}`)
  expect(answer.status).toBe(502)
  expect(await answer.text()).toContain('does not answer')
})
