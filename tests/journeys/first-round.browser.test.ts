// The first round from end to end, as the demo opens: from the sign-in link to a figure that moved.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemo } from '../../src/demo/index.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../src/testing/browser.ts'
import { type Journey, onward, startJourney } from './journey.ts'

const quiet = () => ({ update() {}, end() {} })
const opensAt = Date.UTC(2026, 10, 22, 13, 7, 20)

let journey: Journey
let links: Record<string, string>
beforeAll(async () => {
  journey = await startJourney()
  journey.t.clock.turnTo(opensAt)
  links = await openDemo(journey.t.node, { size: 'W0', seed: 1, progress: quiet })
})
afterAll(() => journey.close())

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

const numberIn = async (page: Page, selector: string) =>
  Number((await page.locator(selector).first().textContent())?.replace(/\D/g, ''))

/** Goes where a link leads, by the keyboard alone. */
async function follow(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().focus()
  await onward(page, () => page.keyboard.press('Enter'))
}

/** The link lets in at once and leads to the first page of the role. */
async function signIn(role: string, width = 1280): Promise<Page> {
  return (await journey.open(`/sign-in/${links[role]}`, { width })).page
}

test('sign in, district, village, call, plan, coverage, the list behind it', async () => {
  const page = await signIn('hub-manager')
  expect(new URL(page.url()).pathname).toBe('/today')
  await expectGood(page)

  await follow(page, 'nav a[href="/campaigns"]')
  await expectGood(page)

  await follow(page, 'main h2 a[href$="/coverage"]')
  const coverage = page.url()
  const reached = '.ds-headline a[href*="state=reached"]'
  const before = await numberIn(page, reached)
  await expectGood(page)

  await follow(page, 'main a[href^="/villages/"]')
  expect(await page.locator('.ds-gap button, .ds-headline').count()).toBeGreaterThan(0)
  await expectGood(page)

  await follow(page, '.ds-sum a[href*="state=untried"]')
  const people = await page
    .locator('tbody th a')
    .evaluateAll(all => all.map(one => (one as unknown as { pathname: string }).pathname))
  const person = await openCallable(page, people)
  await expectGood(page)

  for (const key of ['a', '1', '2']) await page.keyboard.press(key)
  await onward(page, () => page.keyboard.press('Control+Enter'))
  expect(await page.getByRole('status').textContent()).toContain('Answered, 2 needs')

  await page.goto(`${journey.url}${person}/plan`)
  expect(await page.locator('h2').first().textContent()).toBe('2 needs')
  await expectGood(page)

  await page.goto(coverage)
  expect(await numberIn(page, reached)).toBe(before + 1)
  await follow(page, reached)
  expect(await page.locator('h1').getAttribute('data-total')).toBe(`${before + 1}`)
  await expectGood(page)
  await page.context().close()
})

/** The first of them who may be rung: some have a visit as their next step, and no number. */
async function openCallable(page: Page, people: readonly string[]): Promise<string> {
  for (const person of people) {
    await page.goto(journey.url + person)
    if ((await page.locator('main a[href^="/call/"]').count()) === 0) continue
    await follow(page, 'main a[href^="/call/"]')
    if ((await page.locator('#call input[name=phone]').count()) > 0) return person
  }
  throw new Error('Nobody who was not yet tried may be rung.')
}

test.each([1280, 360])('the first page of each caller has something to do, at %i', async width => {
  const handler = await signIn(width === 1280 ? 'call-handler' : 'village-coordinator', width)
  const path = new URL(handler.url()).pathname
  if (width === 1280) {
    expect(path).toMatch(/^\/call\/[0-9a-f-]{36}$/)
    expect(await handler.locator('#call').count()).toBe(1)
  } else {
    expect(path).toBe('/today/mine')
    expect(await handler.locator('.ds-gap button').count()).toBe(1)
  }
  await expectGood(handler)
  await handler.context().close()
})
