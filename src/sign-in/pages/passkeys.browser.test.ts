// Do passkeys work in a real browser with a device, and only for whom, where and when they should?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { addUser } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council } from '../../testing/make-node.ts'
import { makeTestApp, signedIn } from '../../testing/request.ts'
import { type ServedDoors, serveDoors } from '../testing/served-doors.ts'

let world: ServedDoors
beforeAll(async () => {
  world = await serveDoors()
})
afterAll(() => world.close())

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

test('a passkey is added, named, signs in, and is removed', async () => {
  const page = await world.openAs(world.handler, `${world.named}/me`)
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
  await page.goto(`${world.named}/me`)
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
  await act(world.t.node, world.t.system, addUser, { id: newId(), input })
  const page = await world.openAs({ ...world.handler, id: user }, `${world.named}/me`)
  await addDevice(page)
  await addPasskey(page, 'A key')
  const told = await ask(
    world.t.adminUrl,
    `select subject from doorstep.messages where to_address = '${email}'`,
  )
  expect(told).toEqual([{ subject: 'A passkey was added to your Doorstep account' }])
  await page.context().close()
})

test('a copied passkey is noticed: its counter does not rise', async () => {
  const page = await world.openAs(world.handler, `${world.named}/me`)
  const device = await addDevice(page)
  await addPasskey(page, 'Counting key')
  const copied = await device.credentials()
  for (const opens of [true, false]) {
    await device.put(copied.map(one => ({ ...one, signCount: 5 })))
    await page.context().clearCookies()
    await page.goto(`${world.named}/sign-in`)
    await signInButton(page).click()
    if (opens) await page.waitForURL(/\/call/)
    else await page.getByRole('heading', { name: 'could not be checked' }).waitFor()
  }
  await page.context().close()
})

test('the same device is not added twice, and no other answer is taken', async () => {
  const page = await world.openAs(world.handler, `${world.named}/me`)
  await addDevice(page)
  await addPasskey(page, 'First')
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await page.getByText('Nothing came from your device').waitFor()
  const asked = await signedIn(world.t, world.handler)
  const answer = await asked.post('/me/passkeys', { answer: '{"id":"x"}', name: 'Forged' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).not.toContain('Forged')
  await page.context().close()
})

test('a passkey of another address, or an old answer, opens nothing', async () => {
  const page = await world.openAs(null, `${world.named}/sign-in`)
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
  const page = await world.openAs(world.handler, `${world.named}/me`)
  await addDevice(page)
  await addPasskey(page, 'Caught')
  const caught = async () => {
    await page.context().clearCookies()
    await page.goto(`${world.named}/sign-in`)
    const sent = page.waitForRequest(one => one.url().endsWith('/passkey'))
    await page.route(/\/passkey$/, route => route.abort())
    await signInButton(page).click()
    const body = (await sent).postData() ?? ''
    const cookies = await page.context().cookies(world.named)
    await page.unroute(/\/passkey$/)
    return { body, cookie: cookies.map(one => `${one.name}=${one.value}`).join('; ') }
  }
  const give = async (body: string, cookie: string, host = `localhost:${world.port}`) => {
    const origin = `http://${host}`
    const type = 'application/x-www-form-urlencoded'
    const headers = { host, origin, 'content-type': type, ...(cookie ? { cookie } : {}) }
    const url = `${origin}/sign-in/${council}/passkey`
    return (await makeTestApp(world.t).request(url, { method: 'POST', headers, body })).status
  }
  const first = await caught()
  expect(await give(first.body, '')).toBe(410)
  expect(await give(first.body, first.cookie, `evil.localhost:${world.port}`)).toBe(403)
  expect(await give(first.body, first.cookie)).toBe(410)
  const second = await caught()
  expect(await give(second.body, second.cookie)).toBe(303)
  expect(await give(second.body, second.cookie)).toBe(410)
  await page.context().close()
})

test('at a bare number the page says where passkeys work', async () => {
  const page = await world.openAs(null, `${world.numbered}/sign-in`)
  const said = await page.getByText('Passkeys work at').textContent()
  expect(said).toContain(`http://localhost:${world.port}`)
  expect(await signInButton(page).count()).toBe(0)
  await page.context().close()
})
