// With keys alone a problem is told, on a phone it is joined and answered; every page can be read.
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
import { addSmallDistrict, otherVillage, village } from '../testing/small-district.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let officer: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
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

async function tellWithKeys(actor: Actor, words: string) {
  const page = await open(actor, 1280, '/problems/new')
  await page.locator('#kind').focus()
  await page.keyboard.type('Shop')
  await page.keyboard.press('Tab')
  await page.keyboard.type(words)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Nobody has it in hand yet.').waitFor()
  return page
}

test('told in two villages with keys alone, joined and answered on a phone', async () => {
  const lead = await t.actorWith('village-coordinator', village)
  const away = await t.actorWith('councillor', otherVillage)
  const page = await tellWithKeys(lead, 'The chemist is shut all week')
  const other = await tellWithKeys(away, 'Our chemist is shut')
  const phone = await open(officer, 360, '/problems')
  await phone.getByRole('link', { name: 'The chemist is shut all week' }).click()
  await phone.getByRole('button', { name: /^Join it to this one.*Sawston/ }).click()
  await phone.getByText('Told 2 times').waitFor()
  await phone.getByLabel('Within a day').check()
  await phone.getByRole('button', { name: 'I have it in hand' }).click()
  await phone.getByLabel('Your answer').fill('A van stands there on Friday')
  await phone.getByRole('button', { name: 'Send the answer to all' }).click()
  await phone.getByText('Answered by Test officer').waitFor()
  for (const one of [page, other]) {
    await one.reload()
    await one.getByText('A van stands there on Friday').waitFor()
  }
  await tellWithKeys(lead, 'The shop has no bread')
  await tellWithKeys(away, 'There is no bread in the shop')
  expect(await page.getByText('Our chemist').count()).toBe(0)
})

test.each([1280, 360])('every page of a problem can be read at %i', async width => {
  const list = await open(officer, width, '/problems')
  const links = await list.locator('table a').all()
  const found = await Promise.all(links.map(one => one.getAttribute('href')))
  expect(found.length).toBe(3)
  for (const path of ['/problems', ...found, '/problems/new', `/problems?place=${village}`]) {
    const page = await open(officer, width, path ?? '')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (process.env.SHOTS) {
      const name = (path ?? '').replaceAll(/[/?=]/g, '_')
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
    }
    await page.context().close()
  }
})
