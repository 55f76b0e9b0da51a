// With keys alone a question is asked, and on a phone it is answered; every page can be read.
import { afterAll, beforeAll, expect, test } from 'vitest'
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
let councillor: Actor
let officer: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  lead = await t.actorWith('village-coordinator', village)
  councillor = await t.actorWith('councillor', village)
  officer = await t.actorWith('officer')
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function open(actor: Actor, width: number, path: string) {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('asked with keys alone, answered on a phone, read by whoever asked', async () => {
  const page = await open(lead, 1280, `/escalations/new?person=${personId('Joan')}`)
  await page.locator('#question').focus()
  await page.keyboard.type('May she stay at home?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('it goes to the officer').waitFor()
  const phone = await open(councillor, 360, '/escalations')
  await phone.getByRole('link', { name: 'Joan Pratt' }).click()
  await phone.getByLabel('Yes').check()
  await phone.getByLabel('Say it so that whoever asked can act on it').fill('Yes, with a call')
  await phone.getByRole('button', { name: 'Send the answer' }).click()
  await phone.getByText('Yes. Decided by Test councillor').waitFor()
  await page.reload()
  await page.getByText('Yes, with a call').waitFor()
  for (const one of [page, phone]) await one.context().close()
})

test.each([1280, 360])('every page of a question can be read at %i', async width => {
  const list = await open(officer, width, '/escalations')
  const link = list.locator('table a').first()
  const at = (await link.getAttribute('href')) ?? ''
  expect(at).toContain('/escalations/')
  await list.context().close()
  const paths = ['/escalations', at, '/escalations/director']
  for (const path of [...paths, `/escalations/new?place=${village}`]) {
    const page = await open(officer, width, path)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (process.env.SHOTS) {
      const name = path.replaceAll(/[/?=]|[0-9a-f-]{36}/g, '_')
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
    }
    await page.context().close()
  }
})
