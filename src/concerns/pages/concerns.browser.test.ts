// Two presses without a script, and a desk that is read and worked by everybody who stands at it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
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
import { tellWorry } from '../domain/tell-worry.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let officer: Actor
const concern = newId()

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Ivy' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  officer = await t.actorWith('officer')
  const worry = { worry: concern, person: personId('Ivy'), isDanger: true, words: 'No light' }
  await act(t.node, officer, tellWorry, { id: concern, input: worry })
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

type Reader = { readonly actor: Actor; readonly width: number; readonly hasScript?: boolean }

async function open({ actor, width, hasScript = true }: Reader, path: string) {
  const page = await browser.newPage(width, { scripts: hasScript })
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('from the call page it is passed on in two presses, without a script', async () => {
  const actor = await t.actorWith('call-handler')
  const page = await open({ actor, width: 360, hasScript: false }, `/call/${memberOf('Joan')}`)
  await page.getByText('I am worried about Joan').click()
  await page.getByRole('button', { name: 'Not in danger now: pass it on' }).click()
  expect(await page.locator('h1').textContent()).toContain('is being handled')
  await page.context().close()
  const told = await open({ actor, width: 360 }, `/people/${personId('Joan')}/worry`)
  await expectAccessible(told)
  await expectNoSidewaysScroll(told)
  await told.context().close()
})

test('a step is tried and the concern is ended with keys alone', async () => {
  const page = await open({ actor: officer, width: 1280 }, `/concerns/${concern}`)
  await page.locator('#words-family').focus()
  await page.keyboard.type('Her son is on the way')
  await page.keyboard.press('Enter')
  await page.getByText('Her son is on the way').waitFor()
  await page.locator('#ending').focus()
  await page.keyboard.press('Space')
  await page.locator('#evidence').focus()
  await page.keyboard.type('Her son sits beside her')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Her son')
  await page.keyboard.press('Enter')
  await page.getByText('Seen, and safe. Ended by').waitFor()
  await page.context().close()
})

test.each([1280, 640, 360])('every page of the desk can be read at %i', async width => {
  for (const path of ['/concerns', `/concerns/${concern}`, '/concerns/desk']) {
    const page = await open({ actor: officer, width }, path)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  }
})
