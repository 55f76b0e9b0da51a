// A volunteer is added by staff, seen by those of the same place, and may rest.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, systemId } from '../access/index.ts'
import { compareRebuild } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { addSmallDistrict, otherVillage, village } from '../testing/small-district.ts'
import { isRecruiting } from './index.ts'

let t: TestNode
let lead: Actor
let other: Actor
let officer: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  lead = await t.actorWith('village-coordinator', village)
  other = await t.actorWith('village-coordinator', otherVillage)
  officer = await t.actorWith('officer')
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

const wren = {
  name: 'Wren Ashby',
  phone: '01632 960177',
  place: village,
  vetting: 'basic',
  transport: ['foot', 'car'],
  languages: 'Polish, Welsh',
  jobsMax: '3',
}

async function add(actor: Actor, more: object = {}) {
  const volunteer = newId()
  const asked = await signedIn(t, actor)
  const answer = await asked.post('/volunteers/new', { volunteer, ...wren, ...more })
  return { volunteer, answer }
}

const pageOf = async (actor: Actor, path: string) => (await signedIn(t, actor)).get(path)
const htmlOf = async (actor: Actor, path: string) => (await pageOf(actor, path)).text()

test('who offered on paper is on the list and on their page, with what they can do', async () => {
  const { volunteer, answer } = await add(lead)
  expect(answer.status).toBe(303)
  expect(await htmlOf(lead, '/volunteers')).toContain('Wren Ashby')
  const own = await htmlOf(lead, `/volunteers/${volunteer}?saved=1`)
  for (const word of ['Wren Ashby', '01632 960177', 'DBS basic', 'On foot, Car', 'Polish, Welsh'])
    expect(own).toContain(word)
})

test('a form that is pressed twice adds nobody twice', async () => {
  const asked = await signedIn(t, lead)
  const fields = { ...wren, name: 'Twice Pressed', command: newId(), volunteer: newId() }
  const answers = [await asked.post('/volunteers/new', fields)]
  answers.push(await asked.post('/volunteers/new', fields))
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  const list = await htmlOf(lead, '/volunteers')
  expect(list.split('Twice Pressed')).toHaveLength(2)
})

test('each wrong answer is named, and no answer is lost', async () => {
  const { answer } = await add(lead, { name: '', place: '', jobsMax: '99' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Enter their name, up to 120 letters')
  expect(html).toContain('Choose the village where they live')
  expect(html).toContain('Enter a number of jobs from 1 to 20')
  expect(html).toContain('Polish, Welsh')
})

test('the coordinator of another village neither sees nor rests nor adds them here', async () => {
  const { volunteer } = await add(lead, { name: 'Only Here' })
  expect(await htmlOf(other, '/volunteers')).not.toContain('Only Here')
  expect((await pageOf(other, `/volunteers/${volunteer}`)).status).toBe(404)
  const asked = await signedIn(t, other)
  const until = String(testStart + 86_400_000)
  expect((await asked.post(`/volunteers/${volunteer}/rest`, { until })).status).toBe(404)
  expect((await add(other)).answer.status).toBe(404)
})

test('a rest holds until its morning, and ends when they are back', async () => {
  const { volunteer } = await add(lead, { name: 'Tired Today' })
  const asked = await signedIn(t, lead)
  const until = testStart + 7 * 86_400_000
  const rest = (said: string) => asked.post(`/volunteers/${volunteer}/rest`, { until: said })
  expect((await rest(String(until))).status).toBe(303)
  expect(await htmlOf(lead, '/volunteers?show=resting')).toContain('Tired Today')
  expect(await htmlOf(lead, '/volunteers?show=ready')).not.toContain('Tired Today')
  t.clock.turnTo(until)
  expect(await htmlOf(lead, '/volunteers?show=resting')).not.toContain('Tired Today')
  t.clock.turnTo(testStart)
  expect((await rest('back')).status).toBe(303)
  expect(await htmlOf(lead, '/volunteers?show=ready')).toContain('Tired Today')
})

test('a rest in the past, for years, or in no words at all is not taken', async () => {
  const { volunteer } = await add(lead)
  const asked = await signedIn(t, lead)
  for (const until of ['', 'soon', '1', String(testStart + 900 * 86_400_000)]) {
    expect((await asked.post(`/volunteers/${volunteer}/rest`, { until })).status).toBe(404)
  }
})

test('an officer takes the list with its numbers; a coordinator does not', async () => {
  await add(lead, { name: 'In The File' })
  const csv = await htmlOf(officer, '/volunteers.csv')
  expect(csv).toContain('In The File')
  expect(csv).toContain('DBS basic')
  expect((await pageOf(lead, '/volunteers.csv')).status).toBe(404)
})

test('where there are enough, no more are looked for until somebody looks again', async () => {
  const isOn = (place: string) =>
    t.node.store.transaction({ council, actor: systemId }, tx => isRecruiting(tx, council, place))
  const press = async (actor: Actor, on: string) =>
    (await (await signedIn(t, actor)).post('/volunteers/recruiting', { village, on })).status
  expect(await isOn(village)).toBe(true)
  expect(await press(other, 'no')).toBe(404)
  expect(await press(lead, 'no')).toBe(303)
  expect([await isOn(village), await isOn(otherVillage)]).toEqual([false, true])
  expect(await htmlOf(lead, '/volunteers')).toContain('Enough for now')
  expect(await press(lead, 'no')).toBe(409)
  expect(await press(lead, 'yes')).toBe(303)
  expect(await isOn(village)).toBe(true)
})

test('a coordinator erases nobody', async () => {
  const { volunteer } = await add(lead, { name: 'Stays Here' })
  const asked = await signedIn(t, lead)
  expect((await asked.post(`/volunteers/${volunteer}/erase`, { sure: 'yes' })).status).toBe(404)
  expect(await htmlOf(lead, '/volunteers')).toContain('Stays Here')
})

test('the record gives the same register again', async () => {
  const who = { council, actor: systemId }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
