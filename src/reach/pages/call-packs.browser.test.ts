// A long list of outcomes in a real browser: the call page of a flood by keys, and its script page.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
} from '../../testing/small-district.ts'

let t: TestNode
let caller: Actor
let manager: Actor
let browser: TestBrowser
let server: Served

beforeAll(async () => {
  t = await makeTestNode()
  t.clock.turnTo(Date.now())
  const people = [{ given: 'Joan' }, { given: 'Arthur' }]
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people, 'flood')
  caller = await t.actorWith('call-handler')
  manager = await t.actorWith('hub-manager')
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function open(path: string, actor: Actor, width: number) {
  const page = await browser.newPage(width, { scripts: true })
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test.each([360, 1280])('the call page of a flood fits a screen of %i pixels', async width => {
  const page = await open(`/call/${memberOf('Joan')}`, caller, width)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  expect(await page.locator('#until').isVisible()).toBe(false)
  await page.keyboard.press('h')
  expect(await page.locator('[value="in_hospital"]').isChecked()).toBe(true)
  expect(await page.locator('#until').isVisible()).toBe(true)
  await expectNoSidewaysScroll(page)
})

test('refuses to leave is three presses, and the desk has it at once', async () => {
  const page = await open(`/call/${memberOf('Arthur')}`, caller, 1280)
  for (const key of ['z', '0', 'Control+Enter']) await page.keyboard.press(key)
  await page.waitForURL(/\/worry\?/)
  expect(new URL(page.url()).pathname).toMatch(/\/people\/.*\/worry/)
})

test.each([360, 1280])('the script page fits a screen of %i pixels', async width => {
  const page = await open(`/campaigns/${campaign}/script`, manager, width)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
