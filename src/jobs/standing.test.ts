// Help that comes again, and asking again on a day: nobody is forgotten and nothing is made twice.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { compareRebuild } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'
import { makeAhead } from './index.ts'

let t: TestNode
let lead: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  lead = await t.actorWith('village-coordinator', village)
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

const htmlOf = async (actor: Actor, path: string) =>
  (await (await signedIn(t, actor)).get(path)).text()

test('help that comes again is made ahead once, left out on a day, and ended', async () => {
  const browser = await signedIn(t, lead)
  const due = { 'due-day': '7', 'due-month': '4', 'due-year': '2026', time: '10:00' }
  const what = { kind: 'shopping', urgency: 'routine', size: 'small', often: '1' }
  const form = { command: newId(), person: personId('Joan'), ...what, ...due }
  const answer = await browser.post('/jobs/new', form)
  const at = (answer.headers.get('location') ?? '').split('?')[0] ?? ''
  expect(await htmlOf(lead, at)).toContain('It comes again')
  expect(await makeAhead(t.node, council)).toBe(0)
  const left = await browser.post(`${at}/release`, { command: newId(), reason: 'not-needed' })
  expect(left.status).toBe(303)
  expect(await makeAhead(t.node, council)).toBe(0)
  t.clock.turnTo(t.clock.now() + 7 * 24 * hourMs)
  const made = await Promise.all([1, 2, 3].map(() => makeAhead(t.node, council)))
  expect(made.reduce((all, n) => all + n, 0)).toBe(1)
  const again = await signedIn(t, lead)
  expect((await again.post(`${at}/no-more`, { command: newId() })).status).toBe(303)
  t.clock.turnTo(t.clock.now() + 7 * 24 * hourMs)
  expect(await makeAhead(t.node, council)).toBe(0)
})

test('whoever needs nothing now is asked again on a day, which nobody has yet', async () => {
  const browser = await signedIn(t, lead)
  const person = personId('Joan')
  const need = newId()
  const said = { command: need, kind: 'food-shopping', urgency: '48h', words: '' }
  await browser.post(`/people/${person}/needs`, said)
  const form = { command: newId(), person, days: '7', to: `/people/${person}/plan` }
  expect((await browser.post(`/needs/${need}/again`, form)).status).toBe(303)
  const plan = await htmlOf(lead, `/people/${person}/plan`)
  expect(plan).toContain('Ask again whether they need anything')
  expect(plan).toContain('13 April 2026')
  expect(await htmlOf(lead, '/gaps')).toContain('Ask again whether they need anything')
  const more = { ...form, command: newId() }
  expect((await browser.post(`/needs/${need}/again`, more)).status).toBe(409)
})

test('taken from the record again, everything is as it was', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
