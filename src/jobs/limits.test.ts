// When, how much, stood down, kept apart: what a volunteer is offered and can say yes to.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, systemId } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { dayMs, hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { londonInstant } from '../kernel/london.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  personId,
  street,
  village,
} from '../testing/small-district.ts'
import { addVolunteer } from '../volunteers/index.ts'
import { claimJob, finishJob, giveJob, offerJob } from './index.ts'

let t: TestNode
let lead: Actor
let hub: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Ivy' }])
  lead = await t.actorWith('village-coordinator', village)
  hub = await t.actorWith('hub-manager')
})
afterAll(() => t.close())

async function says(actor: Actor, command: { name: string }, input: object): Promise<string> {
  const done = await act(t.node, actor, command, { id: newId(), input })
  return isRefusal(done) ? done.refused : 'yes'
}

async function helper(name: string): Promise<{ actor: Actor; volunteer: Id }> {
  const actor = await t.actorWith('volunteer', village)
  const volunteer = newId()
  const about = { skills: [], languages: [], training: [], keptFrom: [], transport: ['car'] }
  const who = { volunteer, place: village, user: actor.id, name, phone: '', jobsMax: 20 }
  expect(await says(t.system, addVolunteer, { ...who, ...about, vetting: 'basic' })).toBe('yes')
  return { actor, volunteer }
}

async function offer(dueAt: number, given = 'Joan', startAt: number | null = null): Promise<Id> {
  const job = newId()
  const what = { kind: 'shopping', size: 'small', care: [], urgency: 'routine', need: null }
  const said = { items: 'Milk', from: 'Co-op', safety: '', person: personId(given), place: null }
  expect(await says(lead, offerJob, { job, ...what, startAt, dueAt, ...said })).toBe('yes')
  return job
}

const plain = {
  ...{ name: 'Wren Ashby', phone: '', languages: '', skills: '', jobsMax: '20', jobsAWeek: '' },
  ...{ timeFrom: '', timeUntil: '' },
}

async function change(volunteer: Id, said: object, by = lead) {
  const fields = { ...plain, transport: 'car', ...said }
  return (await signedIn(t, by)).post(`/volunteers/${volunteer}/change`, fields)
}

const htmlOf = async (actor: Actor, path: string) =>
  (await (await signedIn(t, actor)).get(path)).text()
const sees = async (actor: Actor, job: Id) => (await htmlOf(actor, '/my/jobs')).includes(job)

// The tests begin on a Monday morning.
const onDay = (date: string, hours: number) => londonInstant(date, hours * 60)

test('a job outside their hours is not offered; a coordinator may still give it', async () => {
  const { actor, volunteer } = await helper('Tuesdays Only')
  const hours = { days: '2', timeFrom: '09:00', timeUntil: '12:00' }
  expect((await change(volunteer, hours)).status).toBe(303)
  const monday = await offer(testStart + 3 * hourMs)
  const tuesday = await offer(testStart + dayMs + 6 * hourMs)
  const late = onDay('2026-04-07', 18)
  const evening = await offer(late + 2 * hourMs, 'Joan', late)
  expect([await sees(actor, monday), await sees(actor, tuesday)]).toEqual([false, true])
  expect(await sees(actor, evening)).toBe(false)
  expect(await says(actor, claimJob, { job: monday })).toBe('resting')
  expect(await says(actor, claimJob, { job: tuesday })).toBe('yes')
  expect(await says(lead, giveJob, { job: monday, volunteer, second: null })).toBe('yes')
})

test('while they are away nobody gives them a job for those days', async () => {
  const { actor, volunteer } = await helper('Far Away')
  const away = {
    ...{ 'awayFrom-day': '6', 'awayFrom-month': '4', 'awayFrom-year': '2026' },
    ...{ 'awayUntil-day': '8', 'awayUntil-month': '4', 'awayUntil-year': '2026' },
  }
  expect((await change(volunteer, away)).status).toBe(303)
  const soon = await offer(testStart + dayMs)
  const later = await offer(testStart + 4 * dayMs)
  expect([await sees(actor, soon), await sees(actor, later)]).toEqual([false, true])
  expect(await says(lead, giveJob, { job: soon, volunteer, second: null })).toBe('resting')
  expect(await htmlOf(lead, `/jobs/${soon}`)).not.toContain(`value="${volunteer}"`)
  expect(await htmlOf(lead, `/volunteers/${volunteer}`)).toContain('8 April 2026')
})

test('who wanted two a week is offered a third when the week is over', async () => {
  const { actor, volunteer } = await helper('Two A Week')
  expect((await change(volunteer, { jobsAWeek: '2' })).status).toBe(303)
  const due = testStart + 9 * dayMs
  for (const job of [await offer(due), await offer(due)]) {
    expect(await says(actor, claimJob, { job })).toBe('yes')
    expect(await says(actor, finishJob.own, { job, handedTo: '', note: '' })).toBe('yes')
  }
  const third = await offer(due)
  expect(await sees(actor, third)).toBe(false)
  expect(await says(actor, claimJob, { job: third })).toBe('jobs-full')
  t.clock.turnTo(testStart + 7 * dayMs + hourMs)
  expect(await sees(actor, third)).toBe(true)
  expect(await says(actor, claimJob, { job: third })).toBe('yes')
})

test('stood down they hold nothing unbegun and are asked for nothing, until it ends', async () => {
  const { actor, volunteer } = await helper('Stood Down')
  const held = await offer(t.clock.now() + 30 * dayMs)
  expect(await says(actor, claimJob, { job: held })).toBe('yes')
  const asked = await signedIn(t, lead)
  const until = String(londonInstant('2026-04-20', 0))
  const down = { why: 'concern', until }
  expect((await asked.post(`/volunteers/${volunteer}/stand-down`, down)).status).toBe(303)
  const row = await t.node.store.transaction({ council, actor: systemId }, tx =>
    sql`select volunteer, state from jobs where id = ${held}`.execute(tx),
  )
  expect(row.rows).toEqual([{ volunteer: null, state: 'offered' }])
  expect(await sees(actor, held)).toBe(false)
  expect(await htmlOf(actor, '/my/jobs')).not.toContain('concern')
  expect(await says(actor, claimJob, { job: held })).toBe('resting')
  expect(await says(lead, giveJob, { job: held, volunteer, second: null })).toBe('resting')
  const page = await htmlOf(lead, `/volunteers/${volunteer}`)
  for (const word of ['Stood down until', 'A concern is being looked at', lead.name])
    expect(page).toContain(word)
  expect(await htmlOf(lead, '/volunteers?show=stood-down')).toContain('Stood Down')
  t.clock.turnTo(londonInstant('2026-04-20', 0))
  expect(await sees(actor, held)).toBe(true)
})

test('a stand-down without an end holds until somebody ends it', async () => {
  const { actor, volunteer } = await helper('No End')
  const job = await offer(t.clock.now() + 2 * dayMs)
  const asked = await signedIn(t, lead)
  const at = `/volunteers/${volunteer}`
  expect((await asked.post(`${at}/stand-down`, { why: 'asked', until: 'ended' })).status).toBe(303)
  expect(await says(actor, claimJob, { job })).toBe('resting')
  expect((await asked.post(`${at}/stand-up`, {})).status).toBe(303)
  expect((await asked.post(`${at}/stand-up`, {})).status).toBe(409)
  expect(await says(actor, claimJob, { job })).toBe('yes')
})

test('whom they are not to meet is known to hub managers alone', async () => {
  const { actor, volunteer } = await helper('Kept Apart')
  const job = await offer(t.clock.now() + dayMs, 'Ivy')
  expect(await sees(actor, job)).toBe(true)
  const numbers = await t.node.store.transaction({ council, actor: systemId }, tx =>
    sql<{ number: number }>`select number from people where id = ${personId('Ivy')}`.execute(tx),
  )
  const asked = await signedIn(t, hub)
  const at = `/volunteers/${volunteer}/apart`
  expect((await asked.post(at, { number: 'nobody' })).status).toBe(422)
  expect((await asked.post(at, { number: `P ${numbers.rows[0]?.number}` })).status).toBe(303)
  expect(await htmlOf(hub, at)).toContain('Ivy')
  expect([await sees(actor, job), await says(actor, claimJob, { job })]).toEqual([
    false,
    'not-found',
  ])
  const staff = await signedIn(t, lead)
  expect((await staff.get(at)).status).toBe(404)
  expect(await htmlOf(lead, `/volunteers/${volunteer}`)).not.toContain('Ivy')
  expect((await asked.post(at, { person: personId('Ivy') })).status).toBe(303)
  expect(await sees(actor, job)).toBe(true)
})

test('each wrong answer of a change is named, no answer is lost, and nothing changes', async () => {
  const { volunteer } = await helper('Wrong Change')
  const wrong = {
    ...{ name: '', jobsMax: '0', jobsAWeek: 'many', timeFrom: '12:00', timeUntil: '09:00' },
    ...{ 'awayFrom-day': '31', 'awayFrom-month': '2', 'awayFrom-year': '2026' },
    skills: 'Nursing',
  }
  const answer = await change(volunteer, wrong)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const words of [
    'Enter their name',
    'from 1 to 20',
    'from 1 to 50',
    'two times',
    'first day',
  ])
    expect(html).toContain(words)
  expect(html).toContain('Nursing')
  expect(await htmlOf(lead, `/volunteers/${volunteer}`)).toContain('Wrong Change')
})

test('streets, skills and hours that were told are told again on the form', async () => {
  const { volunteer } = await helper('Told Again')
  const said = { days: ['1', '3'], timeFrom: '9:30', timeUntil: '17:00', skills: 'Nursing' }
  expect((await change(volunteer, { ...said, streets: street })).status).toBe(303)
  const html = await htmlOf(lead, `/volunteers/${volunteer}/change`)
  for (const word of ['09:30', '17:00', 'Nursing', 'Mill Lane']) expect(html).toContain(word)
  expect(await htmlOf(lead, `/volunteers/${volunteer}`)).toContain('Wednesday 09:30–17:00')
})

test('the record gives the same volunteers and jobs again', async () => {
  const who = { council, actor: systemId }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
