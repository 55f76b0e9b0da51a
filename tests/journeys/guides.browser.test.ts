// Can each guide be followed to the letter, by somebody of the role that it is for?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemo } from '../../src/demo/index.ts'
import { type Beside, follow } from './follow-guide.ts'
import { type Journey, startJourney } from './journey.ts'

const quiet = () => ({ update() {}, end() {} })

let journey: Journey
let links: Record<string, string>
beforeAll(async () => {
  journey = await startJourney()
  journey.t.clock.turnTo(Date.UTC(2026, 10, 22, 13, 7, 20))
  links = await openDemo(journey.t.node, { size: 'W0', seed: 1, progress: quiet })
})
afterAll(() => journey.close())

/** What only the reader of a guide knows: whom to name, which record, which days. */
const filled: Record<string, (page: Page) => Promise<void>> = {
  async answerable(page) {
    await page.getByLabel('Who answers for it?').selectOption({ index: 1 })
  },
  async reference(page) {
    const opened = page.locator('tr', { hasText: 'Opened the record' }).first()
    const reference = /P-[0-9A-F]{8}/.exec((await opened.textContent()) ?? '')
    await page.getByLabel('Reference or record number').fill(`${reference?.[0]}`)
  },
  async period(page) {
    const days = { from: ['1', '11', '2026'], until: ['30', '11', '2026'] }
    for (const [name, parts] of Object.entries(days)) {
      for (const [nth, part] of ['day', 'month', 'year'].entries()) {
        await page.locator(`[name="${name}-${part}"]`).fill(`${parts[nth]}`)
      }
    }
  },
}

/** What a guide describes without a name on the screen: the first of a list, say. */
const beside: Beside = {
  async aside(page, words) {
    const [verb, ...rest] = words.split(' ')
    await filled[words]?.(page)
    if (words in filled) return page
    if (verb !== 'first') throw new Error(`Nobody knows what "${words}" asks for.`)
    const { href } = await page
      .locator(rest.join(' '))
      .first()
      .evaluate(one => ({ href: (one as unknown as { href: string }).href }))
    await page.goto(href)
    return page
  },
}

test.each([
  ['call-handler', 'call-handler', 25],
  ['coordinator', 'village-coordinator', 25],
  ['data-protection-officer', 'data-protection-officer', 15],
  ['village-group', 'village-group', 15],
  // After the group: a hub manager shares out all calls that are due.
  ['hub-manager', 'hub-manager', 25],
  ['councillor', 'councillor', 6],
  ['staff', 'system-administrator', 20],
])(
  'the guide %s says what is on the screen',
  async (guide, role, actsMin) => {
    const { page } = await journey.open(`/sign-in/${links[role]}`)
    expect(await follow(page, guide, beside)).toBeGreaterThan(actsMin)
    await page.context().close()
  },
  180_000,
)
