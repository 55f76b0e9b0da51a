// Does an answer to "where is this?" place the rows and the people, once, and is it remembered?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemId } from '../../access/index.ts'
import { compareRebuild } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  otherVillage,
  street,
  village,
} from '../../testing/small-district.ts'
import { dropForgotten, keepFile } from '../store/waiting-file.ts'
import { csv, load } from '../testing/load-text.ts'

let t: TestNode
let officer: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  officer = await signedIn(t, await t.actorWith('officer'))
})
afterAll(() => t.close())

const page = async (path: string) => (await officer.get(path)).text()
const questionOf = async (words: string) => {
  const found = [...(await page('/places/where')).matchAll(/where\/([0-9a-f-]{36})">([^<]*)/g)]
  return found.find(one => one[2]?.includes(words))?.[1] ?? ''
}
const reading = <T>(work: Parameters<typeof t.node.store.transaction<T>>[1]) =>
  t.node.store.transaction({ council, actor: systemId }, work)
const streetsWithHomes = () =>
  reading(tx =>
    tx
      .selectFrom('places')
      .select(['name', 'homes'])
      .where('council', '=', council)
      .where('kind', '=', 'street')
      .orderBy('name')
      .orderBy('homes')
      .execute(),
  )

test('a second spelling that is the same street gives its homes to it, for ever', async () => {
  const file = csv(
    '100090123458,1 Mill Ln,Mill Ln,Cottenham,,,CB24 8RA',
    '100090123459,2 Mill Ln,Mill Ln,Cottenham,,,CB24 8RA',
  )
  expect((await load(t, file)).summary.counts.needs_review).toBe(2)
  const question = await questionOf('Is Mill Ln the same street as Mill Lane?')
  expect(await page(`/places/where/${question}`)).toContain('1 Mill Ln, Cottenham, CB24 8RA')
  const answer = await officer.post(`/places/where/${question}`, { place: street })
  expect(answer.headers.get('location')).toBe('/places/where?rows=2&people=0')
  expect(await streetsWithHomes()).toContainEqual({ name: 'Mill Lane', homes: 2 })
  const again = await load(t, file)
  expect(again.summary.counts).toMatchObject({ unchanged: 2, needs_review: 0 })
  expect((await officer.post(`/places/where/${question}`, { place: street })).status).toBe(404)
})

test('a second spelling that is another street becomes one', async () => {
  await load(t, csv('100090123470,9 High St,High St,Sawston,,,CB22 3AA'))
  const question = await questionOf('Is High St the same street as High Street?')
  await officer.post(`/places/where/${question}`, { answer: 'another' })
  expect(await streetsWithHomes()).toContainEqual({ name: 'High St', homes: 1 })
})

test('an unknown village is answered by choosing one, and known from then on', async () => {
  const file = csv('100090123480,1 Fen Road,Fen Road,Cotenham,,,CB24 8RC')
  await load(t, file)
  const question = await questionOf('Which village is Cotenham?')
  const found = await page(`/places/where/${question}?q=cott`)
  expect(found).toContain(village)
  const missing = await officer.post(`/places/where/${question}`, {})
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('Choose a place')
  await officer.post(`/places/where/${question}`, { place: village })
  expect(await streetsWithHomes()).toContainEqual({ name: 'Fen Road', homes: 1 })
  expect((await load(t, file)).summary.counts).toMatchObject({ unchanged: 1 })
})

test('people without a place get one and are counted there; the answer is remembered', async () => {
  const lost = [
    { given: 'Joan', place: null },
    { given: 'Peter', place: null },
  ]
  await addPeople(t, lost)
  await openTestCampaign(t, lost)
  const question = await questionOf('Where is CB24 8RX?')
  expect(await page('/places/where')).toContain('2 people without a place')
  const fields = { place: otherVillage, remember: 'yes' }
  const answer = await officer.post(`/places/where/${question}`, fields)
  expect(answer.headers.get('location')).toBe('/places/where?rows=0&people=2')
  const member = await reading(tx =>
    tx.selectFrom('members').select('place').where('id', '=', memberOf('Joan')).executeTakeFirst(),
  )
  expect(member?.place).toBe(otherVillage)
  expect(await page('/places/where')).toContain('Everybody and every address has its place')
})

test('figures of the moment before keep the place that they had then', async () => {
  const states = await reading(tx =>
    tx
      .selectFrom('member_states')
      .select(['place', 'state'])
      .where('council', '=', council)
      .where('member', '=', memberOf('Joan'))
      .orderBy('seq')
      .execute(),
  )
  expect(states).toEqual([
    { place: null, state: 'untried' },
    { place: otherVillage, state: 'untried' },
  ])
  const coverage = await page(`/campaigns/${campaign}/coverage`)
  expect(coverage).toContain('Sawston')
  expect(coverage).toContain('no difference')
})

test('somebody who came before is placed at once when their postcode is known', async () => {
  await addPeople(t, [{ given: 'Ruth', place: null }])
  expect(await page('/places/where')).toContain('1 person lies where we have a home')
  const done = await officer.post('/places/known')
  expect(done.headers.get('location')).toBe('/places/where?people=1')
  expect(await page('/places/where')).not.toContain('Ruth')
})

test('an officer of one village sees no questions of the whole council', async () => {
  const local = await signedIn(t, await t.actorWith('officer', village))
  await addPeople(t, [{ given: 'Hidden', place: null }])
  expect(await (await local.get('/places/where')).text()).not.toContain('CB24')
  expect((await local.post('/places/known')).status).toBe(404)
})

test('the read models are what the record says', async () => {
  const who = { council, actor: systemId }
  const { differences } = await compareRebuild(t.node.store, t.node.registry, who)
  expect(differences).toEqual([])
})

test('a file of places that nobody loads is thrown away after 30 days', async () => {
  const chunks = (async function* () {
    yield new TextEncoder().encode(csv('100090123999,1 Old Row,Old Row,Cottenham,,,CB24 8RA'))
  })()
  const file = await keepFile(t.node, t.system, { name: 'old.csv', chunks })
  const days = (many: number) => t.clock.now() + many * dayMs
  expect(await reading(tx => dropForgotten(tx, council, days(30)))).toBe(0)
  expect(await reading(tx => dropForgotten(tx, council, days(31)))).toBe(1)
  const left = await reading(tx =>
    tx.selectFrom('geo_file_parts').select('nth').where('file', '=', file).execute(),
  )
  expect(left).toEqual([])
})
