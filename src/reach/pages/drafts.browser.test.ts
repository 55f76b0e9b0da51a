// Is what was typed there again after the browser was killed, and never for anybody else?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { type KilledBrowser, openProfile } from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { addPeople, addSmallDistrict, openTestCampaign } from '../../testing/small-district.ts'

let t: TestNode
let [caller, other]: Actor[] = []
let server: Served
let folder: string
let browser: KilledBrowser
const people = ['Joan', 'Arthur', 'Ivy', 'Winston', 'Edna'].map(given => ({ given }))

beforeAll(async () => {
  t = await makeTestNode()
  t.clock.turnTo(Date.now())
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  caller = await t.actorWith('call-handler')
  other = await t.actorWith('call-handler')
  server = await serveApp(t)
})
afterAll(async () => {
  server.close()
  await t.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-profile-'))
})
afterEach(async () => {
  await browser.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The browser of this profile as if somebody had just switched on the machine. */
async function open(path: string, actor: Actor | undefined = caller): Promise<Page> {
  browser = await openProfile(folder)
  await become(actor)
  await browser.page.goto(server.url + path)
  return browser.page
}
async function become(actor: Actor | undefined): Promise<void> {
  if (!actor) throw new Error('nobody')
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await browser.page.context().addCookies([{ name, value, url: server.url }])
}
const pathOf = (page: Page) => new URL(page.url()).pathname
const note = (page: Page) => page.locator('#note').inputValue()
const says = (page: Page, words: string) => page.locator('#draft', { hasText: words }).waitFor()
async function type(page: Page, words: string): Promise<void> {
  await page.locator('#note').fill(words)
  await says(page, 'Draft kept')
}
/** Everything that this browser keeps of drafts, as it lies there. */
const lying = (page: Page) =>
  page.evaluate(`new Promise(resolve => {
    const asked = indexedDB.open('doorstep', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('drafts', { keyPath: 'id' })
    asked.onsuccess = () => {
      asked.result.transaction('drafts').objectStore('drafts').getAll().onsuccess = event => {
        asked.result.close()
        resolve(event.target.result.map(({ sealed, ...rest }) =>
          [JSON.stringify(rest), new TextDecoder('latin1').decode(sealed)].join()))
      }
    }
  })`) as Promise<string[]>
async function killAndOpen(path: string): Promise<Page> {
  await browser.kill()
  return open(path)
}

test('what was typed outlives a killed browser, and goes when it is saved', async () => {
  const first = await open('/call')
  const path = pathOf(first)
  await first.getByLabel('Someone else').check()
  await first.getByRole('checkbox', { name: 'A friendly call' }).check()
  await type(first, 'Her son spoke')
  const [kept = ''] = await lying(first)
  expect(kept).not.toContain('Her son')

  const page = await killAndOpen(path)
  await says(page, 'brought back')
  expect(await note(page)).toBe('Her son spoke')
  expect(await page.getByLabel('Someone else').isChecked()).toBe(true)
  expect(await page.getByRole('checkbox', { name: 'A friendly call' }).isChecked()).toBe(true)

  await page.locator('#save').click()
  await page.waitForURL(to => to.pathname !== path)
  await expect.poll(() => lying(page)).toEqual([])
})

test('nobody else who sits down at the machine is shown it, nor can open it', async () => {
  const page = await open('/calls/inbound')
  await type(page, 'The key is with Ada')
  await become(other)
  await page.goto(`${server.url}/calls/inbound`)
  await page.waitForTimeout(500)
  expect(await note(page)).toBe('')
  // Not even under the name of whoever wrote it: the key is not theirs.
  const user = caller?.id
  await page.route('**/calls/inbound', async route => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/data-user="[^"]*"/, `data-user="${user}"`)
    await route.fulfill({ response: answer, body })
  })
  await page.reload()
  await expect.poll(() => lying(page)).toEqual([])
  expect(await note(page)).toBe('')
})

test('a call that comes in is there again; an empty form is one press away', async () => {
  await type(await open('/calls/inbound'), 'Rang about the oil')
  const page = await killAndOpen('/calls/inbound')
  await says(page, 'brought back')
  expect(await note(page)).toBe('Rang about the oil')
  await page.getByRole('button', { name: 'Start with an empty form' }).click()
  await expect.poll(() => lying(page)).toEqual([])
  await expect.poll(() => note(page)).toBe('')
})

test('signing out forgets it, and so does a day', async () => {
  const page = await open('/calls/inbound')
  await type(page, 'Not for tomorrow')
  await page.evaluate(`document.querySelector('form[action="/sign-out"]').submit()`)
  await page.waitForURL('**/sign-in*')
  await become(caller)
  await page.goto(`${server.url}/calls/inbound`)
  expect(await lying(page)).toEqual([])
  await type(page, 'Not for tomorrow')
  t.clock.turnTo(t.clock.now() + 25 * 60 * 60 * 1000)
  await become(caller)
  await page.goto(`${server.url}/calls/inbound`)
  await expect.poll(() => lying(page)).toEqual([])
  expect(await note(page)).toBe('')
})
