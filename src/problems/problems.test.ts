// The same problem from two villages is one, answered once to both, and can be parted again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, addUser, type RoleName } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn, testOrigin } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  openTestCampaign,
  otherVillage,
  village,
} from '../testing/small-district.ts'
import { tellAnswers } from './index.ts'

let t: TestNode
let lead: Actor
let away: Actor
let officer: Actor
let here = ''
let there = ''

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  lead = await addWithMail('village-coordinator', village)
  away = await addWithMail('councillor', otherVillage)
  officer = await t.actorWith('officer')
})
afterAll(() => t.close())

async function addWithMail(role: RoleName, place: Id): Promise<Actor> {
  const user = newId()
  const grants = [{ role, place, purpose: 'testing', until: null }]
  const input = { user, name: `Post ${role}`, email: `${role}@example.org`, grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  return { ...(await t.actorWith(role, place)), id: user, name: input.name }
}

const pageOf = async (actor: Actor, path: string) =>
  (await (await signedIn(t, actor)).get(path)).text()

async function tell(actor: Actor, place: Id, words: string): Promise<string> {
  const browser = await signedIn(t, actor)
  const answer = await browser.post('/problems/new', {
    ...{ command: newId(), place, kind: 'shop', words },
  })
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').split('?')[0] ?? ''
}

async function post(browser: SignedIn, path: string, fields: object = {}): Promise<number> {
  return (await browser.post(path, { command: newId(), ...fields })).status
}

const idIn = (path: string) => path.split('/').at(-1) ?? ''

test('a problem without a kind is shown again, and keeps what was typed', async () => {
  const browser = await signedIn(t, lead)
  const fields = { command: newId(), place: village, words: 'The chemist is shut' }
  const answer = await browser.post('/problems/new', fields)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Choose what kind of problem it is')
  expect(page).toContain('The chemist is shut')
})

test('nobody tells of a problem, or reads one, in a village that is not theirs', async () => {
  const browser = await signedIn(t, away)
  const fields = { kind: 'shop', place: village, words: 'Nothing to buy' }
  expect([403, 404]).toContain(await post(browser, '/problems/new', fields))
  here = await tell(lead, village, 'The chemist is shut all week')
  there = await tell(away, otherVillage, 'No chemist, it is shut')
  expect((await browser.get(here)).status).toBe(404)
  expect(await pageOf(away, '/problems')).not.toContain('all week')
})

test('the officer sees what nobody has, is offered the likely same, and joins them', async () => {
  expect(await pageOf(officer, '/problems')).toContain('2 problems are open.')
  expect(await pageOf(officer, here)).toContain('No chemist, it is shut')
  const own = await signedIn(t, await t.actorWith('officer', village))
  const two = { other: idIn(there) }
  expect([403, 404]).toContain(await post(own, `${here}/join`, two))
  const browser = await signedIn(t, officer)
  expect(await post(browser, `${here}/join`, two)).toBe(303)
  expect(await post(browser, `${here}/join`, two)).toBe(409)
  const list = await pageOf(officer, '/problems')
  expect(list).toContain('1 problem is open.')
  expect(list).toContain('told 2 times')
  expect(list).toContain('Cottenham, Sawston')
})

test('parted again, each is as it was; joined the other way round, one clock holds', async () => {
  const browser = await signedIn(t, officer)
  expect(await post(browser, `${here}/part`, { other: idIn(there) })).toBe(303)
  expect(await pageOf(officer, '/problems')).toContain('2 problems are open.')
  expect(await pageOf(away, there)).toContain('Told once')
  expect(await post(browser, `${here}/part`, { other: idIn(there) })).toBe(409)
  const third = await tell(lead, village, 'Chemist still shut')
  expect(await post(browser, `${there}/join`, { other: idIn(third) })).toBe(303)
  expect(await post(browser, `${here}/join`, { other: idIn(there) })).toBe(303)
  expect(await pageOf(officer, here)).toContain('Told 3 times')
  expect(await post(browser, `${here}/part`, { other: idIn(there) })).toBe(303)
  expect(await pageOf(officer, there)).toContain('Told 2 times')
  expect(await post(browser, `${here}/join`, { other: idIn(there) })).toBe(303)
})

test('only its owner answers; the answer goes once to all who told it', async () => {
  const browser = await signedIn(t, officer)
  const said = { answer: 'A van stands in both villages on Friday' }
  expect(await post(browser, `${here}/answer`, said)).toBe(403)
  expect(await post(browser, `${here}/end`)).toBe(409)
  expect(await post(browser, `${here}/take`)).toBe(422)
  expect(await post(browser, `${here}/take`, { within: 'today' })).toBe(303)
  expect(await post(browser, `${here}/answer`, { answer: '' })).toBe(422)
  expect(await post(browser, `${here}/answer`, said)).toBe(303)
  expect(await post(browser, `${here}/answer`, said)).toBe(409)
  expect(await tellAnswers(t.node, council)).toBe(0)
  expect(await toldNow()).toEqual([lead.id, away.id].toSorted())
  for (const [actor, at, place] of [
    [lead, here, village],
    [away, there, otherVillage],
  ] as const) {
    expect(await pageOf(actor, at)).toContain('A van stands in both villages')
    expect(await pageOf(actor, `/problems?place=${place}`)).toContain('A van stands')
  }
  expect(await pageOf(away, there)).not.toContain('all week')
})

test('the answer stands on the page of each village, and no word of the other', async () => {
  for (const [actor, place] of [
    [lead, village],
    [away, otherVillage],
  ] as const) {
    const page = await pageOf(actor, `/villages/${place}`)
    expect(page).toContain('“A van stands in both villages on Friday”')
    expect(page).toContain('Answered by Test officer')
  }
  expect(await pageOf(away, `/villages/${otherVillage}`)).not.toContain('all week')
})

test('it is told and read in Welsh too', async () => {
  const { cookie } = await signedIn(t, lead)
  const headers = { cookie: `${cookie}; doorstep-language=cy` }
  const answer = await makeTestApp(t).request(`${testOrigin}/problems`, { headers })
  const page = await answer.text()
  expect(page).toContain('Nid oes problem ar agor.')
  expect(page).toContain('Dywedwch am broblem')
})

test('who is joined later hears the answer too; opened again, an answer is owed anew', async () => {
  const late = await addWithMail('call-handler', village)
  const asked = await tell(late, village, 'The chemist, shut')
  const browser = await signedIn(t, officer)
  expect(await post(browser, `${here}/join`, { other: idIn(asked) })).toBe(303)
  expect(await toldNow()).toEqual([lead.id, away.id, late.id].toSorted())
  expect(await post(browser, `${here}/end`)).toBe(303)
  expect(await pageOf(lead, here)).toContain('Ended')
  expect(await post(browser, `${here}/reopen`)).toBe(303)
  expect(await pageOf(lead, here)).toContain('Nobody has it in hand yet.')
  t.clock.turnTo(t.clock.now() + 4 * hourMs)
  expect(await pageOf(officer, '/problems')).toContain('Late')
})

test('taken from the record again, everything is as it was', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})

async function toldNow(): Promise<readonly Id[]> {
  const sent = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
    tx.selectFrom('messages').select(['user_id', 'subject']).execute(),
  )
  return sent
    .filter(one => one.subject === 'The problem you told of was answered')
    .flatMap(one => one.user_id ?? [])
    .toSorted()
}
