// The call page in a real browser: keys, drafts, and whole without scripts. J1, J2: tests/journeys.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
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
  memberOf,
  openTestCampaign,
} from '../../testing/small-district.ts'

let t: TestNode
let caller: Actor
let browser: TestBrowser
let server: Served
let url: string
const targetPixelsMin = 44
const names = ['Joan', 'Arthur', 'Ivy', 'Winston', 'Edna', 'Brenda', 'Walter', 'Olive', 'Percy']

beforeAll(async () => {
  t = await makeTestNode()
  t.clock.turnTo(Date.now())
  const people = names.map(given => ({ given }))
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  caller = await t.actorWith('call-handler')
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

type Opened = { page: Page; faults: string[] }

async function open(path: string, width = 1280, scripts = true): Promise<Opened> {
  const page = await browser.newPage(width, { scripts })
  const [name = '', value = ''] = (await signedIn(t, caller)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', said => said.type() === 'error' && faults.push(said.text()))
  await page.goto(url + path)
  return { page, faults }
}
const idOn = (page: Page) => new URL(page.url()).pathname.split('/').pop() ?? ''
async function rowOf(member: string) {
  return t.node.store.transaction({ council, actor: caller.id }, tx =>
    tx
      .selectFrom('members')
      .select(['state', 'attempts', 'needs', 'promised_at'])
      .where('council', '=', council)
      .where('id', '=', member)
      .executeTakeFirstOrThrow(),
  )
}
/** Presses a key and counts it as one interaction. */
async function press(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}
async function toNext(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = idOn(page)
  await Promise.all([page.waitForURL(to => !to.pathname.endsWith(before)), act()])
}

test('keys are dead in text boxes and when they are switched off', async () => {
  const { page } = await open('/call')
  await press(page, ['t', 'n', 'v', 'Escape'])
  expect(await page.locator('#note').inputValue()).toBe('nv')
  expect(await page.locator('[name=outcome]:checked').count()).toBe(0)
  await page.getByLabel('Use single keys').uncheck()
  await press(page, ['n'])
  expect(await page.locator('[name=outcome]:checked').count()).toBe(0)
  await page.context().close()
})

test('what saving does is said with the promise, which outranks the rule', async () => {
  const { page } = await open('/call')
  const said = () => page.locator('#then').textContent()
  await press(page, ['n'])
  expect(await said()).toContain('This is try 1 of 3')
  await press(page, ['p', 'Escape'])
  expect(await said()).toMatch(/We ring again \w+day .*, 10:00 to 12:00\./)
  await press(page, ['p', 'b'])
  expect(await said()).toMatch(/We ring again \w+day .*, 10:00 to 12:00\./)
  await press(page, ['a', '0'])
  expect(await said()).toContain('Nobody rings again in this round')
  await page.context().close()
})

test('M asks whether they moved or died, and chooses neither', async () => {
  const { page } = await open('/call')
  await press(page, ['m'])
  expect(await page.locator('[name=outcome]:checked').count()).toBe(0)
  expect(await page.locator('#then').textContent()).toContain('Moved, or died?')
  await press(page, ['Space', 'ArrowRight'])
  expect(await page.getByLabel('Died').isChecked()).toBe(true)
  expect(await page.locator('#then').textContent()).toContain('An officer checks today')
  await page.context().close()
})

test('nothing and a need exclude each other; saving too early says what is missing', async () => {
  const { page } = await open('/call')
  await press(page, ['1', '0'])
  expect(await page.locator('[name=need]:checked').count()).toBe(1)
  await press(page, ['Control+Enter'])
  await page.waitForSelector('.govuk-error-summary')
  await page.getByRole('link', { name: 'Choose what happened on the call' }).click()
  expect(await page.evaluate('document.activeElement.id')).toBe('outcome-answered')
  await expectAccessible(page)
  await page.context().close()
})

test('without scripts a call with a need and a promise is saved', async () => {
  const { page } = await open('/call', 1280, false)
  const member = idOn(page)
  await page.getByRole('radio', { name: 'Answered', exact: true }).check()
  await page.getByRole('checkbox', { name: 'A lift' }).check()
  await page.getByRole('radiogroup', { name: 'How soon: A lift' }).getByLabel('2 days').check()
  await page.getByLabel('I promised to ring back').check()
  await page.getByLabel('Part of day').selectOption('14:00 to 16:00')
  await toNext(page, () => page.getByRole('button', { name: 'Save and next' }).click())
  expect(await rowOf(member)).toMatchObject({ state: 'reached', needs: 1 })
  expect((await rowOf(member)).promised_at).not.toBeNull()
  await page.context().close()
})

describe.each([1280, 360])('at %d pixels', width => {
  test('the call page can be read by everyone', async () => {
    const { page, faults } = await open('/call', width)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('radio', { name: 'Answered', exact: true }).check()
    await page.getByRole('checkbox', { name: 'Medicine' }).check()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    expect(faults).toEqual([])
    const path = process.env.DOORSTEP_PICTURES
    if (path) await page.screenshot({ path: `${path}/call-${width}.png`, fullPage: width > 600 })
    await page.context().close()
  })
})

test('at 360 pixels everything that is pressed is at least 44 high', async () => {
  const { page } = await open('/call', 360)
  const low = (await page.evaluate(`[...document.querySelectorAll(
    '#person button, #call a, #call button, #call label:has(input), #call select, #call textarea')]
    .filter(one => one.offsetParent !== null)
    .map(one => [one.textContent.trim().slice(0, 30), one.getBoundingClientRect().height])
    .filter(([, height]) => height < ${targetPixelsMin})`)) as [string, number][]
  expect(low).toEqual([])
  await page.context().close()
})

test('a page that fits the budget: small over the wire, with little script', async () => {
  const { page } = await open(`/call/${memberOf('Percy')}`)
  const sizes = (await page.evaluate(`performance.getEntriesByType('resource').concat(
    performance.getEntriesByType('navigation')).map(one =>
      [one.name.endsWith('.js') ? 'script' : 'rest', one.encodedBodySize])`)) as [string, number][]
  const sum = (kind: string) =>
    sizes.filter(([is]) => is === kind).reduce((total, [, size]) => total + size, 0)
  expect(sizes.length).toBeGreaterThan(3)
  expect(sum('script')).toBeLessThan(30_000)
  expect(sum('script') + sum('rest')).toBeLessThan(100_000)
  await page.context().close()
})
