// Does a page that is kept open say "1 new, show", move nothing, and show it when asked?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { recordAttempt } from '../reach/index.ts'
import { expectAccessible, openBrowser, type TestBrowser } from '../testing/browser.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { type Served, serveApp } from '../testing/serve-app.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  village,
} from '../testing/small-district.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

test('a page says what is new, and stays as it is until it is asked', async () => {
  const { cookie } = await signedIn(t, await t.actorWith('officer'))
  const page = await browser.newPage(360, { scripts: true })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(`${url}/villages/${village}`)
  const heading = page.locator('h1')
  const sum = page.locator('.ds-section').first()
  const before = { text: await heading.textContent(), box: await sum.boundingBox() }
  await record()
  const status = page.getByRole('status').filter({ hasText: '1 new' })
  await status.waitFor({ timeout: 15_000 })
  expect({ text: await heading.textContent(), box: await sum.boundingBox() }).toEqual(before)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Show' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForLoadState('load')
  expect(await page.locator('.ds-sum').first().textContent()).not.toBe('')
  expect(await page.getByRole('status').filter({ hasText: 'new' }).isVisible()).toBe(false)
  await page.context().close()
})

async function record(): Promise<void> {
  const input = {
    attempt: newId(),
    member: memberOf('Joan'),
    channel: 'call',
    contactPoint: null,
    outcome: 'no_answer',
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: 1,
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input })
}
