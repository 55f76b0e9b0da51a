// One act stops all work at a place: who is told, who is given out, who is accounted for?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import type { Actor } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { planAction } from '../needs/index.ts'
import { nameOwner } from '../places/index.ts'
import { recordAttempt } from '../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { type SignedIn, signedIn } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherStreet,
  otherVillage,
  personId,
  street,
  village,
} from '../testing/small-district.ts'

let t: TestNode
let officer: SignedIn
let caller: SignedIn
let lead: Actor
let stop = ''
const people = [
  { given: 'Joan' },
  { given: 'Arthur', phone: '+441632960143' },
  { given: 'Ivy', place: otherStreet, phone: '+441632960144' },
]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  officer = await signedIn(t, await t.actorWith('officer'))
  caller = await signedIn(t, await t.actorWith('call-handler'))
  lead = await t.actorWith('village-coordinator', village)
  await act(t.node, t.system, nameOwner, {
    id: newId(),
    input: { place: street, owner: lead.id, instead: null },
  })
})
afterAll(() => t.close())

const htmlOf = async (answer: Response | Promise<Response>) => (await answer).text()
const stopAt = (place: string, reason = 'Gas smell in Mill Lane') =>
  officer.post('/stops/new', { command: newId(), place, reason })

function step(owner: string | null) {
  const ids = { action: newId(), person: personId('Joan'), need: null }
  const input = { ...ids, what: 'Bring bread', owner, dueAt: t.clock.now() + minuteMs }
  return act(t.node, t.system, planAction, { id: newId(), input })
}

test('a place and a reason are asked for, in words, and nothing typed is lost', async () => {
  const answer = await officer.post('/stops/new', { command: newId(), place: '', reason: 'Fog' })
  expect(answer.status).toBe(422)
  const page = await htmlOf(answer)
  expect(page).toContain('Choose where to stop')
  expect(page).toContain('Fog')
  const bare = await htmlOf(officer.post('/stops/new', { command: newId(), place: village }))
  expect(bare).toContain('Say why, in one sentence')
})

test('one act ends holds, tells holders and owners, and names who is out', async () => {
  const held = (await caller.get('/call')).headers.get('location') ?? ''
  expect(held).not.toBe('')
  await step(lead.id)
  const answer = await stopAt(village)
  expect(answer.status).toBe(303)
  stop = (answer.headers.get('location') ?? '').split('?')[0] ?? ''
  const page = await htmlOf(officer.get(stop))
  expect(page).toContain('All is stopped in Cottenham')
  expect(page).toContain('2 of 2 not known to be safe home')
  expect(page).toContain('2 of 2 have not acknowledged')
  expect(await ask(t.adminUrl, 'select from doorstep.holds')).toEqual([])
  const other = (await stopAt(village)).status
  expect(other).toBe(409)
})

test('the queue gives nobody there; the call page says so and keeps what was typed', async () => {
  const next = (await caller.get('/call')).headers.get('location') ?? ''
  expect(next).toContain(memberOf('Ivy'))
  const page = await htmlOf(caller.get(`/call/${memberOf('Joan')}`))
  expect(page).toContain('All is stopped in Cottenham')
  expect(page).toContain('What you typed is kept')
  expect(page).not.toContain('tel:+441632960142')
  const ids = { attempt: newId(), member: memberOf('Arthur'), contactPoint: null, needs: [] }
  const said = { channel: 'call', outcome: 'no_answer', note: 'Before the stop', promisedAt: null }
  const input = { ...ids, ...said, happenedAt: t.clock.now(), scriptVersion: null }
  const kept = await act(t.node, t.system, recordAttempt, { id: newId(), input })
  expect(kept).toMatchObject({ outcome: 'accepted' })
})

test('a step there is given to nobody; one may be planned without an owner', async () => {
  expect(await step(lead.id)).toMatchObject({ refused: 'all-stopped' })
  expect(await step(null)).toMatchObject({ outcome: 'accepted' })
  const gaps = await htmlOf(officer.get('/gaps'))
  expect(gaps).toContain('All is stopped there')
  expect(gaps).not.toContain('/take"')
})

test('whoever was told says that they know, once, and that they are home', async () => {
  const browser = await signedIn(t, lead)
  const page = await htmlOf(browser.get('/stopped'))
  expect(page).toContain('Gas smell in Mill Lane')
  const at = /action="(\/stopped\/[0-9a-f-]{36})\/acknowledge"/.exec(page)?.[1]
  for (let times = 0; times < 2; times++) {
    expect((await browser.post(`${at}/acknowledge`, { command: newId() })).status).toBe(303)
  }
  expect(await htmlOf(officer.get(stop))).toContain('1 of 2 have not acknowledged')
  expect((await browser.post(`${at}/home`, { command: newId() })).status).toBe(303)
  const said = await htmlOf(officer.get(stop))
  expect(said).toContain('Safe home, said so themselves')
  expect(said).toContain('1 of 2 not known to be safe home')
})

test('somebody else says it for a caller by name, and a name is asked for', async () => {
  const page = await htmlOf(officer.get(stop))
  const user = /name="user" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  const bare = await officer.post(`${stop}/safe`, { command: newId(), user, saidBy: '' })
  expect(bare.status).toBe(422)
  await officer.post(`${stop}/safe`, { command: newId(), user, saidBy: 'Her husband' })
  expect(await htmlOf(officer.get(stop))).toContain('Safe home, said Her husband')
})

test('somebody elsewhere neither sees nor lifts it, nor stops what is not theirs', async () => {
  const away = await signedIn(t, await t.actorWith('officer', otherVillage))
  expect((await away.get(stop)).status).toBe(404)
  expect((await away.post(`${stop}/lift`, { command: newId(), reason: 'x' })).status).toBe(404)
  const asked = { command: newId(), place: village, reason: 'x' }
  expect((await away.post('/stops/new', asked)).status).toBe(404)
  const whole = { command: newId(), place: 'council', reason: 'x' }
  expect((await away.post('/stops/new', whole)).status).toBe(404)
  const near = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
  expect(await htmlOf(near.get('/stopped'))).toContain('Nothing is stopped where you work.')
})

test('lifted by name with a reason, promises come first and overdue ones are shown', async () => {
  const promised = t.clock.now() + 10 * minuteMs
  const ids = { attempt: newId(), member: memberOf('Joan'), contactPoint: null, needs: [] }
  const said = { channel: 'inbound', outcome: 'call_back_later', note: '', promisedAt: promised }
  const input = { ...ids, ...said, happenedAt: t.clock.now(), scriptVersion: null }
  const kept = await act(t.node, t.system, recordAttempt, { id: newId(), input })
  expect(kept).toMatchObject({ outcome: 'accepted' })
  t.clock.turnTo(t.clock.now() + 20 * minuteMs)
  expect(await htmlOf(officer.get(stop))).toMatch(/Promise.*Joan Pratt.*Overdue/s)
  const bare = await officer.post(`${stop}/lift`, { command: newId(), reason: '' })
  expect(bare.status).toBe(422)
  const lifted = await officer.post(`${stop}/lift`, { command: newId(), reason: 'Gas was cut off' })
  expect(lifted.status).toBe(303)
  expect(await htmlOf(officer.get(stop))).toContain('Lifted by Test officer')
  const fresh = await signedIn(t, await t.actorWith('call-handler', village))
  expect((await fresh.get('/call')).headers.get('location')).toContain(memberOf('Joan'))
})

test('the whole council stands still, people without a place too', async () => {
  const answer = await stopAt('council', 'Power is out everywhere')
  expect(answer.status).toBe(303)
  const fresh = await signedIn(t, await t.actorWith('call-handler'))
  expect((await fresh.get('/call')).headers.get('location')).toBeNull()
})

test('taken from the record again, everything is as it was', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
