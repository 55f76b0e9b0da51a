// J4: a landline resident whom nobody knows rings with a need: 14 interactions, 2 pages.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from '../../src/testing/browser.ts'
import { council } from '../../src/testing/make-node.ts'
import { memberOf } from '../../src/testing/small-district.ts'
import { onward, startRinging, type Traveller } from './journey.ts'

const interactionsMax = 14
const pagesMax = 2

let journey: Awaited<ReturnType<typeof startRinging>>
beforeAll(async () => {
  journey = await startRinging()
})
afterAll(() => journey.close())

/** A filled box, or a press of something that is seen, is one interaction. */
function hand({ page }: Traveller) {
  let n = 0
  return {
    done: () => n,
    async fill(label: string | RegExp, words: string) {
      n += 1
      await page.getByLabel(label).first().fill(words)
    },
    async click(role: 'button' | 'checkbox' | 'radio', name: string | RegExp) {
      n += 1
      await page.getByRole(role, { name }).first().click()
    },
    async save() {
      n += 1
      await page.locator('#save').click()
    },
  }
}

test('not found, told apart from a namesake, added with a need, a word and a promise', async () => {
  const traveller = await journey.open('/calls/inbound', { actor: journey.caller })
  const { page, faults } = traveller
  const { done, fill, click, save } = hand(traveller)
  expect(await page.evaluate('document.activeElement.id')).toBe('who')
  await expectAccessible(page)
  await fill(/Who is it/, '01632 960 177')
  await page.getByText('Nobody found').first().waitFor()
  expect(await page.locator('#call #phone').inputValue()).toBe('01632 960 177')
  await fill(/^First name/, 'Joan')
  await fill('Surname', 'Pratt')
  await fill(/^Address/, '12 Mill Lane')
  await fill(/^Postcode/, 'CB24 8RX')
  await fill(/^Doorstep word/, 'heron')
  await click('checkbox', 'Medicine')
  await click('radio', 'Today')
  await fill(/^Note/, 'Inhaler is empty')
  await click('checkbox', 'I promised to ring back')
  await save()
  await page.getByRole('heading', { name: 'Is it one of these?' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'alike')
  await onwardSaved(traveller, () => click('button', 'None of these: add a new person'))
  expect(done()).toBeLessThanOrEqual(interactionsMax)
  expect(traveller.pages()).toBeLessThanOrEqual(pagesMax)
  expect(await page.getByRole('status').first().textContent()).toContain('Joan Pratt: 1 need')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  // The question whether it is one of these comes with a 422, which the browser notes.
  expect(faults.filter(one => !one.includes('422'))).toEqual([])
  expect(await rowsOf('heron')).toMatchObject({
    state: 'reached',
    attempts: 1,
    needs: 1,
    isPromised: true,
    urgency: 'today',
    how: 'inbound',
    steps: 1,
  })
  await page.context().close()
})

test('somebody who is known is picked, and their call is no step of the ladder', async () => {
  const traveller = await journey.open('/calls/inbound', { actor: journey.caller })
  const { page } = traveller
  const { fill, click } = hand(traveller)
  await fill(/Who is it/, 'Arthur Pratt')
  await page.getByRole('button', { name: 'Yes, this is Arthur Pratt' }).waitFor()
  await onward(page, () => click('button', 'Yes, this is Arthur Pratt'))
  expect(new URL(page.url()).pathname).toBe(`/call/${memberOf('Arthur')}`)
  expect(await page.getByText('They rang us').count()).toBe(1)
  await picture(page, 'call')
  expect(await page.getByRole('radio', { name: 'No answer' }).count()).toBe(0)
  await expectAccessible(page)
  await click('radio', 'Cut off')
  await onward(page, () => page.getByRole('button', { name: /Save/ }).click())
  expect(new URL(page.url()).pathname).toBe('/calls/inbound')
  const row = await journey.t.node.store.transaction(who(), tx =>
    tx
      .selectFrom('members')
      .select(['state', 'attempts', 'next_step'])
      .where('id', '=', memberOf('Arthur'))
      .executeTakeFirstOrThrow(),
  )
  expect(row).toEqual({ state: 'untried', attempts: 0, next_step: 'ring' })
  await page.context().close()
})

test('the key for whoever rings leads from the call page and keeps the draft', async () => {
  const { page, press } = await journey.open('/call', { actor: journey.caller })
  await press('t')
  await page.keyboard.type('Half a sentence')
  await press('Escape')
  const { pathname } = new URL(page.url())
  await onward(page, () => press('/'))
  expect(new URL(page.url()).pathname).toBe('/calls/inbound')
  await page.goto(journey.url + pathname)
  expect(await page.locator('#note').inputValue()).toBe('Half a sentence')
  await page.context().close()
})

/** For looking at, where a folder is named. */
async function picture(page: Traveller['page'], name: string): Promise<void> {
  const path = process.env.DOORSTEP_PICTURES
  if (path) await page.screenshot({ path: `${path}/inbound-${name}.png`, fullPage: true })
}

const who = () => ({ council, actor: journey.t.system.id })

async function onwardSaved({ page }: Traveller, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForURL('**/calls/inbound?saved=*'), act()])
}

/** What stands of whoever chose this word. */
function rowsOf(word: string) {
  return journey.t.node.store.transaction(who(), async tx => {
    const { person } = await tx
      .selectFrom('doorstep_words')
      .select('person')
      .where('word', '=', word)
      .executeTakeFirstOrThrow()
    const member = await tx
      .selectFrom('members')
      .select(['state', 'attempts', 'needs', 'promised_at'])
      .where('subject', '=', person)
      .executeTakeFirstOrThrow()
    const need = await tx
      .selectFrom('needs')
      .select(['urgency', 'how'])
      .where('person', '=', person)
      .executeTakeFirstOrThrow()
    const steps = await tx
      .selectFrom('plan_actions')
      .select('id')
      .where('person', '=', person)
      .execute()
    const { promised_at, ...rest } = member
    return { ...rest, ...need, isPromised: promised_at !== null, steps: steps.length }
  })
}
