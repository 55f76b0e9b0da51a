// Parted by mistake joined: what goes where is shown first, done with a reason, and what nobody can
// say is given back by a person. Being kept apart is remembered until somebody takes it back.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../access/index.ts'
import { act, actInBulk } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { recordAttempt } from '../../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  personId,
  phoneId,
  village,
} from '../../testing/small-district.ts'
import { correctPerson, doubtDrafts, mergePeople, openReview, unmergePeople } from '../index.ts'

let t: TestNode
const everybody = ['Ada', 'Bea', 'Cyd', 'Dot', 'Eve'].map((given, at) => ({
  given,
  phone: `+44770090010${at}`,
}))
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, everybody)
  await openTestCampaign(t, everybody)
})
afterAll(() => t.close())

const as = async (role: RoleName, place: string | null = null) =>
  signedIn(t, await t.actorWith(role, place))
const page = (given: string) => `/people/${personId(given)}`
const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction({ council, actor: newId() }, async tx => [
    ...(await query.execute(tx)).rows,
  ])

async function does(command: Parameters<typeof act>[2], input: unknown) {
  t.clock.turnTo(t.clock.now() + 1000)
  return act(t.node, t.system, command, { id: newId(), input })
}

const attempt = (given: string, contactPoint: string | null) =>
  does(recordAttempt, {
    ...{ attempt: newId(), member: memberOf(given), channel: 'call', contactPoint },
    ...{ outcome: 'spoke_complete', note: '', promisedAt: null, happenedAt: null },
    needs: [{ kind: 'food-shopping', urgency: 'today' }],
    scriptVersion: null,
  })

const attemptsOf = async (given: string) =>
  rows<{ outcome: string; is_doubted: boolean }>(
    sql`select outcome, is_doubted from attempts where subject = ${personId(given)}`,
  )
const stateOf = async (given: string) =>
  (await rows<{ state: string }>(sql`select state from members where id = ${memberOf(given)}`))[0]
    ?.state

test('the preview says what goes where; parting does it and asks about the rest', async () => {
  const officer = await as('officer')
  expect((await officer.get(`${page('Ada')}/part`)).status).toBe(404)
  await does(mergePeople, { from: personId('Bea'), into: personId('Ada') })
  await attempt('Ada', phoneId('Bea'))
  await attempt('Ada', null)
  const html = await (await officer.get(`${page('Bea')}/part`)).text()
  expect(html).toContain('Goes to Bea Pratt')
  expect(html).toContain('their own number was rung')
  expect(html).toContain('Nobody can say: it waits to be judged')
  expect((await (await as('call-handler')).get(`${page('Bea')}/part`)).status).toBe(404)
  const without = await officer.post(`${page('Bea')}/part`, { note: ' ', apart: 'yes' })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('href="#note"')
  const done = await officer.post(`${page('Bea')}/part`, { note: 'Two sisters', apart: 'yes' })
  expect(done.headers.get('location')).toBe(`${page('Bea')}?said=parted`)
  expect(await attemptsOf('Bea')).toEqual([{ outcome: 'spoke_complete', is_doubted: false }])
  expect(await attemptsOf('Ada')).toEqual([{ outcome: 'spoke_complete', is_doubted: true }])
  expect(await stateOf('Bea')).toBe('reached')
  expect(await stateOf('Ada')).toBe('tried')
  const needs = await rows(sql`select 1 from needs where person = ${personId('Bea')}`)
  expect(needs).toHaveLength(1)
})

test('what nobody could say is given back by a person, with all that goes along', async () => {
  const manager = await as('hub-manager')
  const list = await (await manager.get('/strays')).text()
  expect(list).toContain('1 thing waits to be given back')
  const at = list.match(/action="(\/strays\/[^"]+)"/)?.[1] ?? ''
  expect((await manager.post(at, { person: personId('Cyd') })).status).toBe(404)
  expect((await (await as('call-handler')).post(at, {})).status).toBe(404)
  expect((await manager.post(at, { person: personId('Ada') })).status).toBe(303)
  expect((await manager.post(at, { person: personId('Bea') })).status).toBe(409)
  expect(await stateOf('Ada')).toBe('reached')
  expect(await (await manager.get('/strays')).text()).toContain('Nothing waits')
})

test('who is kept apart is said on both pages, and nobody asks or joins them', async () => {
  const officer = await as('officer')
  for (const given of ['Ada', 'Bea']) {
    const html = await (await officer.get(page(given))).text()
    expect(html).toContain('Kept apart')
    expect(html).toContain('Two sisters')
  }
  const pair = { one: personId('Ada'), other: personId('Bea'), reason: 'asked-by-staff' }
  expect(await does(openReview, pair)).toEqual({ refused: 'kept-apart' })
  const merge = { from: personId('Ada'), into: personId('Bea'), note: 'I know better' }
  expect(await does(mergePeople, merge)).toEqual({ refused: 'kept-apart' })
  expect(await machineAsks('Ada', 'Bea')).toBe(0)
})

async function machineAsks(one: string, other: string): Promise<number> {
  const [reason, probability] = ['same-name-and-home' as const, 0.9]
  let asked = 0
  await actInBulk(t.node, t.system, {
    id: newId(),
    name: 'test.bulk',
    contentHash: new Uint8Array(),
    async work(tx, append) {
      const pair = { one: personId(one), other: personId(other), reason, probability }
      const drafts = await doubtDrafts(tx, council, [pair, pair])
      asked = drafts.length
      await append(drafts.slice(0, 1))
      return {}
    },
  })
  return asked
}

test('a new phone of one of them is not asked about; the same first name is', async () => {
  const given = (said: string) => ({ person: personId('Bea'), given: said, contacts: [] })
  await does(correctPerson, { ...given('Beatrice') })
  expect(await machineAsks('Ada', 'Bea')).toBe(0)
  await does(correctPerson, { ...given('Ada') })
  expect(await machineAsks('Ada', 'Bea')).toBe(2)
  expect(await machineAsks('Ada', 'Bea')).toBe(0)
  const officer = await as('officer')
  const next = await officer.get('/reviews/next')
  const at = next.headers.get('location') ?? ''
  expect(await (await officer.get(at)).text()).toContain('because a fact says more now')
  expect((await officer.post(at, { answer: 'different' })).status).toBe(303)
  expect(await machineAsks('Ada', 'Bea')).toBe(0)
})

test('keeping apart is taken back with a reason, and then they may be joined', async () => {
  const officer = await as('officer')
  const at = `${page('Ada')}/apart/end`
  const other = personId('Bea')
  expect((await officer.post(at, { other, note: '' })).status).toBe(422)
  expect((await (await as('call-handler', village)).post(at, { other, note: 'x' })).status).toBe(
    404,
  )
  expect((await officer.post(at, { other, note: 'One woman after all' })).status).toBe(303)
  expect((await officer.post(at, { other, note: 'Twice' })).status).toBe(409)
  expect(await (await officer.get(page('Ada'))).text()).not.toContain('h-apart')
  expect(isRefusal(await does(mergePeople, { from: personId('Ada'), into: other }))).toBe(false)
})

test('two dates of birth are joined by no machine, by a person only with a reason', async () => {
  const pair = { from: personId('Cyd'), into: personId('Dot') }
  await does(correctPerson, { person: personId('Cyd'), given: 'Dot', born: '1941-04-03' })
  expect(await does(mergePeople, { ...pair, by: 'machine', note: 'Sure' })).toEqual({
    refused: 'facts-conflict',
  })
  expect(await does(mergePeople, pair)).toMatchObject({ refused: 'reason-needed' })
  const manager = await as('hub-manager')
  const asked = await does(openReview, { one: pair.from, other: pair.into, reason: 'born-differs' })
  const at = `/reviews/${'answer' in asked ? asked.answer.review : ''}`
  const html = await (await manager.get(at)).text()
  expect(html).toContain('The dates of birth differ')
  expect(html).toContain('Day and month may be swapped')
  const bare = await manager.post(at, { answer: 'same' })
  expect(bare.status).toBe(422)
  expect(await bare.text()).toContain('Say why they are one person although these facts differ')
  const keep = personId('Dot')
  expect((await manager.post(at, { answer: 'same', because: 'swapped', keep })).status).toBe(303)
  expect((await manager.get(page('Cyd'))).headers.get('location')).toBe(page('Dot'))
  const notes = await rows<{ note: string }>(sql`select r.words->>'note' as note from events e
    join register r on r.seq = e.seq where e.kind = 'people.ReviewClosed' order by e.seq desc`)
  expect(notes[0]?.note).toBe('Day and month swapped')
  await does(unmergePeople, { from: personId('Cyd'), note: 'Undone' })
})

test('two reviewers never get the same pair; a stop comes before what is likelier', async () => {
  const zed = ['Zoe', 'Zara', 'Zena', 'Zia'].map((given, at) => ({
    given,
    phone: `+44770090020${at}`,
    flags: given === 'Zena' ? ['deceased-reported'] : [],
  }))
  await addPeople(t, zed)
  const doubt = async (one: string, other: string) => {
    const reason = 'asked-by-staff'
    const done = await does(openReview, { one: personId(one), other: personId(other), reason })
    return `/reviews/${'answer' in done ? done.answer.review : ''}`
  }
  const plain = await doubt('Zoe', 'Zara')
  const urgent = await doubt('Zena', 'Zia')
  const [ruth, amir] = [await as('hub-manager'), await as('officer')]
  const next = async (who: typeof ruth) => (await who.get('/reviews/next')).headers.get('location')
  expect(await next(ruth)).toBe(urgent)
  expect(await next(amir)).toBe(plain)
  expect(await next(ruth)).toBe(urgent)
  const taken = await amir.get(urgent)
  expect(taken.status).toBe(409)
  expect(await taken.text()).toContain('Somebody else judges this pair')
  t.clock.turnTo(t.clock.now() + 11 * 60_000)
  expect((await amir.get(urgent)).status).toBe(200)
  const done = await amir.post(urgent, { answer: 'different' })
  expect(done.headers.get('location')).toMatch(`${plain}?last=`)
})
