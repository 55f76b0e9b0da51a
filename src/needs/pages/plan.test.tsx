// A plan: what was asked for, who does what by when, and gaps that somebody takes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild, verifyCouncil } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { erasePerson } from '../../people/index.ts'
import { recordAttempt } from '../../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherVillage,
  personId,
  village,
} from '../../testing/small-district.ts'
import { planAction } from '../domain/plan-action.ts'

let t: TestNode
const joan = `/people/${personId('Joan')}/plan`

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  const input = {
    attempt: newId(),
    member: memberOf('Joan'),
    channel: 'call',
    contactPoint: null,
    outcome: 'spoke_complete',
    needs: [{ kind: 'medicine', urgency: 'today' }],
    note: '<b>Tablets</b> & tea',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: 1,
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input })
})
afterAll(() => t.close())

type Asking = 'village-coordinator' | 'data-protection-officer' | 'village-group'
async function as(role: Asking, place: string | null) {
  return signedIn(t, await t.actorWith(role, place))
}
const step = {
  what: 'Bring the tablets',
  need: '',
  owner: '',
  'due-day': '7',
  'due-month': '4',
  'due-year': '2026',
}

test('the plan shows each need in the person’s own words, as text', async () => {
  const page = await (await as('village-coordinator', village)).get(joan)
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(html).toContain('Medicine')
  expect(html).toContain('&lt;b&gt;Tablets&lt;/b&gt; &amp; tea')
})

test('a step without an owner is a gap until somebody takes it', async () => {
  const browser = await as('village-coordinator', village)
  expect((await browser.post(joan, { ...step, command: newId() })).status).toBe(303)
  const gaps = await (await browser.get('/gaps')).text()
  expect(gaps).toContain('1 step has nobody.')
  const take = /action="(\/actions\/[0-9a-f-]+\/take)"/.exec(gaps)?.[1] ?? ''
  expect((await browser.post(take, { command: newId(), to: joan })).status).toBe(303)
  expect(await (await browser.get('/gaps')).text()).toContain('Every planned step has somebody.')
  expect((await browser.post(take, { command: newId(), to: joan })).status).toBe(409)
})

test('a gap names nobody to a village group, which meets people one by one', async () => {
  const coordinator = await as('village-coordinator', village)
  await coordinator.post(joan, { ...step, what: 'Fetch the post', command: newId() })
  const group = await as('village-group', village)
  const gaps = await (await group.get('/gaps')).text()
  expect(gaps).toContain('Fetch the post')
  expect(gaps).toContain(`<a href="${joan}">Somebody in Mill Lane</a>`)
  expect(gaps).not.toContain('Joan')
  const plan = await (await group.get(joan)).text()
  expect(plan).toContain('Joan')
  expect(plan).not.toContain(`href="/people/${personId('Joan')}"`)
})

test('nobody is asked to do a step for somebody who was erased', async () => {
  const browser = await as('village-coordinator', village)
  const erased = { person: personId('Arthur') }
  const plan = joan.replace(personId('Joan'), erased.person)
  await browser.post(plan, { ...step, command: newId() })
  const before = await (await browser.get('/gaps')).text()
  await act(t.node, t.system, erasePerson, { id: newId(), input: erased })
  const after = await (await browser.get('/gaps')).text()
  expect(before).toContain(`/people/${erased.person}/plan`)
  expect(after).not.toContain(erased.person)
  expect((await browser.post(plan, { ...step, command: newId() })).status).toBe(404)
})

test('a step sent twice by a double press is planned once', async () => {
  const browser = await as('village-coordinator', village)
  const fields = { ...step, what: 'Ring the chemist', command: newId() }
  await browser.post(joan, fields)
  await browser.post(joan, fields)
  const html = await (await browser.get(joan)).text()
  expect(html.split('>Ring the chemist<').length - 1).toBe(1)
})

test('two who take one new id at once: one is planned, the other is told', async () => {
  const action = newId()
  const input = { action, person: personId('Joan'), need: null, owner: null, what: 'Knock' }
  const plan = (dueAt: number) =>
    act(t.node, t.system, planAction, { id: newId(), input: { ...input, dueAt } })
  const done = await Promise.all([1, 2, 3, 4].map(nth => plan(t.clock.now() + nth)))
  expect(done.filter(one => 'outcome' in one)).toHaveLength(1)
  expect(done.filter(isRefusal).map(one => one.refused)).toEqual(
    Array.from({ length: 3 }, () => 'id-reuse'),
  )
})

test('a bad day is refused with the field linked, and what was typed is still there', async () => {
  const browser = await as('village-coordinator', village)
  const page = await browser.post(joan, { ...step, 'due-day': '31', command: newId() })
  const html = await page.text()
  expect(page.status).toBe(422)
  expect(html).toContain('href="#due-day"')
  expect(html).toContain('value="Bring the tablets"')
})

test('another village and another role are told there is no such page', async () => {
  expect((await (await as('village-coordinator', otherVillage)).get(joan)).status).toBe(404)
  expect((await (await as('data-protection-officer', null)).get(joan)).status).toBe(404)
})

test('the record still rebuilds and every duty has an owner or is a gap', async () => {
  const who = { council, actor: newId() }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
  expect((await verifyCouncil(t.node, council)).flatMap(one => one.wrong)).toEqual([])
})
