// Whoever is asked for a job is allowed to go; why them is said in words, and who is kept from
// somebody is simply not there.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, addUser } from '../access/index.ts'
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
import { addVolunteer, restVolunteer } from '../volunteers/index.ts'
import { askVolunteer, claimJob, finishJob, giveJob, offerJob } from './index.ts'
import { tellAsked } from './tell-of-jobs.ts'

let t: TestNode
let lead: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur', flags: ['visit-in-pairs'] }])
  lead = await t.actorWith('village-coordinator', village)
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

async function sure(actor: Actor, command: { name: string }, input: object) {
  const answer = await act(t.node, actor, command, { id: newId(), input })
  if (isRefusal(answer)) throw new Error(`${command.name}: ${JSON.stringify(answer)}`)
  return answer
}

async function refused(actor: Actor, command: { name: string }, input: object) {
  const answer = await act(t.node, actor, command, { id: newId(), input })
  return isRefusal(answer) ? answer.refused : 'accepted'
}

const usual = {
  ...{ phone: '07700 900123', vetting: 'basic', training: [], skills: [], languages: [] },
  ...{ transport: ['car'], jobsMax: 3, keptFrom: [], user: null, place: village },
}

async function helper(name: string, more: object = {}): Promise<Id> {
  const volunteer = newId()
  await sure(t.system, addVolunteer, { ...usual, volunteer, name, ...more })
  return volunteer
}

async function offer(more: object = {}): Promise<Id> {
  const job = newId()
  const what = { kind: 'shopping', size: 'small', care: [], urgency: 'today', need: null }
  const when = { startAt: null, dueAt: t.clock.now() + 8 * hourMs }
  const said = { items: 'Milk', from: 'Co-op', safety: '' }
  const whom = { person: personId('Joan'), place: null }
  await sure(lead, offerJob, { job, ...what, ...when, ...said, ...whom, ...more })
  return job
}

const htmlOf = async (actor: Actor, path: string) =>
  (await (await signedIn(t, actor)).get(path)).text()
const shown = (html: string) =>
  [...html.matchAll(/<li><b>([^<]*)<\/b><span class="ds-under">([^<]*)<\/span><p/g)].map(
    ([, name = '', why = '']) => `${name}: ${why}`,
  )

test('the nearest first and why; who rests, is unchecked or kept away is not there', async () => {
  await helper('Far Away')
  await helper('Same Street', { place: street })
  await helper('Low Check', { vetting: 'none' })
  await helper('Kept Away', { place: street, keptFrom: [personId('Joan')] })
  const tired = await helper('At Rest', { place: street })
  await sure(lead, restVolunteer, { volunteer: tired, until: testStart + 24 * hourMs })
  const job = await offer()
  const html = await htmlOf(lead, `/jobs/${job}/match`)
  expect(shown(html)).toEqual([
    'Same Street: lives in the same street, no job in 4 weeks, basic check',
    'Far Away: lives in the same village, no job in 4 weeks, basic check',
  ])
  expect(html).toContain('1 volunteer near here rests.')
  expect(html).toContain('1 volunteer near here lacks the check.')
  expect(html).not.toContain('Kept Away')
  expect(html).not.toContain('kept')
})

test('the same face comes before a nearer one, and much done lately comes later', async () => {
  const face = await helper('Known Face', { jobsMax: 9 })
  const before = await offer()
  await sure(lead, giveJob, { job: before, volunteer: face, second: null })
  await sure(lead, finishJob.other, { job: before, handedTo: '', note: '' })
  const [first = ''] = shown(await htmlOf(lead, `/jobs/${await offer()}/match`))
  expect(first).toBe(
    'Known Face: has helped them before, lives in the same village, 1 job in 4 weeks, basic check',
  )
  for (let nth = 0; nth < 8; nth++) {
    const job = await offer({ person: personId('Joan') })
    await sure(lead, giveJob, { job, volunteer: face, second: null })
    await sure(lead, finishJob.other, { job, handedTo: '', note: '' })
  }
  const later = shown(await htmlOf(lead, `/jobs/${await offer()}/match`))
  expect(later[0]).toContain('Same Street')
})

test('one is asked, reads it in their list and says no: then others are suggested', async () => {
  const actor = await t.actorWith('volunteer', village)
  const volunteer = await helper('Nina Bates', { place: street, user: actor.id, skills: ['shop'] })
  const job = await offer()
  const desk = await signedIn(t, lead)
  expect(shown(await htmlOf(lead, `/jobs/${job}/match`))[0]).toContain('Nina Bates')
  expect((await desk.post(`/jobs/${job}/ask`, { volunteer })).status).toBe(303)
  const waiting = await htmlOf(lead, `/jobs/${job}/match`)
  expect(waiting).toContain('Has until')
  expect(shown(waiting).join()).not.toContain('Nina')
  expect(await refused(lead, askVolunteer, { job, volunteer })).toBe('already-done')
  expect(await htmlOf(actor, '/my/jobs')).toContain('You are asked for these')
  const own = await htmlOf(actor, `/my/jobs/${job}`)
  expect(own).toContain('asked for this by name')
  expect(own).not.toContain('Joan')
  const [, ask = ''] = /name="ask" value="([^"]+)"/.exec(own) ?? []
  const mine = await signedIn(t, actor)
  expect((await mine.post(`/my/jobs/${job}/decline`, { ask })).status).toBe(303)
  expect(await htmlOf(lead, `/jobs/${job}/match`)).toContain('Said no')
  expect(await htmlOf(actor, '/my/jobs')).not.toContain('You are asked for these')
  expect(shown(await htmlOf(lead, `/jobs/${job}/match`)).join()).not.toContain('Nina')
})

test('a yes is a claim, and stands beside whoever was asked', async () => {
  const actor = await t.actorWith('volunteer', village)
  const volunteer = await helper('Yes Sayer', { user: actor.id })
  const job = await offer()
  await sure(lead, askVolunteer, { job, volunteer })
  await sure(actor, claimJob, { job })
  const html = await htmlOf(lead, `/jobs/${job}/match`)
  expect(html).toContain('Said yes')
  expect(html).toContain('Nobody is needed for this job any more.')
  expect(await refused(lead, askVolunteer, { job, volunteer })).toBe('already-taken')
})

test('without an answer in time the ask runs out, and they may be asked again', async () => {
  const volunteer = await helper('Silent One')
  const job = await offer()
  await sure(lead, askVolunteer, { job, volunteer })
  const waiting = await htmlOf(lead, `/jobs/${job}/match`)
  expect(waiting).toContain('No app: ring 07700 900123')
  t.clock.turnTo(testStart + 2 * hourMs + minuteMs)
  expect(await htmlOf(lead, `/jobs/${job}/match`)).toContain('No answer in time')
  expect(await refused(lead, askVolunteer, { job, volunteer })).toBe('accepted')
})

test('whoever is asked often enough is not asked for more', async () => {
  const volunteer = await helper('Asked Often', { jobsMax: 2 })
  for (const _ of [1, 2]) await sure(lead, askVolunteer, { job: await offer(), volunteer })
  expect(await refused(lead, askVolunteer, { job: await offer(), volunteer })).toBe('jobs-full')
})

test('who is kept from somebody cannot be asked by any way', async () => {
  const volunteer = await helper('Not To Meet', { keptFrom: [personId('Arthur')] })
  const job = await offer({ person: personId('Arthur') })
  expect(await refused(lead, askVolunteer, { job, volunteer })).toBe('not-found')
})

test('the coordinator of another village neither sees nor asks', async () => {
  const away = await t.actorWith('village-coordinator', otherVillage)
  const volunteer = await helper('Only Here')
  const job = await offer()
  expect((await (await signedIn(t, away)).get(`/jobs/${job}/match`)).status).toBe(404)
  expect(await refused(away, askVolunteer, { job, volunteer })).toBe('not-found')
})

test('each ask is told once, however often the task runs', async () => {
  const user = newId()
  const grants = [{ role: 'volunteer', place: village, purpose: 'helping', until: null }]
  await sure(t.system, addUser, { user, name: 'Ann Told', email: 'ann@example.org', grants })
  const volunteer = await helper('Ann Told', { user })
  await sure(lead, askVolunteer, { job: await offer(), volunteer })
  expect(await tellAsked(t.node, council)).toBe(1)
  expect(await tellAsked(t.node, council)).toBe(0)
})

test('what was asked is made again from the record', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
