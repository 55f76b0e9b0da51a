// Do the pages about people work in a real browser: readable by all, at both widths, by keys?
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
import { addPeople, addSmallDistrict, personId } from '../../testing/small-district.ts'
import { openReview, raiseFlag } from '../index.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let officer: Actor
let guardian: Actor
let numberOfJoan: number

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(
    t,
    ['Joan', 'Joanie', 'Arthur', 'Zoe', 'Zelda'].map(given => ({ given })),
  )
  const found = await t.node.store.transaction({ council, actor: newId() }, tx =>
    tx
      .selectFrom('people')
      .select('number')
      .where('council', '=', council)
      .where('id', '=', personId('Joan'))
      .executeTakeFirstOrThrow(),
  )
  numberOfJoan = Number(found.number)
  officer = await t.actorWith('officer')
  guardian = await t.actorWith('data-protection-officer')
  for (const flag of ['do-not-call', 'deceased-reported', 'moved-reported', 'hard-of-hearing']) {
    const input = { person: personId('Joan'), flag, source: 'call', note: 'She rang back' }
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

async function open(actor: Actor, path: string, width: number) {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

async function doubt(one: string, other: string): Promise<string> {
  const input = { one: personId(one), other: personId(other), reason: 'asked-by-staff' }
  const done = await act(t.node, officer, openReview, { id: newId(), input })
  return `/reviews/${'answer' in done ? done.answer.review : ''}`
}

describe.each([1280, 360])('at %d pixels', width => {
  test('a pair can be read by everyone', async () => {
    const review = await doubt(width === 360 ? 'Joan' : 'Joanie', 'Arthur')
    const page = await open(officer, review, width)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Different people' }).click()
    await page.context().close()
  })

  test('being asked who somebody new may be can be read by everyone', async () => {
    const page = await open(officer, '/people/add', width)
    await page.getByLabel('First name').fill('Joan')
    await page.getByLabel('Surname').fill('Pratt')
    await page.getByLabel('They rang us').check()
    await page.getByLabel('They asked for help').check()
    await page.getByRole('button', { name: 'Add this person' }).click()
    await page.getByRole('heading', { name: 'Is it one of these?' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })

  test('erasing can be read by everyone', async () => {
    const page = await open(guardian, '/erase', width)
    await expectAccessible(page)
    await page.getByLabel('Record number').fill(String(numberOfJoan))
    await page.getByRole('button', { name: 'Show what would go' }).click()
    await page.getByText('What goes for good').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })
})

test('pairs are judged and undone with S, D, N and U alone', async () => {
  const first = await doubt('Joan', 'Joanie')
  const second = await doubt('Zoe', 'Zelda')
  const page = await open(officer, first, 1280)
  await page.keyboard.press('d')
  await page.waitForURL(`**${second}?**`)
  expect(await page.getByRole('status').textContent()).toBe('Kept apart.')
  await page.keyboard.press('u')
  await page.waitForURL(`**${first}?**`)
  expect(await page.getByRole('status').textContent()).toContain('Undone.')
  await page.keyboard.press('n')
  await page.waitForURL(`**${second}?**`)
  await page.keyboard.press('s')
  await page.waitForURL(`**${first}?**`)
  expect(await page.getByRole('status').textContent()).toBe('Joined.')
  await page.context().close()
})
