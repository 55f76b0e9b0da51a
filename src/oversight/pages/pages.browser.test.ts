// Does oversight work in a real browser: three clicks to an answer, readable by all, both widths?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, recordRead, referenceOf, scopeOf } from '../../access/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import {
  addPeople,
  addSmallDistrict,
  otherStreet,
  personId,
  village,
} from '../../testing/small-district.ts'
import { limits } from '../domain/rules/index.ts'
import { weighLooks } from '../weigh-looks.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let officer: Actor
let handler: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Far', place: otherStreet }])
  officer = await t.actorWith('data-protection-officer')
  handler = await t.actorWith('call-handler', village)
  await look(await t.actorWith('call-handler'), [personId('Joan'), newId(), newId()])
  const asked = await signedIn(t, handler)
  const emergency = { extent: 'person', reason: 'welfare', why: 'Not seen since yesterday' }
  await asked.post('/open-in-emergency', { ...emergency, reference: referenceOf(personId('Far')) })
  await weigh()
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function weigh() {
  t.clock.turnTo(testStart + limits.settledMs)
  await weighLooks(t.node, council)
  t.clock.turnTo(testStart)
}

function look(actor: Actor, subjects: readonly Id[]): Promise<void> {
  const asked = { permission: 'people.read', now: testStart }
  const scope = scopeOf(t.node.registry.permissions, actor, asked)
  const seen = { what: 'export', route: '/lists/report', subjects, at: testStart } as const
  return t.node.store.transaction({ council, actor: actor.id }, tx => recordRead(tx, scope, seen))
}

async function open(actor: Actor, path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

/** Pictures are kept only where somebody asks for them. */
async function keep(page: Page, name: string) {
  const folder = process.env.DOORSTEP_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('who saw this person’s record in April, and why: three clicks from the sign-in', async () => {
  let clicks = 0
  const page = await open(officer, '/')
  const click = async (role: 'button' | 'link', name: string) => {
    await page.getByRole(role, { name }).click()
    clicks++
  }
  expect(new URL(page.url()).pathname).toBe('/reads')
  await page.getByLabel('Full name').fill('Joan Pratt')
  await page.getByLabel('Postcode or first line').fill('CB24 8RX')
  await page.getByLabel('Why do you look').selectOption({ label: 'The resident asked who looked' })
  await click('button', 'Find this record')
  await keep(page, 'found-1280')
  await click('link', 'April 2026: 1 look')
  const row = page.getByRole('row', { name: 'Test call-handler' })
  expect(await row.textContent()).toContain('Test call-handler')
  expect(await row.textContent()).toContain('File with the rows of a list')
  expect(await row.textContent()).toContain('testing')
  expect(clicks).toBeLessThanOrEqual(3)
  await page.context().close()
})

describe.each([1280, 360])('at %d pixels', width => {
  test('one question can be read and answered', async () => {
    const page = await open(officer, '/questions', width)
    await page.getByRole('link', { name: 'Took people’s details in a file' }).click()
    await keep(page, `question-${width}`)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })

  test('the emergency is on every page, and its form can be read', async () => {
    const page = await open(handler, '/open-in-emergency', width)
    await keep(page, `open-${width}`)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('link', { name: 'Show or end it' }).click()
    await keep(page, `own-${width}`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Open record' }).click()
    expect(await page.locator('h1').textContent()).toBe('Far Pratt')
    await expectAccessible(page)
    await page.context().close()
  })
})
