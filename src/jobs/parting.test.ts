// Two records were one by mistake: parted, each has the jobs of its needs, done or not.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { registerHolds } from '../events/verify-log.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { addNeed } from '../needs/domain/add-need.ts'
import { erasePerson, mergePeople, settleStray, unmergePeople } from '../people/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'
import { addVolunteer } from '../volunteers/index.ts'
import { claimJob, finishJob, offerJob, setStanding } from './index.ts'

let t: TestNode
let helper: Actor
const [joan, ivy, ruth, enid] = ['Joan', 'Ivy', 'Ruth', 'Enid'].map(personId) as [Id, Id, Id, Id]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Ivy' }, { given: 'Ruth' }, { given: 'Enid' }])
  helper = await t.actorWith('volunteer', village)
  const about = { skills: [], languages: [], training: [], keptFrom: [], transport: ['car'] }
  const who = { volunteer: newId(), place: village, user: helper.id, name: 'Sam', phone: '' }
  await does(addVolunteer, { ...who, ...about, vetting: 'basic', jobsMax: 20 })
})
afterAll(() => t.close())

const does = async (command: { name: string }, input: object, actor: Actor = t.system) => {
  t.clock.turnTo(t.clock.now() + 1000)
  const said = await act(t.node, actor, command, { id: newId(), input })
  expect(isRefusal(said) ? { name: command.name, said } : 'done').toBe('done')
}

const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction({ council, actor: t.system.id }, async tx => [
    ...(await query.execute(tx)).rows,
  ])

async function needOf(person: Id): Promise<Id> {
  const need = newId()
  await does(addNeed, {
    need,
    person,
    kind: 'drinking-water',
    urgency: 'today',
    how: 'call',
    words: '',
  })
  return need
}

async function offer(person: Id, need: Id | null): Promise<Id> {
  const job = newId()
  const what = { kind: 'shopping', size: 'small', care: [], urgency: 'today', need, place: null }
  const when = { startAt: null, dueAt: t.clock.now() + 8 * hourMs }
  await does(offerJob, { job, person, ...what, ...when, items: 'Eggs', from: '', safety: '' })
  return job
}

const jobNow = async (job: Id) =>
  (
    await rows<{ person: Id; state: string; volunteer: Id | null }>(
      sql`select person, state, volunteer from jobs where id = ${job}`,
    )
  )[0]

const rebuilds = async () => {
  const who = { council, actor: t.system.id }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
}

const done = { handedTo: '', note: 'Left with Joan' }

test('a job, held or done meanwhile, goes with its need; the new door is not shown', async () => {
  const need = await needOf(ivy)
  await does(mergePeople, { from: ivy, into: joan })
  const [ended, held, begun] = [
    await offer(joan, need),
    await offer(joan, need),
    await offer(joan, need),
  ]
  for (const job of [ended, held]) await does(claimJob, { job }, helper)
  await does(finishJob.own, { job: ended, ...done }, helper)
  const standing = newId()
  const dueAt = t.clock.now() + 48 * hourMs
  const when = { urgency: 'routine', startAt: null, dueAt, everyWeeks: 1 }
  const first = { ...when, size: 'small', care: [] }
  const said = { items: 'Eggs', from: '', safety: '' }
  const help = {
    standing,
    job: newId(),
    person: joan,
    place: null,
    kind: 'shopping',
    need,
    ...first,
    ...said,
  }
  await does(setStanding, help)
  await does(unmergePeople, { from: ivy, note: 'Two people' })
  expect(await jobNow(ended)).toMatchObject({ person: ivy, state: 'done' })
  expect(await jobNow(held)).toEqual({ person: ivy, state: 'offered', volunteer: null })
  expect(await jobNow(begun)).toMatchObject({ person: ivy, state: 'offered' })
  expect(await rows(sql`select person from standing_jobs`)).toEqual([{ person: ivy }])
  const page = async (job: Id) => (await (await signedIn(t, helper)).get(`/my/jobs/${job}`)).text()
  expect(await page(ended)).not.toContain('Ivy')
  await does(claimJob, { job: held }, helper)
  expect(await page(held)).toContain('Ivy')
  await rebuilds()
})

test('a job for no need is asked about, and goes where a person says', async () => {
  await does(mergePeople, { from: enid, into: ruth })
  const job = await offer(ruth, null)
  await does(unmergePeople, { from: enid, note: 'Two people' })
  expect(await jobNow(job)).toMatchObject({ person: ruth })
  const [stray] = await rows<{ id: Id }>(
    sql`select id from strays where kind = 'job' and thing = ${job}`,
  )
  await does(settleStray, { stray: stray?.id ?? '', person: enid })
  expect(await jobNow(job)).toMatchObject({ person: enid })
  await rebuilds()
})

test('erased after a parting, no word of their jobs is left under the other', async () => {
  for (const person of [ivy, enid]) await does(erasePerson, { person })
  const kept = await rows(sql`select words from register`)
  expect(JSON.stringify(kept)).not.toContain('Eggs')
  expect(JSON.stringify(kept)).not.toContain('Left with Joan')
  const held = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
    registerHolds.run(tx, council, new Date(t.clock.now())),
  )
  expect(held.wrong).toEqual([])
  await rebuilds()
})
