// Homes and halls count like people, rounds follow rounds, and being reached runs out by itself.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { dayMs, hourMs } from '../../kernel/clock.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import { addOrganisation, addPlaces } from '../../places/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addSmallDistrict, otherStreet, street, village } from '../../testing/small-district.ts'
import { memberId } from '../domain/join.ts'
import { openCampaign } from '../domain/open-campaign.ts'
import { recordAttempt } from '../domain/record-attempt.ts'
import { startRound } from '../domain/start-round.ts'
import { coverageOfRound } from './coverage.ts'

let t: TestNode
const who = { council, actor: newId() }
const flood = idFrom('test', 'flood')
const first = idFrom('test', 'flood round 1')
const second = idFrom('test', 'flood round 2')
const home = (n: number) => idFrom('test', 'home', String(n))

async function open(memberKind: string, ids: { campaign: string; round: string }) {
  const rule = { lists: [], places: [village], withFlags: [], withoutFlags: [] }
  const input = {
    ...ids,
    title: 'River rising',
    purpose: 'Every home',
    pack: 'winter-welfare',
    memberKind,
    rule,
    answerable: (await t.actorWith('officer')).id,
  }
  return act(t.node, t.system, openCampaign, { id: newId(), input })
}
function coverage(round: string, now = t.clock.now()) {
  const asked = { permission: 'reach.read', now }
  const scope = scopeOf(t.node.registry.permissions, t.system, asked)
  return t.node.store.transaction(who, tx =>
    coverageOfRound(tx, scope, { round, moment: { now: new Date(now) } }),
  )
}

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const dwellings = [1, 2, 3, 4].map(n => ({
    id: home(n),
    street: n === 4 ? otherStreet : street,
    uprn: null,
    address: `${n} Mill Lane`,
    postcode: 'CB24 8RX',
  }))
  await act(t.node, t.system, addPlaces, { id: newId(), input: { places: [], dwellings } })
})
afterAll(() => t.close())

test('every home of the village is a member, on a list or not', async () => {
  expect(await open('dwelling', { campaign: flood, round: first })).toMatchObject({
    outcome: 'accepted',
  })
  expect(await coverage(first)).toEqual({ listed: 3, reached: 0, tried: 0, untried: 3, excused: 0 })
})

test('a home that was reached is not known again when its time has run out', async () => {
  const input = {
    attempt: newId(),
    member: memberId(first, home(1)),
    channel: 'doorstep',
    contactPoint: null,
    outcome: 'spoke_complete',
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: null,
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input })
  expect(await coverage(first)).toMatchObject({ reached: 1, untried: 2 })
  expect(await coverage(first, t.clock.now() + 7 * dayMs + hourMs)).toMatchObject({
    reached: 0,
    untried: 3,
    listed: 3,
  })
})

test('the next round asks everybody again and leaves the first as it was', async () => {
  const input = { campaign: flood, round: second, number: 2 }
  expect(await act(t.node, t.system, startRound, { id: newId(), input })).toMatchObject({
    outcome: 'accepted',
  })
  expect(await coverage(second)).toMatchObject({ listed: 3, untried: 3 })
  expect(await coverage(first)).toMatchObject({ listed: 3, reached: 1 })
  expect(await act(t.node, t.system, startRound, { id: newId(), input })).toEqual({
    refused: 'already-done',
  })
})

test('a hall and a care home can be reached like homes', async () => {
  for (const [kind, name] of [
    ['hall', 'Village hall'],
    ['care-home', 'The Limes'],
  ]) {
    const input = { organisation: newId(), kind, place: street, name, phone: '+441632960001' }
    await act(t.node, t.system, addOrganisation, { id: newId(), input })
  }
  const ids = { campaign: newId(), round: newId() }
  await open('organisation', ids)
  expect(await coverage(ids.round)).toMatchObject({ listed: 2, untried: 2 })
})

test('rebuilding gives the same rows', async () => {
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
