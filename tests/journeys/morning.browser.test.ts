// The hub manager's morning: see who has waited, load the list, share the calls, print what the
// village hall wants. Under 20 interactions.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/access/index.ts'
import { dayMs } from '../../src/kernel/clock.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../src/testing/browser.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../../src/testing/loading-lists.ts'
import { signedIn } from '../../src/testing/request.ts'
import { uploadFile } from '../../src/testing/uploading-lists.ts'
import { type Journey, onward, startRinging } from './journey.ts'

const interactionsMax = 19

let journey: Awaited<ReturnType<typeof startRinging>>
let manager: Actor
beforeAll(async () => {
  journey = await startRinging()
  const { t } = journey
  manager = await t.actorWith('hub-manager')
  await loadFileOf(t, listFile([1, 2, 3, 4].map(n => someone(n))))
  t.clock.turnTo(t.clock.now() + 4 * dayMs)
  const died = { Flag_PDSInformallyDeceased: '1' }
  const rows = [someone(1, died), ...[2, 3, 4, 5].map(n => someone(n))]
  const file = new File([listFile(rows)], 'SPL-2.csv', { type: 'text/csv' })
  await uploadFile(await signedIn(t, manager), file)
})
afterAll(() => journey.close())

test('ageing, list, calls and a sheet for the hall take under 20 interactions', async () => {
  const { page, faults } = await journey.open('/today', { actor: manager })
  let done = 0
  const go = async (selector: string) => {
    done += 1
    await onward(page, () => page.locator(selector).first().click())
  }
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  expect(await page.locator('ol.ds-now h2').first().textContent()).toContain('1 person has died')

  await go('#h-old a')
  expect(await page.locator('h1').textContent()).toContain('waiting more than 3 days')
  await go('nav a[href="/today"]')

  await go('ol.ds-now a.ds-button')
  await go('form[action$="/load"] button')
  expect(await rowsOf(journey.t, 'list_versions')).toHaveLength(2)
  await go('nav a[href="/today"]')

  await go('ol.ds-now a.ds-button[href="/calls/share"]')
  const due = Number(await page.locator('h1').getAttribute('data-due'))
  await page.locator('main form button').click()
  done += 1
  await page.getByText('Shared out').first().waitFor()
  expect(due).toBeGreaterThan(9)
  expect(await rowsOf(journey.t, 'call_shares')).toHaveLength(due)

  await go('nav a[href="/villages"]')
  await go('main tbody a[href^="/villages/"]')
  await go('a[href*="/wall"]')
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  done += 1
  await expectOneSheetWithoutNames(page)
  expect(done).toBeLessThanOrEqual(interactionsMax)
  expect(faults).toEqual([])
  await page.context().close()
})

async function expectOneSheetWithoutNames(page: Awaited<ReturnType<Journey['open']>>['page']) {
  const sheet = await page.pdf({ preferCSSPageSize: true })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const words = await page.locator('main').textContent()
  expect(words).toContain('Mill Lane')
  expect(words).not.toMatch(/Pratt|Joan|Givena|07700|01632/)
}

test('the morning fits a phone', async () => {
  const { page } = await journey.open('/today?now', { actor: manager, width: 360 })
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.context().close()
})
