// A job is offered, one volunteer wins it, and no more is known than it takes.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherVillage,
  personId,
  street,
  village,
} from '../testing/small-district.ts'
import { addVolunteer } from '../volunteers/index.ts'
import {
  beginJob,
  claimJob,
  failJob,
  finishJob,
  freeClaims,
  giveBackJob,
  giveJob,
  offerJob,
  releaseJob,
} from './index.ts'

let t: TestNode
let lead: Actor
const helpers: { actor: Actor; volunteer: Id }[] = []

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur', flags: ['visit-in-pairs'] }])
  lead = await t.actorWith('village-coordinator', village)
  for (const nth of [1, 2, 3]) helpers.push(await addHelper({ name: `Helper ${nth}` }))
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

type Helper = { name: string; vetting?: string; transport?: string[]; keptFrom?: Id[] }

async function addHelper({ name, vetting = 'basic', transport = ['car'], keptFrom = [] }: Helper) {
  const actor = await t.actorWith('volunteer', village)
  const volunteer = newId()
  const about = { skills: [], languages: [], training: [], keptFrom, transport, vetting }
  const input = { volunteer, place: village, user: actor.id, name, phone: '', jobsMax: 20 }
  await sure(t.system, addVolunteer, { ...input, ...about })
  return { actor, volunteer }
}

const done = (actor: Actor, command: { name: string }, input: object) =>
  act(t.node, actor, command, { id: newId(), input })

async function sure(actor: Actor, command: { name: string }, input: object) {
  const answer = await done(actor, command, input)
  if (isRefusal(answer)) throw new Error(`${command.name}: ${JSON.stringify(answer)}`)
  return answer
}

async function refused(actor: Actor, command: { name: string }, input: object) {
  const answer = await done(actor, command, input)
  return isRefusal(answer) ? answer.refused : 'accepted'
}

async function offer(more: object = {}): Promise<Id> {
  const job = newId()
  const what = { kind: 'shopping', size: 'small', care: [], urgency: 'today', need: null }
  const when = { startAt: null, dueAt: t.clock.now() + 8 * hourMs }
  const said = { items: 'Milk\n6 eggs', from: 'Co-op, High Street', safety: 'Wait at the gate' }
  const whom = { person: personId('Joan'), place: null }
  await sure(lead, offerJob, { job, ...what, ...when, ...said, ...whom, ...more })
  return job
}

const helper = (nth: number) => () => helpers[nth] ?? expect.fail('there is such a helper')
const [one, two, three] = [helper(0), helper(1), helper(2)]
const pageOf = async (actor: Actor, path: string) => (await signedIn(t, actor)).get(path)
const htmlOf = async (actor: Actor, path: string) => (await pageOf(actor, path)).text()

test('before a yes neither name nor street; then the door; two hours later neither', async () => {
  const job = await offer()
  const asked = await htmlOf(one().actor, `/my/jobs/${job}`)
  expect(asked).toContain('Can you shop for one person?')
  expect(asked).toContain('Cottenham')
  for (const word of ['Joan', 'Pratt', 'Mill Lane', 'Milk', 'Co-op', '960142']) {
    expect(asked).not.toContain(word)
  }
  await sure(one().actor, claimJob, { job })
  const held = await htmlOf(one().actor, `/my/jobs/${job}`)
  expect(held).toContain('Joan P.')
  expect(held).not.toContain('Pratt')
  expect(held).toContain('12 Mill Lane')
  expect(held).toContain('6 eggs')
  expect(held).toContain('Wait at the gate')
  await sure(one().actor, finishJob.own, { job, handedTo: '', note: 'Fine' })
  t.clock.turnTo(t.clock.now() + 119 * minuteMs)
  expect(await htmlOf(one().actor, `/my/jobs/${job}`)).toContain('12 Mill Lane')
  t.clock.turnTo(t.clock.now() + minuteMs)
  expect((await pageOf(one().actor, `/my/jobs/${job}`)).status).toBe(404)
})

test('nobody else opens a job that somebody holds, nor anybody of another village', async () => {
  const job = await offer()
  await sure(one().actor, claimJob, { job })
  expect((await pageOf(two().actor, `/my/jobs/${job}`)).status).toBe(404)
  expect((await pageOf(two().actor, `/jobs/${job}`)).status).toBe(404)
  const away = await t.actorWith('village-coordinator', otherVillage)
  expect((await pageOf(away, `/jobs/${job}`)).status).toBe(404)
  expect(await refused(away, giveJob, { job, volunteer: two().volunteer, second: null })).toBe(
    'not-found',
  )
})

test('of many who say yes at once exactly one wins, the others hear that it is taken', async () => {
  for (let round = 0; round < 10; round++) {
    const job = await offer()
    const said = await Promise.all(helpers.map(({ actor }) => refused(actor, claimJob, { job })))
    expect(said.toSorted()).toEqual(['accepted', 'already-taken', 'already-taken'])
  }
})

test('a yes that is sent twice is one yes', async () => {
  const job = await offer()
  const request = { id: newId(), input: { job } }
  const first = await act(t.node, one().actor, claimJob, request)
  const again = await act(t.node, one().actor, claimJob, request)
  expect([first, again].map(answer => 'outcome' in answer && answer.outcome)).toEqual([
    'accepted',
    'repeated',
  ])
})

test('a claim frees itself after its hours, once, and is no use later', async () => {
  const job = await offer()
  await sure(one().actor, claimJob, { job })
  t.clock.turnTo(t.clock.now() + 6 * hourMs)
  expect(await refused(one().actor, beginJob.own, { job })).toBe('expired')
  const freed = await Promise.all([1, 2, 3].map(() => freeClaims(t.node, council)))
  expect(freed.reduce((all, n) => all + n, 0)).toBeGreaterThanOrEqual(1)
  expect(await freeClaims(t.node, council)).toBe(0)
  expect(await refused(one().actor, finishJob.own, { job, handedTo: '', note: '' })).toBe(
    'not-held',
  )
  await sure(two().actor, claimJob, { job })
})

test('whoever comes after the hours takes it, though nothing cleared it yet', async () => {
  const job = await offer()
  await sure(one().actor, claimJob, { job })
  t.clock.turnTo(t.clock.now() + 6 * hourMs)
  await sure(two().actor, claimJob, { job })
  expect(await htmlOf(lead, `/jobs/${job}`)).toContain('the time ran out')
})

test('a door for two opens for nobody until there are two; a third is too late', async () => {
  const job = await offer({ person: personId('Arthur') })
  await sure(one().actor, claimJob, { job })
  const alone = await htmlOf(one().actor, `/my/jobs/${job}`)
  expect(alone).toContain('A second is needed')
  expect(alone).not.toContain('Mill Lane')
  expect(alone).not.toContain('Arthur')
  expect(await refused(one().actor, beginJob.own, { job })).toBe('not-held')
  expect(await refused(one().actor, claimJob, { job })).toBe('already-done')
  await sure(two().actor, claimJob, { job })
  expect(await refused(three().actor, claimJob, { job })).toBe('already-taken')
  for (const { actor } of [one(), two()]) {
    expect(await htmlOf(actor, `/my/jobs/${job}`)).toContain('12 Mill Lane')
  }
  await sure(two().actor, giveBackJob.own, { job, reason: 'ill' })
  expect((await pageOf(two().actor, `/my/jobs/${job}`)).status).toBe(200)
  expect(await htmlOf(two().actor, `/my/jobs/${job}`)).not.toContain('Mill Lane')
})

test('who lacks the check or the car is not asked; who is kept away sees nothing', async () => {
  const low = await addHelper({ name: 'On foot', vetting: 'identity', transport: ['foot'] })
  const kept = await addHelper({ name: 'Kept away', keptFrom: [personId('Joan')] })
  const job = await offer({ kind: 'lift' })
  expect((await pageOf(low.actor, `/my/jobs/${job}`)).status).toBe(404)
  expect(await refused(low.actor, claimJob, { job })).toBe('not-fit')
  expect((await pageOf(kept.actor, `/my/jobs/${job}`)).status).toBe(404)
  expect(await refused(kept.actor, claimJob, { job })).toBe('not-found')
  const page = await htmlOf(lead, `/jobs/${job}`)
  expect(page).toContain('Helper 1')
  expect(page).not.toContain('Kept away')
})

test('medicine is not done without a name, and what it is stays with the staff', async () => {
  const job = await offer({ kind: 'prescription', items: 'Warfarin', care: ['controlled', 'cold'] })
  await sure(one().actor, claimJob, { job })
  const page = await htmlOf(one().actor, `/my/jobs/${job}`)
  expect(page).not.toContain('Warfarin')
  expect(page).toContain('Take a document with your name')
  expect(page).toContain('Keep it cold')
  expect(page).toContain('Never leave it outside')
  const browser = await signedIn(t, one().actor)
  const bare = await browser.post(`/my/jobs/${job}/finish`, { command: newId(), handedTo: '' })
  expect(bare.status).toBe(422)
  expect(await bare.text()).toContain('Enter who took it at the door')
  const given = await browser.post(`/my/jobs/${job}/finish`, { command: newId(), handedTo: 'Joan' })
  expect(given.status).toBe(303)
  expect(await htmlOf(lead, `/jobs/${job}`)).toContain('Handed to')
})

test('a hub does everything for a volunteer who has no app', async () => {
  const job = await offer({ kind: 'lift' })
  const browser = await signedIn(t, lead)
  const at = `/jobs/${job}`
  const post = async (to: string, more: object = {}) =>
    (await browser.post(`${at}/${to}`, { command: newId(), ...more })).status
  expect(await post('give')).toBe(422)
  expect(await post('give', { volunteer: one().volunteer })).toBe(303)
  expect(await post('begin')).toBe(303)
  expect(await post('release', { reason: 'not-needed' })).toBe(409)
  expect(await post('finish', { note: 'There and back' })).toBe(303)
  t.clock.turnTo(t.clock.now() + 3 * hourMs)
  expect(await htmlOf(lead, '/jobs')).toContain('1 volunteer has not said they are home.')
  const again = await signedIn(t, lead)
  expect((await again.post(`${at}/home`, { command: newId() })).status).toBe(303)
  const after = await htmlOf(lead, '/jobs')
  expect(after).not.toContain('not said they are home')
})

test('a job that is not needed, or failed, ends with a reason and stays so', async () => {
  const job = await offer()
  await sure(lead, releaseJob, { job, reason: 'not-needed' })
  expect(await refused(one().actor, claimJob, { job })).toBe('already-done')
  const other = await offer()
  await sure(one().actor, claimJob, { job: other })
  await sure(one().actor, failJob.own, { job: other, reason: 'no-answer', note: '' })
  expect(await refused(one().actor, finishJob.own, { job: other, handedTo: '', note: '' })).toBe(
    'already-done',
  )
  const page = await htmlOf(lead, '/jobs?show=ended')
  expect(page).toContain('Not managed')
})

test('outside work begins by day alone', async () => {
  t.clock.turnTo(Date.UTC(2026, 3, 6, 17, 30))
  const job = await offer({ kind: 'dog-walk' })
  await sure(one().actor, claimJob, { job })
  t.clock.turnTo(Date.UTC(2026, 3, 6, 20))
  expect(await refused(one().actor, beginJob.own, { job })).toBe('not-light')
})

test('a worry goes to the desk; whoever told it reads that it is being handled', async () => {
  const job = await offer()
  await sure(one().actor, claimJob, { job })
  const browser = await signedIn(t, one().actor)
  const said = { command: newId(), words: 'She looks unwell', danger: 'no' }
  const answer = await browser.post(`/my/jobs/${job}/worry`, said)
  expect(answer.status).toBe(303)
  const page = await htmlOf(one().actor, answer.headers.get('location') ?? '')
  expect(page).toContain('It is being handled')
  expect(page).not.toContain('She looks unwell')
  const officer = await t.actorWith('officer')
  expect(await htmlOf(officer, '/concerns')).toContain('Joan Pratt')
  const other = await signedIn(t, two().actor)
  expect((await other.post(`/my/jobs/${job}/worry`, { ...said, command: newId() })).status).toBe(
    409,
  )
})

test('a job is made from a need on one page, and what is wrong is shown again', async () => {
  const browser = await signedIn(t, lead)
  const at = `/jobs/new?person=${personId('Joan')}`
  expect(await (await browser.get(at)).text()).toContain('A job for Joan Pratt')
  const form = { command: newId(), person: personId('Joan'), size: 'small', items: '2 loaves' }
  const bad = await browser.post('/jobs/new', { ...form, kind: '', time: 'noon' })
  expect(bad.status).toBe(422)
  const page = await bad.text()
  expect(page).toContain('Choose what is to be done')
  expect(page).toContain('Enter a real day and time')
  expect(page).toContain('2 loaves')
  const due = { 'due-day': '6', 'due-month': '4', 'due-year': '2026', time: '17:30' }
  const good = { ...form, ...due, kind: 'shopping', urgency: 'today' }
  expect((await browser.post('/jobs/new', good)).status).toBe(303)
  const site = { ...good, command: newId(), person: '', place: street, kind: 'hub-shift' }
  expect((await browser.post('/jobs/new', site)).status).toBe(303)
})

test('everything of jobs is made again from the record', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
