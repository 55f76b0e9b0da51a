// Ten pairs a minute by keyboard: a whole queue is worked through with one key a pair.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { recordAttempt } from '../../reach/index.ts'
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
  memberOf,
  openTestCampaign,
  personId,
} from '../../testing/small-district.ts'
import { correctPerson, mergePeople, openReview, unmergePeople } from '../index.ts'

const pairs = 12
let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let officer: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const numbers = Array.from({ length: pairs }, (_, at) => at)
  await addPeople(
    t,
    numbers.flatMap(at => [
      { given: `Ann${at}`, phone: `+4416329600${10 + at}` },
      { given: `Anne${at}`, phone: `+4416329600${10 + at}` },
    ]),
  )
  officer = await t.actorWith('officer')
  const wrong = { person: personId('Anne3'), born: '1941-04-03', contacts: [] }
  await act(t.node, t.system, correctPerson, { id: newId(), input: wrong })
  for (const at of numbers) {
    const input = {
      ...{ one: personId(`Ann${at}`), other: personId(`Anne${at}`) },
      ...{ reason: 'asked-by-staff', note: 'They may be one' },
    }
    await act(t.node, officer, openReview, { id: newId(), input })
  }
  await addStrays()
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

/** Rung while they were one, nobody knows who answered; since then they are two again. */
async function addStrays() {
  const both = ['Kit', 'Kate'].map(given => ({ given, phone: null }))
  await addPeople(t, both)
  await openTestCampaign(t, both)
  const [into, from] = [personId('Kit'), personId('Kate')]
  const attempt = {
    ...{ attempt: newId(), member: memberOf('Kit'), channel: 'call', contactPoint: null },
    ...{ outcome: 'spoke_complete', needs: [{ kind: 'food-shopping', urgency: 'today' }] },
    ...{ note: '', promisedAt: null, happenedAt: null, scriptVersion: null },
  }
  for (const [command, input] of [
    [mergePeople, { from, into }],
    [recordAttempt, attempt],
    [unmergePeople, { from, note: 'Two sisters' }],
  ] as const) {
    t.clock.turnTo(t.clock.now() + 1000)
    await act(t.node, t.system, command, { id: newId(), input })
  }
}

async function open(path: string, width: number, scripts = true): Promise<Page> {
  const page = await browser.newPage(width, { scripts })
  const [name = '', value = ''] = (await signedIn(t, officer)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

/** A folder for pictures, by hand: `PICTURES=FOLDER vitest run …`. */
const picture = async (page: Page, name: string) => {
  if (!process.env.PICTURES) return
  await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}

describe.each([1280, 360])('at %d pixels', width => {
  test('a pair and the queue can be read by everyone', async () => {
    const page = await open('/reviews', width)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `reviews-${width}`)
    await page.getByRole('link', { name: 'Judge the first pair' }).click()
    await page.waitForURL('**/reviews/*-*')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `pair-${width}`)
    const born = await page.getByRole('link', { name: /Anne3/ }).count()
    expect(born).toBeLessThan(3)
    await page.context().close()
  })

  test('parting, and what nobody can say, can be read by everyone', async () => {
    const [from, into] = [personId('Anne11'), personId('Ann11')]
    const joined = { id: newId(), input: { from, into } }
    if (width === 1280) await act(t.node, t.system, mergePeople, joined)
    const page = await open(`/people/${from}/part`, width)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `part-${width}`)
    await page.goto(`${url}/strays`)
    expect(await page.getByRole('button', { name: /^Kit Pratt/ }).count()).toBeGreaterThan(0)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `strays-${width}`)
    await page.context().close()
  })
})

test('without script an answer is a button, and the next pair comes at once', async () => {
  const page = await open('/reviews/next', 1280, false)
  const first = page.url()
  await page.getByRole('button', { name: 'Not sure, next' }).click()
  await page.waitForURL(/said=later/)
  expect(page.url()).not.toContain(new URL(first).pathname)
  expect(await page.getByRole('status').textContent()).toContain('Put off')
  await page.context().close()
})

test('a queue is worked through by keyboard, one key a pair and ten pairs a minute', async () => {
  const page = await open('/reviews/next', 1280)
  const began = Date.now()
  let keys = 0
  let judged = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  for (; judged < pairs; judged++) {
    if (!/\/reviews\/[0-9a-f-]{36}/.test(page.url())) break
    expect(await page.evaluate('document.activeElement.id')).toBe('pair')
    const before = page.url()
    // The dates of birth of one pair differ: a digit gives the reason, and one more key joins them.
    if ((await page.locator('input[data-key="1"]').count()) > 0) {
      await press('2')
      expect(await page.getByRole('radio', { name: 'Day and month swapped' }).isChecked()).toBe(
        true,
      )
      await picture(page, 'pair-with-reason')
    }
    await press(judged % 3 === 0 ? 'd' : 's')
    await page.waitForURL(next => next.href !== before)
  }
  const minutes = (Date.now() - began) / 60_000
  expect(judged).toBeGreaterThanOrEqual(10)
  expect(keys).toBeLessThanOrEqual(judged + 1)
  expect(judged / minutes).toBeGreaterThan(10)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('No pair waits')
  await page.context().close()
})
