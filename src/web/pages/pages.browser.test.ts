// Can everyone read the public pages, on any screen, and get from one to the next?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn, signedOut } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string

beforeAll(async () => {
  t = await makeTestNode()
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

const paths = ['/sign-in', '/help', '/accessibility', '/privacy']

test('without scripts the footer leads to each of them', async () => {
  const page = await browser.newPage(360, { scripts: false })
  await page.goto(`${url}/sign-in`)
  const titles: string[] = []
  for (const name of ['Help', 'Accessibility', 'Who looked at what']) {
    await page.getByRole('contentinfo').getByRole('link', { name }).click()
    titles.push((await page.locator('h1').textContent()) ?? '')
  }
  expect(titles).toEqual([
    'Help with Doorstep',
    'Accessibility statement for Doorstep',
    'Who looked at what',
  ])
  await page.context().close()
})

test.each(paths)('%s can be walked with the keyboard alone', async path => {
  const page = await browser.newPage(1280)
  await page.goto(url + path)
  const links = (await page.evaluate(`document.querySelectorAll('a[href]').length`)) as number
  const focused: string[] = []
  for (let i = 0; i < links; i++) {
    await page.keyboard.press('Tab')
    const outline = `(() => { const at = document.activeElement
      const { width, height } = at.getBoundingClientRect()
      return width > 1 && height > 1 ? at.getAttribute('href') : 'hidden ' + at.tagName })()`
    focused.push((await page.evaluate(outline)) as string)
  }
  expect(focused[0]).toBe('#main')
  expect(focused.slice(-3)).toEqual(['/help', '/accessibility', '/privacy'])
  expect(focused.filter(one => one.startsWith('hidden'))).toEqual([])
  await page.context().close()
})

test('help with signing in is where the sign-in page says', async () => {
  const html = await (await signedOut(t).get('/sign-in')).text()
  expect(html).toContain('href="/help#signIn"')
  expect(await (await signedOut(t).get('/help')).text()).toContain('id="signIn"')
})

test('people who are signed in keep their menu on public pages', async () => {
  const browser = await signedIn(t, await t.actorWith('officer'))
  for (const path of paths.slice(1)) {
    expect(await (await browser.get(path)).text()).toContain('aria-label="Officer"')
  }
})

test('no sentence of the public pages is longer than 25 words', async () => {
  for (const path of paths) {
    const html = await (await signedOut(t).get(path)).text()
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
    const blocks = main.split(/<\/?(?:p|li|h\d|dt|dd|div|ul|section)\b[^>]*>/)
    const sentences = blocks.flatMap(block => block.replace(/<[^>]*>/g, '').split(/(?<=[.?!]) /))
    expect(sentences.length).toBeGreaterThan(5)
    const long = sentences.filter(one => one.trim().split(/\s+/).length > 25)
    expect([path, long]).toEqual([path, []])
  }
})
