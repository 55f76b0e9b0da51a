// Do the pages of figures work in a real browser, wide and narrow, with and without JavaScript?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { campaign } from '../../testing/small-district.ts'
import { playRound } from './test-round.ts'

let t: TestNode
let browser: TestBrowser
let manager: SignedIn
let server: Served
let url: string

beforeAll(async () => {
  t = await makeTestNode()
  await playRound(t, 'winter-welfare')
  manager = await signedIn(t, await t.actorWith('hub-manager'))
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function openAt(width: number, path: string, scripts = true): Promise<Page> {
  const page = await browser.newPage(width, { scripts })
  const [name = '', value = ''] = manager.cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

test('a moment is asked for without JavaScript, and a figure opens its list', async () => {
  const page = await openAt(1280, `/campaigns/${campaign}/coverage`, false)
  await page.fill('#as-date', '09/04/2026')
  await page.fill('#as-time', '12:00')
  await page.click('.ds-asof button')
  expect(page.url()).toContain('at=2026-04-09T12%3A00')
  await page.click('.ds-headline__first a')
  expect(await page.locator('h1').textContent()).toContain('people reached')
  await page.close()
})

const pageBytesMax = 100 * 1024
const scriptBytesMax = 30 * 1024

test('the first page stays within its budget of bytes over the wire', async () => {
  const page = await openAt(1280, '/campaigns', false)
  const html = await page.content()
  const scripts = [...html.matchAll(/(?:src|data-govuk)="(\/assets\/[^"]*)"/g)]
  const styles = [...html.matchAll(/href="(\/assets\/[^"]*)"/g)]
  const scriptBytes = await wireBytes(scripts.map(found => found[1] ?? ''))
  const others = styles.map(found => found[1] ?? '')
  const rest = await wireBytes([`/campaigns/${campaign}/coverage`, ...others])
  expect(scriptBytes).toBeGreaterThan(1_000)
  expect(scriptBytes).toBeLessThanOrEqual(scriptBytesMax)
  expect(scriptBytes + rest).toBeLessThanOrEqual(pageBytesMax)
  await page.close()
})

async function wireBytes(paths: readonly string[]): Promise<number> {
  const headers = { cookie: manager.cookie, 'accept-encoding': 'gzip', host: 'doorstep.test' }
  let bytes = 0
  for (const path of paths) {
    const response = await makeTestApp(t).request(`http://doorstep.test${path}`, { headers })
    expect(response.status).toBe(200)
    bytes += (await response.arrayBuffer()).byteLength
  }
  return bytes
}
