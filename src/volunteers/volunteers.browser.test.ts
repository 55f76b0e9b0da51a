// With keys alone a check is added, and hours are changed; every page reads on a phone too.
import { afterAll, beforeAll, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../testing/browser.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { type Served, serveApp } from '../testing/serve-app.ts'
import { addSmallDistrict, village } from '../testing/small-district.ts'
import { addVolunteer } from './index.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let hub: Actor
const volunteer: Id = newId()

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  hub = await t.actorWith('hub-manager')
  const can = { skills: ['Nursing'], languages: ['Polish'], training: ['radio'], keptFrom: [] }
  const who = { volunteer, place: village, user: null, name: 'Wren Ashby', phone: '01632 960177' }
  const input = { ...who, ...can, vetting: 'basic', transport: ['car'], jobsMax: 3 }
  await act(t.node, t.system, addVolunteer, { id: newId(), input })
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function open(width: number, path: string) {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = (await signedIn(t, hub)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('with keys alone a check is added and their hours are changed', async () => {
  const page = await open(1280, `/volunteers/${volunteer}/checks`)
  await page.getByLabel('What was seen').press('ArrowDown')
  for (const [name, day] of [
    ['from', '6'],
    ['until', '20'],
  ] as const) {
    await page.locator(`[name="${name}-day"]`).pressSequentially(day)
    await page.locator(`[name="${name}-month"]`).pressSequentially('4')
    await page.locator(`[name="${name}-year"]`).pressSequentially('2026')
  }
  await page.getByRole('button', { name: 'Add the check' }).press('Enter')
  await page.getByText('20 April 2026').waitFor()
  await page.getByRole('link', { name: 'Change what they can do and when' }).press('Enter')
  await page.getByLabel('Tuesday').press('Space')
  await page.getByLabel('From what time').pressSequentially('09:00')
  await page.getByLabel('Until what time').pressSequentially('12:30')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByText('Tuesday 09:00–12:30').waitFor()
})

test('every page of a volunteer can be read by all, on a phone too', async () => {
  const at = `/volunteers/${volunteer}`
  for (const path of [at, `${at}/checks`, `${at}/change`, `${at}/apart`, '/volunteers']) {
    const wide = await open(1280, path)
    await expectAccessible(wide)
    const narrow = await open(360, path)
    await expectNoSidewaysScroll(narrow)
    await expectAccessible(narrow)
    await wide.context().close()
    await narrow.context().close()
  }
})
