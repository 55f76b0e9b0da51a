// A volunteer leaves: what they hold goes to others, and who is out is not forgotten.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, systemId } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'
import { addVolunteer } from '../volunteers/index.ts'
import { beginJob, giveJob, offerJob } from './index.ts'

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
  const answer = await act(t.node, actor, command, { id: newId(), input })
  if (isRefusal(answer)) throw new Error(`${command.name}: ${JSON.stringify(answer)}`)
}

async function claimed(name: string): Promise<{ job: Id; volunteer: Id }> {
  const [job, volunteer] = [newId(), newId()]
  const about = { skills: [], languages: [], training: [], keptFrom: [], transport: ['car'] }
  const input = { volunteer, place: village, user: null, name, phone: '', jobsMax: 20 }
  await sure(t.system, addVolunteer, { ...input, ...about, vetting: 'basic' })
  const what = { kind: 'shopping', size: 'small', care: [], urgency: 'today', need: null }
  const when = { startAt: null, dueAt: t.clock.now() + 8 * hourMs }
  const said = { items: 'Milk', from: 'Co-op', safety: '' }
  const whom = { person: personId('Joan'), place: null }
  await sure(lead, offerJob, { job, ...what, ...when, ...said, ...whom })
  await sure(lead, giveJob, { job, volunteer, second: null })
  return { job, volunteer }
}

async function jobRow(job: Id) {
  const found = await t.node.store.transaction({ council, actor: systemId }, tx =>
    sql<object>`select volunteer, state from jobs where id = ${job}`.execute(tx),
  )
  return found.rows[0]
}

const pageOf = async (actor: Actor, path: string) => (await signedIn(t, actor)).get(path)
const htmlOf = async (actor: Actor, path: string) => (await pageOf(actor, path)).text()

test('a volunteer is erased: no word of theirs is left, and their job goes to others', async () => {
  const { job, volunteer } = await claimed('Leaves Us')
  const hub = await t.actorWith('hub-manager')
  const asked = await signedIn(t, hub)
  const erase = (fields: object) => asked.post(`/volunteers/${volunteer}/erase`, { ...fields })
  const unsure = await erase({})
  expect(unsure.status).toBe(422)
  expect(await unsure.text()).toContain('Tick the box')
  expect(await jobRow(job)).toMatchObject({ volunteer })
  expect((await erase({ sure: 'yes' })).status).toBe(303)
  expect(await jobRow(job)).toMatchObject({ volunteer: null, state: 'offered' })
  expect(await htmlOf(lead, '/volunteers')).not.toContain('Leaves Us')
  expect((await pageOf(lead, `/volunteers/${volunteer}`)).status).toBe(404)
  const jobPage = await htmlOf(lead, `/jobs/${job}`)
  expect(jobPage).toContain('A volunteer who left')
  const words = await t.node.store.transaction({ council, actor: systemId }, tx =>
    sql`select 1 from register where words::text like '%Leaves Us%'`.execute(tx),
  )
  expect(words.rows).toEqual([])
  const who = { council, actor: systemId }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})

test('whoever is out on a job is not erased before they are home', async () => {
  const { job, volunteer } = await claimed('Out Now')
  await sure(lead, beginJob.other, { job })
  const asked = await signedIn(t, await t.actorWith('data-protection-officer'))
  const answer = await asked.post(`/volunteers/${volunteer}/erase`, { sure: 'yes' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('They are out on a job')
  expect(await jobRow(job)).toMatchObject({ volunteer, state: 'under-way' })
})
