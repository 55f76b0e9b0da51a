// Do the doors open in a real browser: council account, code; with and without scripts?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { addUser } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { deliver } from '../../messages/index.ts'
import { council } from '../../testing/make-node.ts'
import { type ServedDoors, serveDoors } from '../testing/served-doors.ts'

let world: ServedDoors
beforeAll(async () => {
  world = await serveDoors()
})
afterAll(() => world.close())

const signInButton = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' })

test('a council account lets a new person in with their group’s role, and out again', async () => {
  const email = 'amir@example.org'
  const person = { sub: 'amir', name: 'Amir Khan', email, email_verified: true }
  world.provider.signInAs({ ...person, groups: ['managers'] })
  const page = await world.openAs(null, `${world.named}/lists`)
  await page.getByRole('button', { name: 'Sign in with your council account' }).click()
  await page.waitForURL(`${world.named}/lists`)
  expect(await page.getByText('Amir Khan').count()).toBeGreaterThan(0)
  await page.goto(`${world.named}/me`)
  expect(await page.getByRole('cell', { name: 'Council account' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${world.named}/sign-in`)
  await page.context().close()
})

test('without scripts a council account lets in too; passkeys say what they need', async () => {
  world.provider.signInAs({ sub: 'amir', name: 'Amir Khan', groups: ['managers'] })
  const page = await world.openAs(null, `${world.named}/sign-in`, { scripts: false })
  expect(await page.getByText('A passkey needs JavaScript').count()).toBe(1)
  expect(await signInButton(page).count()).toBe(0)
  await page.getByRole('button', { name: 'Sign in with your council account' }).click()
  await page.waitForURL(/today/)
  await page.context().close()
})

test('a code is asked for, pasted, and lets in, without scripts and on a phone', async () => {
  const user = newId()
  const grants = [{ role: 'officer' as const, place: null, purpose: 'testing', until: null }]
  const input = { user, name: 'Ruth Okafor', email: 'ruth@example.org', grants }
  await act(world.t.node, world.t.system, addUser, { id: newId(), input })
  const page = await world.browser.newPage(360, { scripts: false })
  await page.goto(`${world.numbered}/sign-in`)
  await page.getByRole('link', { name: 'Get a code by email' }).click()
  await page.getByLabel('Your email address').fill('ruth@example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await deliver(world.t.node, council)
  const [mail] = await ask<{ body: string }>(
    world.t.adminUrl,
    "select body from doorstep.messages where kind = 'code'",
  )
  await page
    .getByLabel('The code from the email')
    .fill(/\d{4} \d{4}/.exec(mail?.body ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/campaigns/)
  await page.context().close()
})
