// Does a page work in a real browser? Opens Chromium, looks for axe violations and sideways scroll.
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

export type TestBrowser = {
  /** A page of this width, 360 or 1280; `scripts: false` switches JavaScript off. */
  newPage(width: number, options?: { scripts?: boolean; height?: number }): Promise<Page>
  close(): Promise<void>
}

/** `settings` are those of Chromium's command line. */
export async function openBrowser(settings: readonly string[] = []): Promise<TestBrowser> {
  const args = ['--no-sandbox', ...settings]
  const browser = await chromium.launch({ executablePath: chromiumPath(), args })
  return {
    newPage: (width, options = {}) => newPage(browser, width, options),
    close: () => browser.close(),
  }
}

export type KilledBrowser = { readonly page: Page; kill(): Promise<void> }

/** A browser that keeps its profile in `folder`, and can die as in a power cut. */
export async function openProfile(folder: string): Promise<KilledBrowser> {
  const settings = { executablePath: chromiumPath(), args: ['--no-sandbox'], locale: 'en-GB' }
  const context = await chromium.launchPersistentContext(folder, settings)
  const gone = new Promise<void>(resolve => context.once('close', () => resolve()))
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    async kill() {
      const lock = readlinkSync(join(folder, 'SingletonLock'))
      process.kill(Number(lock.split('-').at(-1)), 'SIGKILL')
      await gone
    },
  }
}

/** The machine's own Chromium; DOORSTEP_CHROMIUM names another. */
function chromiumPath(): string {
  const named = process.env.DOORSTEP_CHROMIUM
  if (named) return named
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {}
  }
  throw new Error('Chromium is not installed. Install the package chromium and try again.')
}

async function newPage(
  browser: Browser,
  width: number,
  { scripts = true, height = 1000 }: { scripts?: boolean; height?: number },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: scripts,
    hasTouch: width < 600,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  return context.newPage()
}

let axe: string | undefined

function axeSource(): string {
  axe ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  return axe
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }
type Found = { violations: Violation[]; passes: unknown[] }

/** What may be well in a wide window and wrong in a narrow one. */
const rulesOfLayout = ['color-contrast', 'scrollable-region-focusable', 'target-size']

/**
 * Throws with each broken rule of WCAG 2.2 A and AA and the elements that break it. `again` asks
 * only for what another width can change.
 */
export async function expectAccessible(page: Page, { again = false } = {}): Promise<void> {
  const asked = again ? { type: 'rule', values: rulesOfLayout } : { type: 'tag', values: rules }
  const run = `${axeSource()};axe.run({runOnly:${JSON.stringify(asked)}})`
  const { violations, passes } = (await page.evaluate(run)) as Found
  if (passes.length === 0) throw new Error('The accessibility check looked at nothing.')
  const told = violations.map(
    broken => `${broken.id}: ${broken.help}\n${broken.nodes.slice(0, 4).map(where).join('\n')}`,
  )
  if (told.length > 0) throw new Error(told.join('\n\n'))
}

function where({ html, failureSummary = '' }: Violation['nodes'][number]): string {
  return `  ${html.slice(0, 200)}\n    ${failureSummary.replaceAll('\n', ' ')}`
}

/** Throws when the page is wider than the window, naming what sticks out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = (await page.evaluate(`(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('body *')]
      .filter(part => part.getBoundingClientRect().right > room + 1)
      .map(part => part.tagName + '.' + part.getAttribute('class')).slice(0, 8).concat('page')
  })()`)) as string[]
  if (wide.length > 0) throw new Error(`Wider than the window: ${wide.join(', ')}`)
}
