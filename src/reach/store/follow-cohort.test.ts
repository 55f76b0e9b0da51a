// A campaign follows its rule: its area as it moves, its lists as they are loaded, its ages.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawArea } from '../../areas/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { addPlaces } from '../../places/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict, personId, street } from '../../testing/small-district.ts'
import { recordAttempt } from '../domain/record-attempt.ts'
import { closeCampaign, joinCohort, memberId, openCampaign, reopenCampaign } from '../index.ts'
import { coverageHolds, nobodyIsForgotten, pastCoverageHolds } from './checks.ts'

let t: TestNode
const area = newId()
const who = { council, actor: newId() }

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addHomes()
  await addPeople(t, [{ given: 'Ann' }, { given: 'Bea', phone: null }])
})
afterAll(() => t.close())

const homeAt = (n: number) => idFrom('home', `${n}`)

/** Six homes in three postcodes. */
async function addHomes() {
  const dwellings = [0, 1, 2, 3, 4, 5].map(n => ({
    id: homeAt(n),
    street,
    uprn: null,
    address: `${n} Mill Lane`,
    postcode: `CB24 8R${'ABC'[n >> 1]}`,
  }))
  const input = { places: [], dwellings }
  const done = await act(t.node, t.system, addPlaces, { id: newId(), input })
  if (isRefusal(done)) throw new Error(done.refused)
}

async function draw(number: number, postcodes: string[]) {
  const input = {
    ...{ area, version: newId(), number, name: 'Mill Lane flood', note: '' },
    ...{ source: 'postcodes' as const, shape: [], postcodes },
  }
  return act(t.node, t.system, drawArea, { id: newId(), input })
}

type More = Partial<Parameters<typeof openCampaign.decide>[1]>

async function open(more: More) {
  const ids = { campaign: newId(), round: newId() }
  const input = {
    ...ids,
    ...{ title: 'Flood', purpose: 'Safe?', pack: 'pandemic', answerable: t.system.id },
    ...{ memberKind: 'dwelling', rule: rule({ area }) },
    ...more,
  }
  const done = await act(t.node, t.system, openCampaign, { id: newId(), input })
  if (isRefusal(done)) throw new Error(done.refused)
  return ids
}
const rule = (more: object) => ({
  ...{ lists: [], places: [], withFlags: [], withoutFlags: [] },
  ...more,
})
const read = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction(who, async tx => (await query.execute(tx)).rows)

type Member = { subject: string; state: string; reason: string | null; number: number | null }
const membersOf = (round: string) =>
  read(sql<Member>`select subject, state, reason, dropped_number as number from members
    where round = ${round} order by subject`)
const inOrder = (...homes: number[]) => homes.map(homeAt).sort()

test('a home that nobody is listed in counts; who is no longer inside is excused', async () => {
  expect(isRefusal(await draw(1, ['CB24 8RA', 'CB24 8RB']))).toBe(false)
  const { round } = await open({})
  expect((await membersOf(round)).map(one => one.subject)).toEqual(inOrder(0, 1, 2, 3))
  const attempt = {
    ...{ attempt: newId(), member: memberId(round, homeAt(0)), channel: 'doorstep' },
    ...{ contactPoint: null, outcome: 'spoke_no_help_wanted', needs: [], note: '' },
    ...{ promisedAt: null, happenedAt: t.clock.now(), scriptVersion: null },
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input: attempt })

  await draw(2, ['CB24 8RB', 'CB24 8RC'])
  const moved = await membersOf(round)
  expect(moved.map(one => one.subject)).toEqual(inOrder(0, 1, 2, 3, 4, 5))
  const out = moved.filter(one => one.state === 'excused')
  expect(out.map(one => one.subject)).toEqual(inOrder(0, 1))
  expect(new Set(out.map(one => `${one.reason} ${one.number}`))).toEqual(new Set(['not-inside 2']))

  await draw(3, ['CB24 8RA'])
  const back = (await membersOf(round)).filter(one => one.state !== 'excused')
  expect(back).toEqual(
    [
      { subject: homeAt(0), state: 'reached', reason: null, number: null },
      { subject: homeAt(1), state: 'untried', reason: null, number: null },
    ].sort((one, other) => (one.subject < other.subject ? -1 : 1)),
  )
})

test('a version that was drawn meanwhile is noticed, and nothing is drawn twice', async () => {
  expect(await draw(3, ['CB24 8RA'])).toMatchObject({ refused: 'already-done' })
  expect(await draw(9, ['CB24 8RA'])).toMatchObject({ refused: 'already-done' })
})

/** As if her birth date had come without one; put back before the rows are compared. */
const changeBorn = (born: string | null) =>
  read(sql`update people set born = ${born} where id = ${personId('Bea')}`)

test('people of an age are asked; whose age is not known is asked too', async () => {
  await changeBorn(null)
  await draw(4, ['CB24 8RX'])
  const old = await open({ memberKind: 'person', rule: rule({ area, ageFrom: 70 }) })
  expect((await membersOf(old.round)).map(one => one.subject)).toEqual(
    [personId('Ann'), personId('Bea')].sort(),
  )
  const young = await open({ memberKind: 'person', rule: rule({ area, ageTo: 40 }) })
  expect((await membersOf(young.round)).map(one => one.subject)).toEqual([personId('Bea')])
  await changeBorn('1941-03-04')
})

test('a campaign that asks again spreads the calls and leaves who was reached lately', async () => {
  const from = t.clock.now()
  const first = await open({ memberKind: 'person', rule: rule({ area }) })
  const attempt = {
    ...{ attempt: newId(), member: memberId(first.round, personId('Ann')), channel: 'inbound' },
    ...{ contactPoint: null, outcome: 'spoke_complete', needs: [], note: '' },
    ...{ promisedAt: null, happenedAt: t.clock.now(), scriptVersion: null },
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input: attempt })
  const spread = { perDay: 1, restDays: 14 }
  const again = { memberKind: 'person' as const, rule: rule({ area }), spread }
  const { round } = await open({ ...again, repeats: first.campaign })
  const days = await read(sql<{ subject: string; at: Date }>`
    select subject, next_at as at from members where round = ${round}`)
  const dayOf = (given: string) =>
    Math.round(
      ((days.find(one => one.subject === personId(given))?.at.getTime() ?? 0) - from) / 864e5,
    )
  expect([dayOf('Ann'), dayOf('Bea')]).toEqual([14, 0])
  const only = { memberKind: 'person' as const, rule: rule({ area, notReachedIn: first.campaign }) }
  const rest = await open(only)
  expect((await membersOf(rest.round)).map(one => one.subject)).toEqual([personId('Bea')])
})

test('a campaign is closed with the number of those not reached, and opened again', async () => {
  const { campaign, round } = await open({ memberKind: 'person', rule: rule({ area }) })
  const close = (unreached: number) => {
    const input = { campaign, reason: 'The water went down', unreached }
    return act(t.node, t.system, closeCampaign, { id: newId(), input })
  }
  expect(await close(1)).toMatchObject({ refused: 'stale-preview' })
  expect(isRefusal(await close(2))).toBe(false)
  await draw(5, ['CB24 8RA'])
  expect((await membersOf(round)).map(one => one.state)).toEqual(['untried', 'untried'])
  const reason = 'It came back'
  const reopened = await act(t.node, t.system, reopenCampaign, {
    id: newId(),
    input: { campaign, reason },
  })
  expect(isRefusal(reopened)).toBe(false)
  const followed = await act(t.node, t.system, joinCohort, { id: newId(), input: { campaign } })
  expect(followed).toMatchObject({ answer: { joined: 0, left: 2, restored: 0 } })
})

test('figures are the log’s at every moment, and read models can be made again', async () => {
  const now = new Date(t.clock.now())
  for (const check of [coverageHolds, pastCoverageHolds]) {
    const found = await t.node.store.transaction(who, tx => check.run(tx, council, now))
    expect(found.counted).toBeGreaterThan(0)
    expect(found.wrong).toEqual([])
  }
  const adrift = await t.node.store.transaction(who, tx => nobodyIsForgotten.run(tx, council, now))
  expect(adrift.wrong.filter(one => one.includes('next step'))).toEqual([])
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
