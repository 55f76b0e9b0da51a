// Does a page work in a real browser? Opens Chromium, looks for axe violations and sideways scroll.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

export type TestBrowser = {
  /** A page of this width, 360 or 1280; `scripts: false` switches JavaScript off. */
  newPage(width: number, options?: { scripts?: boolean; height?: number }): Promise<Page>
  close(): Promise<void>
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  return {
    newPage: (width, options = {}) => newPage(browser, width, options),
    close: () => browser.close(),
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

const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }
type Found = { violations: Violation[]; passes: unknown[] }

/** Throws with each broken rule of WCAG 2.2 A and AA and the elements that break it. */
export async function expectAccessible(page: Page): Promise<void> {
  const run = `${axeSource()};axe.run({runOnly:{type:'tag',values:${JSON.stringify(rules)}}})`
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
