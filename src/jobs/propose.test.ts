// A village's open jobs are matched at once: nobody too often, two for a door of two, and each job
// that is left over says why.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { stopAll } from '../standstill/index.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'
import { addVolunteer } from '../volunteers/index.ts'
import { offerJob } from './index.ts'

let t: TestNode
let lead: Actor
const jobs: Id[] = []
const people = ['Joan', 'Mabel', 'Ivy', 'Arthur']

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(
    t,
    people.map(given => ({ given, flags: given === 'Arthur' ? ['visit-in-pairs'] : [] })),
  )
  lead = await t.actorWith('village-coordinator', village)
  await helper('Ann Able')
  await helper('Bob Busy', { jobsMax: 1 })
  await helper('Cat Kept', { keptFrom: people.map(personId), jobsMax: 9 })
  for (const given of people) jobs.push(await offer(given, 'shopping'))
  jobs.push(await offer('Joan', 'lift'))
})
afterAll(() => t.close())

async function sure(actor: Actor, command: { name: string }, input: object) {
  const answer = await act(t.node, actor, command, { id: newId(), input })
  if (isRefusal(answer)) throw new Error(`${command.name}: ${JSON.stringify(answer)}`)
}

async function helper(name: string, more: object = {}) {
  const can = { vetting: 'basic', training: [], skills: [], languages: [], transport: ['foot'] }
  const own = { volunteer: newId(), name, phone: '', user: null, place: village, keptFrom: [] }
  await sure(t.system, addVolunteer, { ...own, ...can, jobsMax: 3, ...more })
}

async function offer(given: string, kind: string): Promise<Id> {
  const job = newId()
  const what = { kind, size: 'small', care: [], urgency: 'today', need: null, place: null }
  const when = { startAt: null, dueAt: t.clock.now() + (1 + jobs.length) * hourMs }
  const said = { items: 'Milk', from: 'Co-op', safety: '' }
  await sure(lead, offerJob, { job, ...what, ...when, ...said, person: personId(given) })
  return job
}

const page = async () => (await (await signedIn(t, lead)).get('/jobs/match')).text()

/** What the form would send as it stands. */
function fieldsOf(html: string): Record<string, string[]> {
  const chosen: Record<string, string[]> = { job: [], village: [village] }
  for (const [, job = ''] of html.matchAll(/name="job" value="([^"]+)"/g)) chosen.job?.push(job)
  for (const [, name = '', rest = ''] of html.matchAll(
    /<select[^>]* name="([^"]+)"(.*?)<\/select>/g,
  )) {
    const [, value = ''] = /value="([^"]+)" selected/.exec(rest) ?? []
    chosen[name] = [...(chosen[name] ?? []), value]
  }
  return chosen
}

test('all who may are proposed, nobody too often, and who may not is not among them', async () => {
  const html = await page()
  expect(html).toContain('Cottenham: 3 jobs can be asked for.')
  expect(html).toContain('2 jobs are left over.')
  expect(html).not.toContain('Cat Kept')
  expect(html).toContain('Nobody near here may do it now.')
  const fields = fieldsOf(html)
  expect(fields.job).toHaveLength(3)
  const pair = fields[`to-${jobs[3]}`]
  if (pair) expect(new Set(pair).size).toBe(2)
})

test('one press asks all of them; pressed twice nobody is asked twice', async () => {
  const fields = fieldsOf(await page())
  const desk = await signedIn(t, lead)
  const command = newId()
  const count = Object.entries(fields)
    .filter(([name]) => name.startsWith('to-'))
    .flatMap(([, all]) => all).length
  const first = await desk.post('/jobs/match', { ...fields, command })
  expect(first.headers.get('location')).toContain(`asked=${count}&not=0`)
  const again = await desk.post('/jobs/match', { ...fields, command })
  expect(again.headers.get('location')).toContain(`asked=${count}&not=0`)
  const after = await desk.get(first.headers.get('location') ?? '')
  const html = await after.text()
  expect(html).toContain(`${count} were asked.`)
  expect(html).toContain('asked, or gave it back')
})

test('what changed meanwhile is said, and stops no other', async () => {
  const fields = { job: [jobs[4] ?? ''], [`to-${jobs[4]}`]: [newId()], village }
  const answer = await (await signedIn(t, lead)).post('/jobs/match', fields)
  const html = await (
    await (await signedIn(t, lead)).get(answer.headers.get('location') ?? '')
  ).text()
  expect(html).toContain('1 was not: something had changed meanwhile.')
})

test('where all is stopped nobody is asked', async () => {
  await helper('Late Comer')
  const officer = await t.actorWith('officer')
  const fields = fieldsOf(await page())
  expect(fields.job?.length).toBeGreaterThan(0)
  const input = { standstill: newId(), within: village, reason: 'Ice on every road' }
  await sure(officer, stopAll, input)
  const answer = await (await signedIn(t, lead)).post('/jobs/match', fields)
  expect(answer.headers.get('location')).toContain('asked=0')
})
