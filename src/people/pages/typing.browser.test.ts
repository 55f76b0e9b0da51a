// Does the box show people while somebody types, by keys alone, and without script by Enter?
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import {
  addPeople,
  addSmallDistrict,
  openTestCampaign,
  personId,
} from '../../testing/small-district.ts'
import { raiseFlag } from '../index.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let officer: Actor
const home = newId()

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const people = ['Joan', 'Joanie', 'Arthur'].map(given => ({ given }))
  await addPeople(t, people)
  await openTestCampaign(t, people)
  await t.node.store.transaction({ council, actor: newId() }, tx =>
    sql`update people set household = ${home}`.execute(tx),
  )
  officer = await t.actorWith('officer')
  for (const flag of ['visit-in-pairs', 'hard-of-hearing']) {
    const input = { person: personId('Joan'), flag, source: 'call', note: '' }
    await act(t.node, officer, raiseFlag, { id: newId(), input })
  }
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function open(path: string, width: number, options: { scripts?: boolean } = {}) {
  const page = await browser.newPage(width, options)
  const [name = '', value = ''] = (await signedIn(t, officer)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

test('from any page, slash, a name, arrow down and Enter open a person', async () => {
  const page = await open('/find', 1280)
  await page.locator('h1').click()
  await page.keyboard.press('/')
  await page.keyboard.type('arthur p', { delay: 30 })
  const hits = page.locator('.ds-search__hits')
  await hits.locator('a', { hasText: 'Arthur Pratt' }).waitFor()
  expect(await page.locator('.ds-search [aria-live]').textContent()).toContain('1 person found')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  expect(await hits.isVisible()).toBe(false)
  await page.keyboard.type('r', { delay: 30 })
  await hits.waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/people/${personId('Arthur')}`)
})

test('without script Enter asks for the whole page', async () => {
  const page = await open('/find', 360, { scripts: false })
  await page.fill('#q', 'arthur')
  await page.press('#q', 'Enter')
  expect(await page.locator('#hits a').first().textContent()).toBe('Arthur Pratt')
})

describe.each([1280, 360])('at %d pixels', width => {
  test('the page fills while somebody types, and everybody can read it', async () => {
    const page = await open('/find', width)
    await page.locator('#q').pressSequentially('joan', { delay: 30 })
    await page.locator('#hits li').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })

  test('everybody can read the page of a door', async () => {
    const page = await open(`/households/${home}`, width)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
})
