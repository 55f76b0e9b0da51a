// On a phone and with keys alone: what is mine today, and the next act for each of it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { tellWorry } from '../concerns/index.ts'
import { act } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { planAction } from '../needs/index.ts'
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
  openTestCampaign,
  otherStreet,
  personId,
  village,
} from '../testing/small-district.ts'
import { menuOf } from '../web/menu.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let lead: Actor
let councillor: Actor

const people = [
  { given: 'Joan' },
  { given: 'Arthur' },
  { given: 'Mary' },
  { given: 'Ivy', place: otherStreet },
]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  lead = await t.actorWith('village-coordinator', village)
  councillor = await t.actorWith('councillor', village)
  const dueAt = t.clock.now() + 30 * minuteMs
  const step = { need: null, dueAt }
  for (const [person, what, owner] of [
    ['Joan', 'Bring bread', lead.id],
    ['Arthur', 'Collect medicine', null],
    ['Ivy', 'A lift to the clinic', null],
  ] as const) {
    const input = { action: newId(), person: personId(person), what, owner, ...step }
    await say(planAction, input)
  }
  const about = { isDanger: false, words: 'Curtains shut for two days' }
  await say(tellWorry, { worry: newId(), person: personId('Mary'), ...about })
  await say(tellWorry, { worry: newId(), person: personId('Ivy'), ...about })
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function say(command: { name: string }, input: object) {
  const done = await act(t.node, t.system, command, { id: newId(), input })
  expect(done).toMatchObject({ outcome: 'accepted' })
}

async function open(actor: Actor, width: number, path = '/') {
  const page = await browser.newPage(width, { scripts: true })
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

/** By Tab alone, as somebody without a mouse comes there. */
async function tabTo(page: Page, words: RegExp) {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (words.test(text.trim())) return
  }
  throw new Error(`Tab does not reach ${words}`)
}

const onPhone = 360

test('a coordinator lands on what is left, waits, is handled and is promised first', async () => {
  expect(menuOf('village-coordinator').length).toBeLessThanOrEqual(6)
  expect(menuOf('councillor').length).toBeLessThanOrEqual(6)
  const page = await open(lead, onPhone)
  expect(page.url()).toBe(`${server.url}/today/mine`)
  const heading = await page.locator('h1').textContent()
  expect(heading).toContain('3 people left to reach, of 3.')
  expect(heading).toContain('1 job waits for somebody.')
  expect(heading).toContain('1 person is being handled.')
  const order = await page.locator('main h2, main .ds-gap b').allInnerTexts()
  expect(order[0]).toContain('1 promise is due today.')
  expect(order[1]).toContain('Mill Lane')
  const all = await page.locator('main').textContent()
  expect(all).toContain('Being handled since today')
  expect(all).not.toMatch(/Curtains|Ivy|clinic|High Street/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shoot(page, 'lead-360')
  await page.context().close()
})

test('the gap is taken, then handed to somebody else', async () => {
  const page = await open(lead, onPhone)
  await tabTo(page, /^Take this street$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/villages\//)
  await page.goto(`${server.url}/today/mine`)
  await page.getByText('You look after 1 street here.').waitFor()
  expect(await page.locator('.ds-gap').count()).toBe(0)
  await tabTo(page, /^Hand Mill Lane to somebody$/)
  await page.keyboard.press('Enter')
  await page.getByText('Hand it to').waitFor()
  await page.context().close()
})

test('help is asked for one person, with a clock, and the answer is waited for', async () => {
  const page = await open(lead, onPhone)
  await tabTo(page, /^Ask the council for help with Arthur Pratt$/)
  await page.keyboard.press('Enter')
  await page.locator('#question').focus()
  await page.keyboard.type('Who can collect his medicine?')
  await tabTo(page, /^$/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Pass it up$/)
  await page.keyboard.press('Enter')
  await page.getByText('Saved.').waitFor()
  await page.goto(`${server.url}/today/mine`)
  await page.getByText('You wait for 1 answer from the council.').waitFor()
  await page.getByRole('link', { name: 'Who can collect his medicine?' }).waitFor()
  await expectAccessible(page)
  await shoot(page, 'asked-360')
  await page.context().close()
})

test.each([onPhone, 1280])('a councillor reads the same and takes nothing, at %i', async width => {
  const page = await open(councillor, width)
  expect(page.url()).toBe(`${server.url}/today/mine`)
  const all = await page.locator('main').textContent()
  expect(all).toContain('3 people left to reach, of 3.')
  expect(all).toContain('1 question waits for your answer')
  expect(all).not.toMatch(/Take this street|No job|Collect medicine|Curtains/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shoot(page, `councillor-${width}`)
  await page.context().close()
})

async function shoot(page: Page, name: string) {
  if (!process.env.SHOTS) return
  await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}
