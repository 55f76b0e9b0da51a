// Do the pages of notices work in a real browser: readable by all, at both widths, by keyboard?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { expectAccessible, openBrowser, type TestBrowser } from '../../testing/browser.ts'
import { council } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { deliverNotices } from '../deliver.ts'
import { sendTest } from '../subscribe.ts'
import { openReceiver, type Receiver } from '../testing/receiver.ts'
import { makeStory, type Story } from '../testing/story.ts'

let story: Story
let receiver: Receiver
let browser: TestBrowser
let server: Served
let url: string
let administrator: Actor
let one: string

beforeAll(async () => {
  story = await makeStory()
  receiver = await openReceiver()
  administrator = await story.t.actorWith('system-administrator')
  one = (await story.subscribe(receiver)).subscription
  await story.happen(story.villages[0], 3)
  await deliverNotices(story.t.node, council)
  receiver.answer(500)
  await sendTest(story.t.node, { council, subscription: one })
  await story.happen(story.villages[0], 2)
  await deliverNotices(story.t.node, council)
  browser = await openBrowser()
  server = await serveApp(story.t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await receiver.close()
  await story.t.close()
})

async function open(path: string, width: number) {
  const page = await browser.newPage(width, { scripts: true })
  const [name = '', value = ''] = (await signedIn(story.t, administrator)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

test('an empty form says what is missing, a good one shows the secret', async () => {
  const page = await open('/notices/add', 360)
  await page.getByRole('button', { name: 'Add and show the secret' }).click()
  await expectAccessible(page)
  expect(await page.locator('.govuk-error-summary a').count()).toBe(6)
  await page.getByLabel('Name of the system').fill('Hub board')
  await page.getByLabel('Address').fill(receiver.address)
  await page.getByLabel('Of what is it told?').fill('people.*, no.Such')
  await page.getByRole('radio', { name: 'Officer', exact: true }).check()
  await page.getByLabel('Where?').selectOption('council')
  await page.getByLabel('What for?').fill('The board in the hub')
  await page.getByRole('button', { name: 'Add and show the secret' }).click()
  expect(await page.locator('.govuk-error-summary').textContent()).toContain('no.Such')
  await page.getByLabel('Of what is it told?').fill('people.*')
  await page.getByRole('button', { name: 'Add and show the secret' }).click()
  expect(await page.getByLabel('Secret').inputValue()).toMatch(/^whsec_/)
  await page.context().close()
})

test('what failed is shown, and sending again from a number is one press', async () => {
  const page = await open(`/notices/${one}`, 1280)
  const told = await page.locator('main').textContent()
  expect(told).toContain('Waits for the next try')
  expect(told).toContain('It answered 500')
  receiver.answer(204)
  await page.getByLabel('After number').fill('999999')
  await page.getByRole('button', { name: 'Send again from there' }).click()
  expect(await page.locator('.govuk-error-summary').count()).toBe(1)
  await page.getByLabel('After number').fill('0')
  await page.getByRole('button', { name: 'Send again from there' }).click()
  await page.getByRole('button', { name: 'Try now' }).click()
  const before = receiver.heard.length
  await deliverNotices(story.t.node, council)
  expect(receiver.heard.length).toBeGreaterThan(before + 4)
  await page.context().close()
})
