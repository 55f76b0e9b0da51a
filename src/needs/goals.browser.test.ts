// What a plan is for is written with keys alone; its pages read on a phone too.
import { afterAll, beforeAll, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../testing/browser.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { type Served, serveApp } from '../testing/serve-app.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let lead: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  lead = await t.actorWith('village-coordinator', village)
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
  const [name = '', value = ''] = (await signedIn(t, lead)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('with keys alone it is written down, and both pages can be read by all', async () => {
  const plan = `/people/${personId('Joan')}/plan`
  const page = await open(1280, `${plan}/goals`)
  await expectAccessible(page)
  await page.getByLabel('What they want to reach').pressSequentially('To stay at home')
  await page.locator('[name="review-day"]').pressSequentially('20')
  await page.locator('[name="review-month"]').pressSequentially('4')
  await page.locator('[name="review-year"]').pressSequentially('2026')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByText('They want: To stay at home').waitFor()
  for (const path of [plan, `${plan}/goals`, '/volunteers']) {
    const narrow = await open(360, path)
    await expectNoSidewaysScroll(narrow)
    await expectAccessible(narrow)
    await narrow.context().close()
  }
})
