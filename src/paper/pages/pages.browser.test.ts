// Does a sheet go out and come home in a real browser, by keyboard alone, wide and narrow?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import type { Actor } from '../../access/index.ts'
import { playRound } from '../../picture/pages/test-round.ts'
import { openBrowser, type TestBrowser } from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { campaign } from '../../testing/small-district.ts'

let t: TestNode
let browser: TestBrowser
let manager: SignedIn
let server: Served
let sheet = ''

beforeAll(async () => {
  t = await makeTestNode()
  await playRound(t)
  const as = async (actor: Actor) => signedIn(t, actor)
  manager = await as(await t.actorWith('hub-manager'))
  browser = await openBrowser()
  server = await serveApp(t)
  const answers = { kind: 'round', campaign, place: 'whole', forWhom: 'Sam', reason: 'No signal' }
  const sent = await manager.post('/sheets/print', { ...answers, ring: '01632 960001', days: '0' })
  sheet = sent.headers.get('location') ?? ''
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function openAt(width: number, path: string): Promise<Page> {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = manager.cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('a printed page is one sheet of A4 for each of its pages, and nothing runs over', async () => {
  const page = await openAt(1280, `${sheet}/paper`)
  await shot(page, 'paper')
  const sheets = await page.locator('.ds-sheet').count()
  const over = await page.evaluate(
    () =>
      [...document.querySelectorAll('.ds-sheet')].filter(one => {
        return one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1
      }).length,
  )
  expect({ sheets: sheets > 0, over }).toEqual({ sheets: true, over: 0 })
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(sheets)
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('.ds-sheet *')]
      .filter(one => one.textContent?.trim() !== '')
      .map(one => Number.parseFloat(getComputedStyle(one).fontSize)),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
})

test('two lines are typed back by keyboard alone, from the code on the paper', async () => {
  const lines = await ask<{ code: string }>(
    t.adminUrl,
    `select code from doorstep.paper_lines where sheet = '${sheet.split('/')[2]}' order by nth`,
  )
  const [first, second] = lines.map(({ code }) => code)
  const page = await openAt(1280, '/sheets/find')
  await page.getByLabel('Number of the sheet, or the code of any line').focus()
  await page.keyboard.type(first?.toLowerCase() ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL(/type/)
  await page.locator(`#outcome-${first}`).focus()
  for (const text of ['n', '?']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.locator(`#outcome-${second}`).focus()
  await page.keyboard.type('a')
  await page.keyboard.press('Enter')
  await page.getByText('1 line saved.').waitFor()
  const text = await page.locator('main').textContent()
  expect(text).toContain('1 line saved.')
  expect(text).toContain('Give the time like 14:05')
  expect(await page.locator(`#outcome-${second}`).inputValue()).toBe('a')
  await shot(page, 'type')
})

test.each(['/sheets', '/sheets/print?kind=round', 'sheet', 'type'])(
  '%s fits a phone',
  async path => {
    const at = { sheet, type: `${sheet}/type` }[path] ?? path
    const page = await openAt(360, at)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    await shot(page, `narrow${path.replaceAll(/\W/g, '')}`)
  },
)

/** For eyes: where a folder is named. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.PAPER_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
