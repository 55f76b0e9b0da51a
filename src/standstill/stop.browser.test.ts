// With keys alone and on a phone: all is stopped, somebody says that they know and are home.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { nameOwner } from '../places/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../testing/browser.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { type Served, serveApp } from '../testing/serve-app.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  street,
  village,
} from '../testing/small-district.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let officer: Actor
let lead: Actor
let caller: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  officer = await t.actorWith('officer')
  caller = await t.actorWith('call-handler')
  lead = await t.actorWith('village-coordinator', village)
  await act(t.node, t.system, nameOwner, {
    id: newId(),
    input: { place: street, owner: lead.id, instead: null },
  })
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function open(actor: Actor, width: number, path: string) {
  const page = await browser.newPage(width, { scripts: true })
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('a village is stopped with keys alone, and who was out says: safe home', async () => {
  const ringing = await open(caller, 1280, '/call')
  expect(ringing.url()).toContain(memberOf('Joan'))
  const page = await open(officer, 1280, '/stops/new')
  await page.locator('#place').focus()
  await page.keyboard.type('Cottenham')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Gas smell in Mill Lane')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('1 of 1 not known to be safe home.').waitFor()
  await expectTold(ringing)
  await ringing.reload()
  await ringing.getByRole('alert').getByText('All is stopped in Cottenham').waitFor()
  const phone = await open(caller, 360, '/stopped')
  await phone.getByRole('button', { name: 'I am safe home' }).click()
  await phone.getByText('Saved. Thank you.').waitFor()
  await page.reload()
  await page.getByText('Safe home, said so themselves').waitFor()
  for (const one of [ringing, page, phone]) await one.context().close()
})

/** Without a reload, and what they were at stays where it is. */
async function expectTold(ringing: Page) {
  const said = ringing.locator('.ds-banners').getByText('All is stopped in Cottenham.')
  await said.waitFor({ timeout: 15_000 })
  await expectAccessible(ringing)
  await ringing.getByRole('link', { name: 'Say that you are safe home' }).waitFor()
}

test.each([1280, 360])('every page of a stop can be read at %i', async width => {
  const list = await open(officer, width, '/stops')
  const at = (await list.locator('table a').first().getAttribute('href')) ?? ''
  await list.context().close()
  for (const [actor, path] of [
    [officer, '/stops'],
    [officer, '/stops/new'],
    [officer, at],
    [lead, '/stopped'],
    [lead, '/villages'],
    [caller, `/call/${memberOf('Joan')}`],
  ] as const) {
    const page = await open(actor, width, path)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (process.env.SHOTS) {
      const name = path.replaceAll(/[/]|[0-9a-f-]{36}/g, '_')
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
    }
    await page.context().close()
  }
})
