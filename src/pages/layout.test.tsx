// Is every page framed, in words that can be translated, within the law for CSP and access?
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../testing/browser.ts'
import { assetBytes, assets, assetUrl } from './assets.ts'
import { SamplePage, sampleContext } from './sample-page.tsx'
import { expectNoHardCodedText } from './strings/pseudo.ts'

const csp =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const app = new Hono()
  .use(compress())
  .route('/assets', assets)
  .get('/sample', c => {
    c.header('Content-Security-Policy', csp)
    return c.html(<SamplePage context={sampleContext('en')} />)
  })

let browser: TestBrowser
let server: ReturnType<typeof serve>
let address = ''

beforeAll(async () => {
  browser = await openBrowser()
  await new Promise<void>(resolve => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, info => {
      address = `http://127.0.0.1:${info.port}`
      resolve()
    })
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function render(): Promise<string> {
  return (await app.request('/sample')).text()
}

test('a page starts with its doctype and has one main, one h1 and a skip link to it', async () => {
  const html = await render()
  expect(html).toMatch(/^<!doctype html><html lang="en-GB">/)
  expect(html.match(/<main/g)).toHaveLength(1)
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).toContain('href="#main"')
})

test('a page holds no inline style and no inline script', async () => {
  const html = await render()
  expect(html).not.toMatch(/\sstyle="/)
  expect(html).not.toMatch(/<style/)
  expect(html).not.toMatch(/\son[a-z]+="/)
  expect(html.match(/<script[^>]*>[^<]/)).toBeNull()
})

test('no text is outside the string files', () => {
  const html = String(<SamplePage context={sampleContext('pseudo')} />)
  expectNoHardCodedText(html)
})

test('a name that holds markup is shown, not run', () => {
  const html = String(<SamplePage context={sampleContext('en', '<script>alert(1)</script>')} />)
  expect(html).toContain('&lt;script&gt;alert(1)')
})

test('a menu of seven items is refused', () => {
  const context = sampleContext('en')
  const nav = Array.from({ length: 7 }, (_, i) => ({ href: `/${i}`, label: `${i}` }))
  expect(() => String(<SamplePage context={{ ...context, nav }} />)).toThrow('at most 6')
})

test.each([1280, 360])(
  'a page of %i px is accessible and does not scroll sideways',
  async width => {
    const page = await browser.newPage(width)
    const problems: string[] = []
    page.on('console', said => said.type() === 'error' && problems.push(said.text()))
    page.on('pageerror', error => problems.push(error.message))
    await page.goto(`${address}/sample`)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    expect(problems).toEqual([])
  },
)

test('the slash key goes to the search box, and not while somebody types', async () => {
  const page = await browser.newPage(1280)
  await page.goto(`${address}/sample`)
  await page.locator('#name').focus()
  await page.keyboard.press('/')
  expect(await page.locator('#name').inputValue()).toBe('/')
  await page.locator('h1').click()
  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).toBe('find')
})

test('the question mark shows the keys and Escape hides them', async () => {
  const page = await browser.newPage(1280)
  await page.goto(`${address}/sample`)
  await page.locator('h1').click()
  await page.keyboard.press('?')
  expect(await page.locator('#keys').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.locator('#keys').isVisible()).toBe(false)
})

test('the error summary takes focus when the page opens', async () => {
  const page = await browser.newPage(1280)
  await page.goto(`${address}/sample`)
  await page.waitForFunction('document.activeElement.classList.contains("govuk-error-summary")')
})

test('patterns and council colours reach the pictures under the strict policy', async () => {
  const page = await browser.newPage(1280)
  await page.goto(`${address}/sample`)
  const fill = await page.evaluate(
    'getComputedStyle(document.querySelector(".ds-picture rect")).fill',
  )
  expect(fill).toBe('rgb(11, 90, 106)')
})

test('a first page is at most 100 KB over the wire, of which script at most 30 KB', async () => {
  const response = await app.request('/sample', { headers: { 'accept-encoding': 'gzip' } })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  const page = (await response.arrayBuffer()).byteLength
  const script = assetBytes('doorstep.js') + assetBytes('govuk-frontend.js')
  expect(script).toBeLessThan(30_000)
  expect(page + script + assetBytes('doorstep.css')).toBeLessThan(100_000)
})

test('no page style fetches a typeface or the crest', async () => {
  const css = await (await app.request(assetUrl('doorstep.css'))).text()
  expect(css).toContain('.govuk-button')
  expect(css).not.toContain('url(')
})

test('an asset is compressed, kept for a year, and its address is its content', async () => {
  const url = assetUrl('doorstep.css')
  expect(url).toMatch(/^\/assets\/doorstep\.[0-9a-f]{12}\.css$/)
  const response = await app.request(url, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect((await app.request('/assets/doorstep.000000000000.css')).status).toBe(404)
})
