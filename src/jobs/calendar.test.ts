// A volunteer's calendar: an address without a session, and nothing in it that is anybody's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, systemId } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn, signedOut } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'
import { addVolunteer, eraseVolunteer } from '../volunteers/index.ts'
import { claimJob, giveBackJob, offerJob, releaseJob } from './index.ts'

let t: TestNode
let lead: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  lead = await t.actorWith('village-coordinator', village)
})
afterAll(() => t.close())

async function sure(actor: Actor, command: { name: string }, input: object) {
  t.clock.turnTo(t.clock.now() + 1000)
  const done = await act(t.node, actor, command, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`${command.name}: ${JSON.stringify(done)}`)
}

async function helper(): Promise<{ actor: Actor; volunteer: Id }> {
  const actor = await t.actorWith('volunteer', village)
  const volunteer = newId()
  const about = { skills: [], languages: [], training: [], keptFrom: [], transport: ['car'] }
  const who = { volunteer, place: village, user: actor.id, name: 'Wren Ashby', phone: '' }
  await sure(t.system, addVolunteer, { ...who, ...about, vetting: 'basic', jobsMax: 20 })
  return { actor, volunteer }
}

async function claimed(actor: Actor): Promise<Id> {
  const job = newId()
  const what = { kind: 'shopping', size: 'small', care: [], urgency: 'today', need: null }
  const when = { startAt: t.clock.now() + hourMs, dueAt: t.clock.now() + 3 * hourMs }
  const said = { items: 'Marzipan', from: 'Larder', safety: 'Beware Rex' }
  const whom = { person: personId('Joan'), place: null }
  await sure(lead, offerJob, { job, ...what, ...when, ...said, ...whom })
  await sure(actor, claimJob, { job })
  return job
}

async function makeAddress(actor: Actor): Promise<string> {
  const answer = await (await signedIn(t, actor)).post('/my/jobs/calendar', {})
  return /\/calendar\/[^\s<"]+/.exec(await answer.text())?.[0] ?? ''
}

const feed = async (path: string) => {
  const answer = await signedOut(t).get(path)
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: await answer.text(),
  }
}

const count = (text: string, word: string) => text.split(word).length - 1

test('without a session the address gives their jobs: kind, village and time alone', async () => {
  const { actor, volunteer } = await helper()
  const job = await claimed(actor)
  const path = await makeAddress(actor)
  const { status, type, body } = await feed(path)
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(body).toContain('SUMMARY:Food shopping\\, Cottenham\r\n')
  expect(body).toMatch(/DTSTART:20260406T1\d{5}Z\r\nDTEND:20260406T1\d{5}Z/)
  const canary = [
    'Joan',
    'Pratt',
    'Mill Lane',
    'CB24',
    '960142',
    'Marzipan',
    'Larder',
    'Rex',
    'Wren',
  ]
  const ids = [job, volunteer, actor.id, personId('Joan')]
  for (const mark of [...canary, ...ids]) expect(body).not.toContain(mark)
  expect(await feed(path)).toEqual({ status, type, body })
})

test('what they gave back or was released is cancelled under its own name', async () => {
  const { actor } = await helper()
  const path = await makeAddress(actor)
  const [back, released] = [await claimed(actor), await claimed(actor)]
  const before = (await feed(path)).body
  expect([count(before, 'STATUS:CONFIRMED'), count(before, 'STATUS:CANCELLED')]).toEqual([2, 0])
  await sure(actor, giveBackJob.own, { job: back, reason: 'ill' })
  await sure(lead, releaseJob, { job: released, reason: 'not-needed' })
  const after = (await feed(path)).body
  expect([count(after, 'STATUS:CONFIRMED'), count(after, 'STATUS:CANCELLED')]).toEqual([0, 2])
  const uids = (text: string) => [...text.matchAll(/UID:\S+/g)].map(([uid]) => uid).toSorted()
  expect(uids(after)).toEqual(uids(before))
  expect(before).toContain('SEQUENCE:2\r\n')
  expect(after).toContain('SEQUENCE:3\r\n')
})

test('an address that was replaced, ended or guessed is not there, like any other', async () => {
  const { actor } = await helper()
  const first = await makeAddress(actor)
  const second = await makeAddress(actor)
  expect([(await feed(first)).status, (await feed(second)).status]).toEqual([404, 200])
  const secret = second.split('.')[1] ?? ''
  for (const path of [
    `/calendar/${council}.${secret}x.ics`,
    `/calendar/elsewhere.${secret}.ics`,
    `/calendar/${council}.${secret}`,
    `/calendar/${council}..ics`,
  ]) {
    expect((await feed(path)).status).toBe(404)
  }
  const asked = await signedIn(t, actor)
  expect((await asked.post('/my/jobs/calendar/end', {})).status).toBe(303)
  expect((await feed(second)).status).toBe(404)
  expect((await asked.post('/my/jobs/calendar/end', {})).status).toBe(409)
})

test('a form that is pressed twice makes one address', async () => {
  const { actor } = await helper()
  const asked = await signedIn(t, actor)
  const command = newId()
  const answer = await asked.post('/my/jobs/calendar', { command })
  const path = /\/calendar\/[^\s<"]+/.exec(await answer.text())?.[0] ?? ''
  expect((await asked.post('/my/jobs/calendar', { command })).status).toBe(303)
  expect((await feed(path)).status).toBe(200)
})

test('whoever was erased has no calendar any more', async () => {
  const { actor, volunteer } = await helper()
  const path = await makeAddress(actor)
  await sure(t.system, eraseVolunteer, { volunteer })
  expect((await feed(path)).status).toBe(404)
})

test('the record holds no address, and gives the same calendars again', async () => {
  const { actor } = await helper()
  const secret = (await makeAddress(actor)).split('.')[1] ?? 'none'
  const kept = await t.node.store.transaction({ council, actor: systemId }, tx =>
    tx.selectFrom('events').select('body').where('kind', '=', 'jobs.CalendarMade').execute(),
  )
  expect(JSON.stringify(kept)).not.toContain(secret)
  const who = { council, actor: systemId }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
