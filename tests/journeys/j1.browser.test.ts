// J1: a call handler records an answered call with two needs: 8 interactions, 1 page, no mouse, in
// both languages, and with everything twice as large.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../src/testing/browser.ts'
import { council } from '../../src/testing/make-node.ts'
import { expectAllThere, type Journey, onward, serverMsMax, startRinging, ways } from './journey.ts'

const interactionsMax = 8
const pagesMax = 1

let journey: Awaited<ReturnType<typeof startRinging>>
beforeAll(async () => {
  journey = await startRinging()
})
afterAll(() => journey.close())

const words = {
  en: { follows: '2 needs go to Cottenham. 1 is for', saved: 'Answered, 2 needs' },
  cy: { follows: 'aiff 2 angen i Cottenham. Mae 1 ar gyfer', saved: 'Wedi ateb, 2 angen' },
}

test.each(ways)('$way: answered, two needs, one for today, a note, and the next', async way => {
  const traveller = await journey.open('/call', { actor: journey.caller, ...way })
  const { page, faults, press, type, count, pages, pointed } = traveller
  const said = words[way.lang]
  const member = new URL(page.url()).pathname.split('/').pop() ?? ''
  await expectAccessible(page)
  await expectAllThere(page)
  await press('a', '1', '2', 'u', 'u', 't')
  await type('Tablets run out on Thursday')
  expect(await page.locator('#then').textContent()).toContain(said.follows)
  await expectAccessible(page)
  await expectAllThere(page)
  await onward(page, () => press('Control+Enter'))
  expect(count()).toBeLessThanOrEqual(interactionsMax)
  expect(pages()).toBeLessThanOrEqual(pagesMax)
  expect(pointed()).toBe(0)
  expect(await page.getByRole('status').textContent()).toContain(said.saved)
  expect(await page.evaluate('document.activeElement.id')).toBe('person-name')
  await expectAccessible(page)
  await expectAllThere(page)
  expect(faults).toEqual([])
  expect(await rowsOf(journey, member)).toEqual({
    member: { state: 'reached', attempts: 1, needs: 2 },
    needs: [
      { kind: 'food-shopping', urgency: 'routine', words: 'Tablets run out on Thursday' },
      { kind: 'medicine', urgency: 'today', words: 'Tablets run out on Thursday' },
    ],
  })
  await page.context().close()
})

test('a save takes the server less than 300 ms', () => {
  expect(journey.savesMs).toHaveLength(ways.length)
  expect(Math.max(...journey.savesMs)).toBeLessThan(serverMsMax)
})

/** Two needs with their urgency, and one try. */
function rowsOf({ t }: Journey, id: string) {
  return t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    const { subject, ...member } = await tx
      .selectFrom('members')
      .select(['state', 'attempts', 'needs', 'subject'])
      .where('council', '=', council)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const needs = await tx
      .selectFrom('needs')
      .select(['kind', 'urgency', 'words'])
      .where('council', '=', council)
      .where('person', '=', subject)
      .orderBy('kind')
      .execute()
    return { member, needs }
  })
}
