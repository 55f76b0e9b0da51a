// What was seen of a volunteer counts from its day to its last day; before it ends one hears it.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, addUser, systemId } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { dayMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { londonDate, londonInstant } from '../kernel/london.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { addSmallDistrict, otherVillage, village } from '../testing/small-district.ts'
import { addVolunteer, findVolunteer, tellOfChecks } from './index.ts'

let t: TestNode
let lead: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  lead = await t.actorWith('village-coordinator', village)
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

const dayIn = (days: number) =>
  londonDate(londonInstant(londonDate(testStart), 12 * 60) + days * dayMs)

async function add(name: string, more: object = {}): Promise<Id> {
  const volunteer = newId()
  const can = { skills: [], languages: [], transport: ['foot'], keptFrom: [], jobsMax: 3 }
  const who = { volunteer, place: village, user: null, name, phone: '', vetting: 'none' }
  const input = { ...who, training: [], ...can, ...more }
  const done = await act(t.node, t.system, addVolunteer, { id: newId(), input })
  if (isRefusal(done)) throw new Error(JSON.stringify(done))
  return volunteer
}

const day = (name: string, said: string | null) => {
  const [year = '', month = '', date = ''] = (said ?? '').split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}

type Seen = { kind?: string; item?: string; from?: string | null; until?: string | null }

async function see(volunteer: Id, { from = dayIn(-10), until = null, ...more }: Seen, by = lead) {
  const asked = await signedIn(t, by)
  const fields = { check: newId(), kind: 'basic', item: '', ...more }
  const days = { ...day('from', from), ...day('until', until) }
  return asked.post(`/volunteers/${volunteer}/checks`, { ...fields, ...days })
}

const inTx = <T>(work: Parameters<typeof t.node.store.transaction<T>>[1]) =>
  t.node.store.transaction<T>({ council, actor: systemId }, work)

const known = (volunteer: Id) =>
  inTx(tx => findVolunteer(tx, council, { volunteer, now: t.clock.now() }))

const htmlOf = async (path: string) => (await (await signedIn(t, lead)).get(path)).text()

test('a check counts from its first day to its last; after it the one below it holds', async () => {
  const volunteer = await add('Comes And Goes')
  await see(volunteer, { kind: 'identity' })
  expect((await see(volunteer, { kind: 'enhanced', until: dayIn(5) })).status).toBe(303)
  expect(await known(volunteer)).toMatchObject({ vetting: 'enhanced' })
  t.clock.turnTo(londonInstant(dayIn(6), 0) - 1)
  expect(await known(volunteer)).toMatchObject({ vetting: 'enhanced' })
  t.clock.turnTo(londonInstant(dayIn(6), 0))
  expect(await known(volunteer)).toMatchObject({ vetting: 'identity' })
})

test('what was told when they were added counts until it is found to be a mistake', async () => {
  const volunteer = await add('Told Then', { vetting: 'basic', training: ['radio'] })
  expect(await known(volunteer)).toMatchObject({ vetting: 'basic', training: ['radio'] })
  const asked = await signedIn(t, lead)
  const at = `/volunteers/${volunteer}/checks/${volunteer}/withdraw`
  expect((await asked.post(at, { kind: 'basic', item: '' })).status).toBe(303)
  expect(await known(volunteer)).toMatchObject({ vetting: 'none', training: ['radio'] })
  expect((await asked.post(at, { kind: 'basic', item: '' })).status).toBe(409)
  expect(await htmlOf(`/volunteers/${volunteer}`)).not.toContain('DBS basic</th>')
})

test('a training that ran out is no training', async () => {
  const volunteer = await add('Trained Once')
  const said = { kind: 'training', item: 'befriending', until: dayIn(-1) }
  expect((await see(volunteer, said)).status).toBe(303)
  expect(await known(volunteer)).toMatchObject({ training: [] })
  expect((await see(volunteer, { ...said, until: dayIn(100) })).status).toBe(303)
  expect(await known(volunteer)).toMatchObject({ training: ['befriending'] })
})

test('each wrong answer is named, and no answer is lost', async () => {
  const volunteer = await add('Wrongly Told')
  const wrong = [
    [{ from: null }, 'Enter the day it is from'],
    [{ from: dayIn(1) }, 'Enter the day it is from'],
    [{ until: '2026-02-31' }, 'Enter a real last day'],
    [{ until: dayIn(-11) }, 'Enter a real last day'],
    [{ kind: 'training', until: dayIn(9) }, 'Choose which training'],
    [{ kind: 'basic', item: 'radio' }, 'Choose which training'],
  ] as const
  for (const [said, words] of wrong) {
    const answer = await see(volunteer, said)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  }
  expect(await known(volunteer)).toMatchObject({ vetting: 'none' })
})

test('who looks after another village neither sees nor adds checks here', async () => {
  const volunteer = await add('Not Theirs')
  const other = await t.actorWith('village-coordinator', otherVillage)
  expect((await see(volunteer, {}, other)).status).toBe(404)
  const asked = await signedIn(t, other)
  expect((await asked.get(`/volunteers/${volunteer}/checks`)).status).toBe(404)
})

test('the list shows whose check runs out, until it is renewed', async () => {
  const volunteer = await add('Renew Me')
  await see(volunteer, { until: dayIn(20) })
  expect(await htmlOf('/volunteers?show=check-runs-out')).not.toContain('Renew Me')
  t.clock.turnTo(testStart + 7 * dayMs)
  expect(await htmlOf('/volunteers?show=check-runs-out')).toContain('Renew Me')
  t.clock.turnTo(testStart + 40 * dayMs)
  expect(await htmlOf('/volunteers?show=check-runs-out')).toContain('Renew Me')
  expect(await htmlOf(`/volunteers/${volunteer}`)).toContain('Ran out after')
  await see(volunteer, { until: dayIn(400) })
  expect(await htmlOf('/volunteers?show=check-runs-out')).not.toContain('Renew Me')
})

test('whoever looks after them hears once, a fortnight before, and nobody is named', async () => {
  const user = newId()
  const grants = [{ role: 'village-coordinator', place: village, purpose: 'Test', until: null }]
  const input = { user, name: 'Mail Here', email: 'lead@example.org', grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  const volunteer = await add('Ends In May')
  await see(volunteer, { kind: 'standard', until: dayIn(60) })
  const mailed = async () =>
    (await inTx(tx => sql<{ id: Id; body: string }>`select id, body from messages`.execute(tx)))
      .rows
  await tellOfChecks(t.node, council)
  const before = (await mailed()).map(({ id }) => id)
  t.clock.turnTo(testStart + 47 * dayMs)
  await Promise.all([1, 2, 3].map(() => tellOfChecks(t.node, council)))
  t.clock.turnTo(testStart + 48 * dayMs)
  await tellOfChecks(t.node, council)
  const told = (await mailed()).filter(({ id }) => !before.includes(id))
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain('Ends In May')
})

test('the record gives the same checks again', async () => {
  const who = { council, actor: systemId }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
