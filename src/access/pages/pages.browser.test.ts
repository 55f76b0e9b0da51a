// Do the pages of access work in a real browser: readable by all, at both widths, without scripts?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { type Actor, type RoleName, recordRead, scopeOf } from '../index.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
const actors = new Map<RoleName, Actor>()

beforeAll(async () => {
  t = await makeTestNode()
  for (const role of ['system-administrator', 'data-protection-officer', 'officer'] as const) {
    actors.set(role, await t.actorWith(role))
  }
  const permission = 'people.read'
  const scope = scopeOf(t.node.registry.permissions, actor('officer'), {
    permission,
    now: testStart,
  })
  const subjects = [newId(), newId(), newId(), newId()]
  await t.node.store.transaction({ council, actor: scope.actor }, tx =>
    recordRead(tx, scope, { what: 'list', route: '/campaigns', subjects, at: testStart }),
  )
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

function actor(role: RoleName): Actor {
  const found = actors.get(role)
  if (!found) throw new Error(`There is no ${role}.`)
  return found
}

async function open(
  role: RoleName | null,
  path: string,
  options: { width: number; scripts?: boolean },
) {
  const page = await browser.newPage(options.width, { scripts: options.scripts ?? true })
  if (role) {
    const [name = '', value = ''] = (await signedIn(t, actor(role))).cookie.split('=')
    await page.context().addCookies([{ name, value, url }])
  }
  await page.goto(url + path)
  return page
}

describe.each([1280, 360])('at %d pixels', width => {
  test('one person’s page, and the link that is made there, can be read', async () => {
    const page = await open('system-administrator', `/users/${actor('officer').id}`, { width })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make a sign-in link' }).click()
    expect(await page.getByLabel('The link').inputValue()).toContain('/sign-in/south-vale.')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })
})

test('without scripts a person is added, and what is wrong is linked to its field', async () => {
  const page = await open('system-administrator', '/users/add', { width: 360, scripts: false })
  await page.getByLabel('Name').fill('Priya Nair')
  await page.getByRole('button', { name: 'Add this person' }).click()
  await page.getByRole('link', { name: 'Say what for' }).click()
  expect(await page.getByLabel('Name').inputValue()).toBe('Priya Nair')
  await page.getByLabel('What for?').fill('ringing shielded people')
  await page.getByLabel('Call handler').check()
  await page.getByLabel('Where?').selectOption({ label: 'The whole council' })
  await page.getByRole('button', { name: 'Add this person' }).click()
  expect(await page.locator('h1').textContent()).toBe('Priya Nair')
  await page.context().close()
})
