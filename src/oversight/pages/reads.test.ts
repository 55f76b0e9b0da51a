// Can the data protection officer see who looked at whom, and only that?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, recordRead, referenceOf, scopeOf } from '../../access/index.ts'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'

let t: TestNode
let caller: Actor
let officer: Actor
let browser: SignedIn
const [joan, arthur] = [newId(), newId()]

beforeAll(async () => {
  t = await makeTestNode()
  caller = await t.actorWith('call-handler')
  officer = await t.actorWith('officer')
  browser = await signedIn(t, await t.actorWith('data-protection-officer'))
  for (let i = 0; i < 60; i++) await look(caller, [newId()], testStart - i * minuteMs)
  await look(officer, [joan, arthur, newId()], testStart + minuteMs)
  await look(caller, [joan], testStart - 30 * hourMs)
})
afterAll(() => t.close())

function look(actor: Actor, subjects: readonly Id[], at: number): Promise<void> {
  const permission = 'people.read'
  const scope = scopeOf(t.node.registry.permissions, actor, { permission, now: at })
  return t.node.store.transaction({ council, actor: actor.id }, tx =>
    recordRead(tx, scope, { what: 'open', route: '/people', subjects, at }),
  )
}

async function rows(query = ''): Promise<string[]> {
  const answer = await browser.get(`/reads${query}`)
  expect(answer.status).toBe(200)
  return (await answer.text()).split('<tr>').slice(2)
}

test('looks stand newest first, with who, what for and at whom by reference', async () => {
  const [first = ''] = await rows()
  expect(first).toContain('Test officer')
  expect(first).toContain('Officer of the council')
  expect(first).not.toContain('/people')
  expect(first).toContain('6 April 10:41')
  for (const person of [joan, arthur]) {
    expect(first).toContain(referenceOf(person))
    expect(first).not.toContain(person)
  }
})

test('pages of 50 follow each other without a look lost or shown twice', async () => {
  const page = await (await browser.get('/reads')).text()
  const next = /href="(\/reads\?after=[^"]+)"/.exec(page)?.[1] ?? ''
  const [one, two] = [await rows(), await rows(next.slice('/reads'.length))]
  expect([one.length, two.length]).toEqual([50, 12])
  expect(new Set([...one, ...two]).size).toBe(62)
})

test('one person who looked, one who was looked at, and one day can be chosen', async () => {
  expect(await rows(`?who=${officer.id}`)).toHaveLength(1)
  expect(await rows(`?subject=${referenceOf(joan)}`)).toHaveLength(2)
  expect(await rows(`?subject=${joan}`)).toHaveLength(2)
  expect(await rows('?day-day=5&day-month=4&day-year=2026')).toHaveLength(1)
  expect(await rows(`?who=${officer.id}&subject=${referenceOf(newId())}`)).toHaveLength(0)
})

test.each(['?subject=Joan', '?day-day=31&day-month=2&day-year=2026', '?day-day=5'])(
  'a filter that cannot be read is shown again with what is wrong: %s',
  async query => {
    const answer = await browser.get(`/reads${query}`)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('govuk-error-summary')
  },
)

test('nobody can change or lose what is written of a look', async () => {
  const who = { council, actor: caller.id }
  const changed = t.node.store.transaction(who, tx =>
    tx.updateTable('reads').set({ purpose: 'x' }).execute(),
  )
  await expect(changed).rejects.toThrow(/permission denied/)
  const deleted = t.node.store.transaction(who, tx => tx.deleteFrom('reads').execute())
  await expect(deleted).rejects.toThrow(/permission denied/)
})

test('a caller does not know that this page is there', async () => {
  expect((await (await signedIn(t, caller)).get('/reads')).status).toBe(404)
})
