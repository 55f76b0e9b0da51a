// What a plan is for and who helps already; a plan that is due is on the list of gaps, unnamed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act, compareRebuild, verifyCouncil } from '../events/index.ts'
import { dayMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { erasePerson, mergePeople } from '../people/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherVillage,
  personId,
  village,
} from '../testing/small-district.ts'

let t: TestNode
let lead: Actor
let other: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur' }, { given: 'Joanna' }])
  lead = await t.actorWith('village-coordinator', village)
  other = await t.actorWith('village-coordinator', otherVillage)
})
afterAll(() => t.close())

const said = {
  ...{ goals: 'To stay at home this winter', network: 'Her niece rings on Sundays' },
  ...{ 'review-day': '20', 'review-month': '4', 'review-year': '2026' },
}
const at = (given: string) => `/people/${personId(given)}/plan`
const save = async (given: string, fields: object, by = lead) =>
  (await signedIn(t, by)).post(`${at(given)}/goals`, { ...said, ...fields })
const htmlOf = async (path: string, by = lead) => (await (await signedIn(t, by)).get(path)).text()

test('what the plan is for stands on it, with who wrote it and when it is due', async () => {
  expect((await save('Joan', {})).status).toBe(303)
  const html = await htmlOf(at('Joan'))
  for (const word of [said.goals, said.network, '20 April 2026', lead.name])
    expect(html).toContain(word)
  expect((await save('Joan', { network: 'Nobody now' })).status).toBe(303)
  const form = await htmlOf(`${at('Joan')}/goals`)
  expect(form).toContain('Nobody now')
  expect(form).not.toContain('niece')
})

test('each wrong answer is named, and no answer is lost', async () => {
  const long = 'x'.repeat(1_001)
  for (const [fields, words] of [
    [{ network: long }, 'Who helps already must be'],
    [{ goals: long }, 'What they want must be'],
    [{ 'review-year': '2025' }, 'Enter a real day after today'],
    [{ 'review-month': '13' }, 'Enter a real day after today'],
  ] as const) {
    const answer = await save('Arthur', fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(words)
    expect(html).toContain('name="review-day"')
    expect(html).toMatch(/review-day[^>]*value="20"|value="20"[^>]*review-day/)
  }
  expect(await htmlOf(at('Arthur'))).toContain('Nobody has written down')
})

test('a plan that is due is on the list of gaps of its village, without a name', async () => {
  expect(await htmlOf('/gaps')).not.toContain('due to be looked at again')
  t.clock.turnTo(t.clock.now() + 14 * dayMs)
  const html = await htmlOf('/gaps')
  expect(html).toContain('1 plan is due to be looked at again')
  expect(html).toContain('Somebody in Mill Lane')
  expect(html).not.toContain('Joan')
  expect(await htmlOf('/gaps', other)).not.toContain('due to be looked at again')
  expect((await save('Joan', { 'review-month': '5' })).status).toBe(303)
  expect(await htmlOf('/gaps')).not.toContain('due to be looked at again')
})

test('who looks after another village neither reads nor changes it', async () => {
  expect((await save('Joan', { 'review-month': '6' }, other)).status).toBe(404)
  expect(await htmlOf(`${at('Joan')}/goals`, other)).not.toContain('winter')
})

test('two records of one person show what was said last; erased, none is left', async () => {
  const done = await act(t.node, t.system, mergePeople, {
    id: newId(),
    input: { from: personId('Joanna'), into: personId('Joan') },
  })
  expect(isRefusal(done)).toBe(false)
  expect(await htmlOf(at('Joanna'))).toContain(said.goals)
  await act(t.node, t.system, erasePerson, { id: newId(), input: { person: personId('Joan') } })
  const kept = await t.node.store.transaction({ council, actor: t.system.id }, async tx => ({
    words: await tx.selectFrom('register').select('words').execute(),
    rows: await tx.selectFrom('plan_goals').selectAll().execute(),
  }))
  expect(JSON.stringify(kept)).not.toContain('winter')
  expect(JSON.stringify(kept)).not.toContain('niece')
})

test('the record gives the same plans again, and verify finds nothing wrong', async () => {
  const who = { council, actor: t.system.id }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
  expect((await verifyCouncil(t.node, council)).flatMap(one => one.wrong)).toEqual([])
})
