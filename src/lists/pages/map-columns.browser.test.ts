// Can columns be said in a real browser: at both widths, by keys alone, without scripts?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let manager: Actor
const folder = mkdtempSync(join(tmpdir(), 'ds-map-'))

beforeAll(async () => {
  t = await makeTestNode()
  manager = await t.actorWith('hub-manager')
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
  await t.close()
})

async function openUnknown(width: number, scripts: boolean) {
  const page = await browser.newPage(width, { scripts })
  const [name = '', value = ''] = (await signedIn(t, manager)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  const file = join(folder, `club-${width}.csv`)
  const rows = [
    'Member,Hatched,Home,PC,Ring on',
    `Peggy Ray,17/09/1948,4 Mill Lane,CB24 8RX,${width}`,
  ]
  writeFileSync(file, `${rows.join('\n')}\n`)
  await page.goto(`${url}/lists`)
  await page.setInputFiles('#file', file)
  await page.getByRole('button', { name: 'Read this file' }).click()
  const link = page.getByRole('link', { name: 'Say what each column is' })
  await link.waitFor({ timeout: 20_000 })
  await link.click()
  return page
}

test.each([1280, 360])(
  'at %d pixels it is accessible and stays in its width',
  async width => {
    const page = await openUnknown(width, true)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.close()
  },
  60_000,
)

test('by keys alone and without scripts the columns are said and the file is read', async () => {
  const page = await openUnknown(1_000, false)
  await page.locator('#list').focus()
  await page.keyboard.type('A new list')
  await page.keyboard.press('Tab')
  await page.keyboard.type('club')
  for (const [at, role] of ['Full name', 'Date of birth', 'Address'].entries()) {
    await page.locator(`#role-${at}`).focus()
    await page.keyboard.type(role)
  }
  await page.locator('#role-2').press('Enter')
  await page.getByRole('button', { name: 'Save, and read the file so' }).press('Enter')
  await page.getByText('This is: Club').waitFor({ timeout: 20_000 })
  expect(await page.getByText('Nothing is written yet').count()).toBeGreaterThan(0)
  await page.close()
}, 60_000)
