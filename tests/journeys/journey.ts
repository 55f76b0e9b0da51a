// What do journeys share? A served node, a browser, somebody signed in, a count of what they do.
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Actor } from '../../src/access/index.ts'
import { expectNoSidewaysScroll, openBrowser } from '../../src/testing/browser.ts'
import { makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { makeTestApp, signedIn } from '../../src/testing/request.ts'
import { addPeople, addSmallDistrict, openTestCampaign } from '../../src/testing/small-district.ts'

export type Journey = {
  readonly t: TestNode
  readonly url: string
  open(path: string, options?: { actor?: Actor } & Partial<Way>): Promise<Traveller>
  /** What the server worked on each form that was sent: not what it waited for the machine. */
  readonly savesMs: readonly number[]
  close(): Promise<void>
}

/** How somebody reads the page. 200 % of a window of 1280 points is one of 640, half as high. */
export type Way = { readonly lang: 'en' | 'cy'; readonly width: number; readonly height: number }
export const ways: readonly (Way & { readonly way: string })[] = [
  { way: 'in English', lang: 'en', width: 1280, height: 1000 },
  { way: 'in Welsh', lang: 'cy', width: 1280, height: 1000 },
  { way: 'in English at 200 %', lang: 'en', width: 640, height: 500 },
  { way: 'in Welsh at 200 %', lang: 'cy', width: 640, height: 500 },
]
export const serverMsMax = 300

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
  /** Presses of a mouse or a finger. */
  pointed(): number
}

export async function startJourney(): Promise<Journey> {
  const t = await makeTestNode()
  const browser = await openBrowser()
  let server: ReturnType<typeof serve> | undefined
  const savesMs: number[] = []
  const url = await new Promise<string>(resolve => {
    const fetch = timed(makeTestApp(t).fetch, savesMs)
    const options = { fetch, hostname: '127.0.0.1', port: 0 }
    server = serve(options, info => resolve(`http://127.0.0.1:${info.port}`))
  })
  return {
    t,
    url,
    savesMs,
    async open(path, { actor, lang = 'en', width = 1280, height = 1000 } = {}) {
      const page = await browser.newPage(width, { height })
      await page.context().addCookies([{ name: 'doorstep-language', value: lang, url }])
      let pointed = 0
      await page.exposeFunction('pointed', () => {
        pointed += 1
      })
      await page.addInitScript("addEventListener('pointerdown', () => pointed(), true)")
      if (actor) {
        const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
        await page.context().addCookies([{ name, value, url }])
      }
      await page.goto(url + path)
      return { ...traveller(page), pointed: () => pointed }
    },
    async close() {
      await browser.close()
      server?.close()
      await t.close()
    },
  }
}

type Fetch = ReturnType<typeof makeTestApp>['fetch']

function timed(fetch: Fetch, savesMs: number[]): Fetch {
  return async (request, ...more) => {
    if (request.method !== 'POST') return fetch(request, ...more)
    const before = process.threadCpuUsage()
    const answer = await fetch(request, ...more)
    const { user, system } = process.threadCpuUsage(before)
    savesMs.push((user + system) / 1000)
    return answer
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

function traveller(page: Page): Omit<Traveller, 'pointed'> {
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

/**
 * All that can be read or worked in a wide window can be in this one, without moving sideways:
 * what is shown is told by its own words, boxes by their names.
 */
export async function expectAllThere(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 1000 }
  const here = await shownParts(page)
  await page.setViewportSize({ width: 1280, height: 1000 })
  const wide = await shownParts(page)
  await page.setViewportSize(size)
  expect(wide.filter(part => !here.includes(part))).toEqual([])
  await expectNoSidewaysScroll(page)
}

function shownParts(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('main *, .ds-person *')]
    .filter(part => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(part => part.getBoundingClientRect().width > 1)
    .map(part => part.matches('input, select, textarea')
      ? part.name + '=' + part.value
      : [...part.childNodes].map(one => one.nodeType === 3 ? one.data.trim() : '').join(''))
    .filter(words => words !== '')`)
}
