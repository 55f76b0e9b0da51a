// Is a provider checked before anybody depends on it, and its secret kept to ourselves?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn, testOrigin } from '../../testing/request.ts'
import { openDoor } from '../testing/browser-without-window.ts'
import { client, startProvider, type TestProvider } from '../testing/provider.ts'

let t: TestNode
let provider: TestProvider
let administrator: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  provider = await startProvider([`${testOrigin}/sign-in/${council}/sso/answer`])
  administrator = await signedIn(t, await t.actorWith('system-administrator'))
  const claims = { nameClaim: 'name', emailClaim: 'email', groupsClaim: 'groups' }
  const known = { issuer: provider.issuer, clientId: client.id, clientSecret: client.secret }
  const set = await administrator.post('/sign-in-settings', { ...known, ...claims })
  expect(set.status).toBe(303)
})
afterAll(async () => {
  await provider.close()
  await t.close()
})

test('the page lets its form lead to the provider, and no other page does', async () => {
  const policy = async (path: string) =>
    (await openDoor(t).get(path)).headers.get('content-security-policy') ?? ''
  expect(await policy('/sign-in')).toContain(`form-action 'self' ${provider.issuer};`)
  expect(await policy('/help')).toContain("form-action 'self';")
})

test.each([
  ['http://provider.example', 'issuerWrong'],
  ['javascript:alert(1)', 'issuerWrong'],
  ['', 'issuerWrong'],
  ['http://127.0.0.1:1', 'issuerAway'],
])('the issuer %j is refused before anybody depends on it', async issuer => {
  const claims = { nameClaim: 'name', emailClaim: 'email', groupsClaim: 'groups' }
  const fields = { issuer, clientId: 'x', clientSecret: 'y', ...claims }
  const answer = await administrator.post('/sign-in-settings', fields)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#issuer"')
})

test('the secret is on no page and not in the record', async () => {
  const html = await (await administrator.get('/sign-in-settings')).text()
  const kept = await ask(t.adminUrl, 'select body::text from doorstep.events')
  const words = await ask(t.adminUrl, 'select words::text from doorstep.register')
  expect(html + JSON.stringify([kept, words])).not.toContain(client.secret)
})
