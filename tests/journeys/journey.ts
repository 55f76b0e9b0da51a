// What do journeys share? A served node, a browser, somebody signed in, a count of what they do.
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import type { Actor } from '../../src/access/index.ts'
import { openBrowser } from '../../src/testing/browser.ts'
import { makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { makeTestApp, signedIn } from '../../src/testing/request.ts'
import { addPeople, addSmallDistrict, openTestCampaign } from '../../src/testing/small-district.ts'

export type Journey = {
  readonly t: TestNode
  readonly url: string
  open(path: string, options?: { actor?: Actor; width?: number }): Promise<Traveller>
  close(): Promise<void>
}

export type Traveller = {
  readonly page: Page
  /** What the page complained of: broken scripts, refused styles. */
  readonly faults: readonly string[]
  /** Keys pressed and boxes filled so far; a filled box is one. */
  count(): number
  press(...keys: string[]): Promise<void>
  type(words: string): Promise<void>
  /** Full navigations since the page was opened. */
  pages(): number
}

export async function startJourney(): Promise<Journey> {
  const t = await makeTestNode()
  const browser = await openBrowser()
  let server: ReturnType<typeof serve> | undefined
  const url = await new Promise<string>(resolve => {
    const options = { fetch: makeTestApp(t).fetch, hostname: '127.0.0.1', port: 0 }
    server = serve(options, info => resolve(`http://127.0.0.1:${info.port}`))
  })
  return {
    t,
    url,
    async open(path, { actor, width = 1280 } = {}) {
      const page = await browser.newPage(width)
      if (actor) {
        const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
        await page.context().addCookies([{ name, value, url }])
      }
      await page.goto(url + path)
      return traveller(page)
    },
    async close() {
      await browser.close()
      server?.close()
      await t.close()
    },
  }
}

/** Nine people of one village, whom a caller is to ring today. */
export async function startRinging(): Promise<Journey & { readonly caller: Actor }> {
  const journey = await startJourney()
  const { t } = journey
  const names = ['Joan', 'Arthur', 'Ivy', 'Winston', 'Edna', 'Brenda', 'Walter', 'Olive', 'Percy']
  const people = names.map(given => ({ given }))
  t.clock.turnTo(Date.now())
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  return { ...journey, caller: await t.actorWith('call-handler') }
}

function traveller(page: Page): Traveller {
  const faults: string[] = []
  let done = 0
  let pages = 0
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', said => said.type() === 'error' && faults.push(said.text()))
  page.on('framenavigated', frame => {
    if (frame === page.mainFrame()) pages += 1
  })
  return {
    page,
    faults,
    count: () => done,
    pages: () => pages,
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key)
        done += 1
      }
    },
    async type(words) {
      await page.keyboard.type(words)
      done += 1
    },
  }
}

/** Does something that leads to another page, and waits until it is there. */
export async function onward(page: Page, act: () => Promise<unknown>): Promise<void> {
  const { pathname } = new URL(page.url())
  await Promise.all([page.waitForURL(to => to.pathname !== pathname), act()])
}
