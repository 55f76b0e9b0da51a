// Do the doors open in a real browser: council account, passkey, code; with and without scripts?
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { type Actor, addUser } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { deliver } from '../../messages/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, signedIn } from '../../testing/request.ts'
import { client, startProvider, type TestProvider } from '../testing/provider.ts'

let t: TestNode
let browser: TestBrowser
let server: ReturnType<typeof serve>
let provider: TestProvider
let port = 0
let administrator: Actor
let handler: Actor

beforeAll(async () => {
  t = await makeTestNode()
  administrator = await t.actorWith('system-administrator')
  handler = await t.actorWith('call-handler')
  browser = await openBrowser()
  await new Promise<void>(resolve => {
    const options = { fetch: makeTestApp(t).fetch, hostname: '127.0.0.1', port: 0 }
    server = serve(options, info => {
      port = info.port
      resolve()
    })
  })
  provider = await startProvider([`${named()}/sign-in/${council}/sso/answer`])
  const settings = await signedIn(t, administrator)
  const claims = { nameClaim: 'name', emailClaim: 'email', groupsClaim: 'groups' }
  const known = { issuer: provider.issuer, clientId: client.id, clientSecret: client.secret }
  await settings.post('/sign-in-settings', { ...known, ...claims })
  const group = { group: 'managers', role: 'hub-manager', place: '', purpose: 'testing' }
  await settings.post('/sign-in-settings/groups', group)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await provider.close()
  await t.close()
})

/** Passkeys need a name; the number works for all else. */
const named = () => `http://localhost:${port}`
const numbered = () => `http://127.0.0.1:${port}`

async function openAs(actor: Actor | null, address: string, options = {}): Promise<Page> {
  const page = await browser.newPage(1280, options)
  if (actor) {
    const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
    await page.context().addCookies([{ name, value, url: address }])
  }
  await page.goto(address)
  return page
}

/** A device with a finger reader that says yes, as Chromium plays it. */
async function addDevice(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const credentials = async () =>
    (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  return {
    credentials,
    async put(all: Awaited<ReturnType<typeof credentials>>) {
      await devtools.send('WebAuthn.clearCredentials', { authenticatorId })
      for (const credential of all) {
        await devtools.send('WebAuthn.addCredential', { authenticatorId, credential })
      }
    },
  }
}

const signInButton = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' })

async function addPasskey(page: Page, name: string) {
  await page.getByLabel('What do you call this device?').fill(name)
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

test('a council account lets a new person in with their group’s role, and out again', async () => {
  const email = 'amir@example.org'
  const person = { sub: 'amir', name: 'Amir Khan', email, email_verified: true }
  provider.signInAs({ ...person, groups: ['managers'] })
  const page = await openAs(null, `${named()}/lists`)
  await page.getByRole('button', { name: 'Sign in with your council account' }).click()
  await page.waitForURL(`${named()}/lists`)
  expect(await page.getByText('Amir Khan').count()).toBeGreaterThan(0)
  await page.goto(`${named()}/me`)
  expect(await page.getByRole('cell', { name: 'Council account' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${named()}/sign-in`)
  await page.context().close()
})

test('without scripts a council account lets in too; passkeys say what they need', async () => {
  provider.signInAs({ sub: 'amir', name: 'Amir Khan', groups: ['managers'] })
  const page = await openAs(null, `${named()}/sign-in`, { scripts: false })
  expect(await page.getByText('A passkey needs JavaScript').count()).toBe(1)
  expect(await signInButton(page).count()).toBe(0)
  await page.getByRole('button', { name: 'Sign in with your council account' }).click()
  await page.waitForURL(/campaigns/)
  await page.context().close()
})

test('a passkey is added, named, signs in, and is removed', async () => {
  const page = await openAs(handler, `${named()}/me`)
  const device = await addDevice(page)
  await addPasskey(page, 'Work phone')
  expect((await device.credentials())[0]).toMatchObject({
    rpId: 'localhost',
    isResidentCredential: true,
  })
  await page.getByLabel('Name of Work phone').fill('Old phone')
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('heading', { name: 'Old phone' }).waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await signInButton(page).click()
  await page.waitForURL(/\/call/)
  await page.goto(`${named()}/me`)
  expect(await page.getByRole('cell', { name: 'Passkey' }).count()).toBe(1)
  expect(await page.getByText(/^Added .*, last used/).count()).toBe(1)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('You have no passkey yet').waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await signInButton(page).click()
  await page.getByRole('heading', { name: 'We do not know this passkey' }).waitFor()
  await page.context().close()
})

test('whoever gets a new passkey on their account is told by message', async () => {
  const user = newId()
  const email = 'owner@example.org'
  const grants = [{ role: 'officer' as const, place: null, purpose: 'testing', until: null }]
  const input = { user, name: 'Ruth Owner', email, grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  const page = await openAs({ ...handler, id: user }, `${named()}/me`)
  await addDevice(page)
  await addPasskey(page, 'A key')
  const told = await ask(
    t.adminUrl,
    `select subject from doorstep.messages where to_address = '${email}'`,
  )
  expect(told).toEqual([{ subject: 'A passkey was added to your Doorstep account' }])
  await page.context().close()
})

test('a copied passkey is noticed: its counter does not rise', async () => {
  const page = await openAs(handler, `${named()}/me`)
  const device = await addDevice(page)
  await addPasskey(page, 'Counting key')
  const copied = await device.credentials()
  for (const opens of [true, false]) {
    await device.put(copied.map(one => ({ ...one, signCount: 5 })))
    await page.context().clearCookies()
    await page.goto(`${named()}/sign-in`)
    await signInButton(page).click()
    if (opens) await page.waitForURL(/\/call/)
    else await page.getByRole('heading', { name: 'could not be checked' }).waitFor()
  }
  await page.context().close()
})

test('the same device is not added twice, and no other answer is taken', async () => {
  const page = await openAs(handler, `${named()}/me`)
  await addDevice(page)
  await addPasskey(page, 'First')
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await page.getByText('Nothing came from your device').waitFor()
  const asked = await signedIn(t, handler)
  const answer = await asked.post('/me/passkeys', { answer: '{"id":"x"}', name: 'Forged' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).not.toContain('Forged')
  await page.context().close()
})

test('a passkey of another address, or an old answer, opens nothing', async () => {
  const page = await openAs(null, `${named()}/sign-in`)
  for (const answer of [
    '',
    '{}',
    '[]',
    '{"id":"a","rawId":"a","type":"public-key"}',
    'x'.repeat(9),
  ]) {
    const status = await page.evaluate(
      async ([path, text]) =>
        (
          await fetch(`${path}`, {
            method: 'POST',
            body: new URLSearchParams({ answer: `${text}` }),
          })
        ).status,
      [`/sign-in/${council}/passkey`, answer] as const,
    )
    expect(status).toBe(403)
  }
  await page.context().close()
})

test('a good answer opens nothing at another address, in another browser, or twice', async () => {
  const page = await openAs(handler, `${named()}/me`)
  await addDevice(page)
  await addPasskey(page, 'Caught')
  const caught = async () => {
    await page.context().clearCookies()
    await page.goto(`${named()}/sign-in`)
    const sent = page.waitForRequest(one => one.url().endsWith('/passkey'))
    await page.route(/\/passkey$/, route => route.abort())
    await signInButton(page).click()
    const body = (await sent).postData() ?? ''
    const cookies = await page.context().cookies(named())
    await page.unroute(/\/passkey$/)
    return { body, cookie: cookies.map(one => `${one.name}=${one.value}`).join('; ') }
  }
  const give = async (body: string, cookie: string, host = `localhost:${port}`) => {
    const origin = `http://${host}`
    const type = 'application/x-www-form-urlencoded'
    const headers = { host, origin, 'content-type': type, ...(cookie ? { cookie } : {}) }
    const url = `${origin}/sign-in/${council}/passkey`
    return (await makeTestApp(t).request(url, { method: 'POST', headers, body })).status
  }
  const first = await caught()
  expect(await give(first.body, '')).toBe(410)
  expect(await give(first.body, first.cookie, `evil.localhost:${port}`)).toBe(403)
  expect(await give(first.body, first.cookie)).toBe(410)
  const second = await caught()
  expect(await give(second.body, second.cookie)).toBe(303)
  expect(await give(second.body, second.cookie)).toBe(410)
  await page.context().close()
})

test('at a bare number the page says where passkeys work', async () => {
  const page = await openAs(null, `${numbered()}/sign-in`)
  const said = await page.getByText('Passkeys work at').textContent()
  expect(said).toContain(`http://localhost:${port}`)
  expect(await signInButton(page).count()).toBe(0)
  await page.context().close()
})

test('a code is asked for, pasted, and lets in, without scripts and on a phone', async () => {
  const user = newId()
  const grants = [{ role: 'officer' as const, place: null, purpose: 'testing', until: null }]
  const input = { user, name: 'Ruth Okafor', email: 'ruth@example.org', grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  const page = await browser.newPage(360, { scripts: false })
  await page.goto(`${numbered()}/sign-in`)
  await page.getByRole('link', { name: 'Get a code by email' }).click()
  await page.getByLabel('Your email address').fill('ruth@example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await deliver(t.node, council)
  const [mail] = await ask<{ body: string }>(
    t.adminUrl,
    "select body from doorstep.messages where kind = 'code'",
  )
  await page
    .getByLabel('The code from the email')
    .fill(/\d{4} \d{4}/.exec(mail?.body ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/campaigns/)
  await page.context().close()
})

describe.each([1280, 360])('at %d pixels', width => {
  test.each([
    ['/sign-in', false],
    ['/sign-in?council=none', false],
    [`/sign-in/${council}/code`, false],
    [`/sign-in/${council}/code/enter`, false],
    [`/sign-in/${council}/sso/answer?state=x`, false],
    ['/me', true],
    ['/sign-in-settings', true],
    ['/sessions', true],
    ['/sign-ins', true],
    ['/emergencies', true],
    ['/messages', true],
  ] as const)('%s can be read by everyone, in both languages', async (path, isIn) => {
    const page = await browser.newPage(width)
    if (isIn) {
      const [name = '', value = ''] = (await signedIn(t, administrator)).cookie.split('=')
      await page.context().addCookies([{ name, value, url: named() }])
    }
    for (const lang of ['en', 'cy']) {
      await page.context().addCookies([{ name: 'doorstep-language', value: lang, url: named() }])
      await page.goto(named() + path)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    await page.context().close()
  })
})
