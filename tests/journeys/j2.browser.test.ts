// J2: nobody answers: 2 interactions, and the rule sets the next try; the third goes to the door.
// In both languages, and with everything twice as large.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../src/testing/browser.ts'
import { council } from '../../src/testing/make-node.ts'
import { memberOf } from '../../src/testing/small-district.ts'
import { expectAllThere, onward, serverMsMax, startRinging, type Way, ways } from './journey.ts'

const interactionsMax = 2
const pagesMax = 1

let journey: Awaited<ReturnType<typeof startRinging>>
beforeAll(async () => {
  journey = await startRinging()
})
afterAll(() => journey.close())

async function noAnswer(path: string, way: Partial<Way> = {}): Promise<string> {
  const traveller = await journey.open(path, { actor: journey.caller, ...way })
  const { page, press, count, pages, faults } = traveller
  const member = new URL(page.url()).pathname.split('/').pop() ?? ''
  await onward(page, () => press('n', 'Enter'))
  expect(count()).toBeLessThanOrEqual(interactionsMax)
  expect(pages()).toBeLessThanOrEqual(pagesMax)
  expect(traveller.pointed()).toBe(0)
  const said = way.lang === 'cy' ? 'Dim ateb' : 'No answer'
  expect(await page.getByRole('status').textContent()).toContain(said)
  await expectAccessible(page)
  await expectAllThere(page)
  expect(faults).toEqual([])
  await page.context().close()
  return member
}

function rowOf(id: string) {
  const { t } = journey
  return t.node.store.transaction({ council, actor: t.system.id }, tx =>
    tx
      .selectFrom('members')
      .select(['state', 'attempts', 'next_step', 'next_at'])
      .where('council', '=', council)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}

test.each(ways)('$way: N and Enter, and the next try is set by the rule', async way => {
  const member = await noAnswer('/call', way)
  const row = await rowOf(member)
  expect(row).toMatchObject({ state: 'tried', attempts: 1, next_step: 'ring' })
  expect(row.next_at?.getTime()).toBeGreaterThan(journey.t.clock.now())
})

test('a save takes the server less than 300 ms', () => {
  expect(journey.savesMs.length).toBeGreaterThanOrEqual(ways.length)
  expect(Math.max(...journey.savesMs)).toBeLessThan(serverMsMax)
})

test('the third time without an answer they go to the door round', async () => {
  const path = `/call/${memberOf('Percy')}`
  for (let at = 0; at < 3; at++) await noAnswer(path)
  expect(await rowOf(memberOf('Percy'))).toMatchObject({ attempts: 3, next_step: 'door' })
})
