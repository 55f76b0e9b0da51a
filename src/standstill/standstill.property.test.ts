// Is anybody given out where all is stopped? Random histories, against a second, plainer rule.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { scopeOf } from '../access/index.ts'
import { act } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { leftOutBecause } from '../mailings/domain/left-out.ts'
import { candidatesOf } from '../mailings/store/candidates.ts'
import { mergePeople } from '../people/index.ts'
import { takeNext } from '../reach/index.ts'
import { callsDue } from '../reach/store/calls-due.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  district,
  openTestCampaign,
  otherStreet,
  otherVillage,
  otherZone,
  round,
  street,
  village,
  zone,
} from '../testing/small-district.ts'
import { liftStop, stopAll } from './index.ts'

let t: TestNode
const homes: Readonly<Record<string, Id>> = {
  Ann: street,
  Bob: street,
  Cai: zone,
  Dee: otherStreet,
  Eve: otherStreet,
  Fay: otherVillage,
}
const names = Object.keys(homes)
const users = [newId(), newId(), newId()]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const people = names.map((given, n) => ({
    given,
    place: homes[given] ?? null,
    phone: `+44163296010${n}`,
  }))
  await addPeople(t, people)
  await openTestCampaign(t, people)
  // One person with two records in two villages.
  const ids = await ask<{ given: string; id: Id }>(
    t.adminUrl,
    'select given, id from doorstep.people',
  )
  const idOf = (given: string) => ids.find(one => one.given === given)?.id
  await say(mergePeople, { from: idOf('Bob'), into: idOf('Eve'), note: 'The same' })
})
afterAll(() => t.close())

const say = (command: { name: string }, input: object) =>
  act(t.node, t.system, command, { id: newId(), input })
const inTx = <T>(work: Parameters<typeof t.node.store.transaction<T>>[1]) =>
  t.node.store.transaction({ council, actor: t.system.id }, work)

/** The second rule: what lies above each home, written out. */
const above: Readonly<Record<Id, readonly Id[]>> = {
  [street]: [street, zone, village, district],
  [zone]: [zone, village, district],
  [otherStreet]: [otherStreet, otherZone, otherVillage, district],
  [otherVillage]: [otherVillage, district],
}
const open = new Map<Id, Id | null>()
const standsStill = (home: Id) =>
  [...open.values()].some(within => within === null || above[home]?.includes(within))
const homesOf = (given: string) => {
  const both = given === 'Bob' ? ['Bob', 'Eve'] : [given]
  return both.map(one => homes[one] ?? '')
}
const mustRest = (given: string) => homesOf(given).some(standsStill)

const within = fc.constantFrom(null, ...Object.keys(above), zone, village, district)
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stop' as const), within }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lift' as const), nth: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('take' as const), user: fc.constantFrom(...users) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
const seen = { taken: 0, none: 0 }

async function run(one: Step): Promise<void> {
  if (one.kind === 'stop') {
    const standstill = newId()
    const done = await say(stopAll, { standstill, within: one.within, reason: 'Fog' })
    if (!('refused' in done)) open.set(standstill, one.within)
  }
  if (one.kind === 'lift') {
    const standstill = [...open.keys()][one.nth]
    if (!standstill) return
    await say(liftStop, { standstill, reason: 'Clear' })
    open.delete(standstill)
  }
  if (one.kind === 'take') await take(one.user)
}

async function take(user: Id): Promise<void> {
  const now = t.clock.now()
  const asked = { permission: 'reach.record', now }
  const scope = scopeOf(t.node.registry.permissions, t.system, asked)
  const next = await inTx(tx => takeNext(tx, scope, { now, user }))
  if (!next) seen.none++
  if (!next) return
  seen.taken++
  const [who] = await givenOf([next.member])
  expect([who, mustRest(who ?? '')]).toEqual([who, false])
}

async function givenOf(members: readonly Id[]): Promise<readonly string[]> {
  if (members.length === 0) return []
  const found = await ask<{ given: string }>(
    t.adminUrl,
    `select p.given from doorstep.members m join doorstep.people p on p.id = m.subject
     where m.id in (${members.map(id => `'${id}'`).join(',')})`,
  )
  return found.map(one => one.given)
}

/** Every queue, batch and hold, at this moment. */
async function look(): Promise<void> {
  const now = t.clock.now()
  const held = await ask<{ given: string }>(
    t.adminUrl,
    `select p.given from doorstep.holds h join doorstep.members m on m.id = h.member
     join doorstep.people p on p.id = m.subject`,
  )
  expect(held.filter(({ given }) => standsStill(homes[given] ?? ''))).toEqual([])
  const shared = await inTx(tx => callsDue(tx, council, now))
  const due = await givenOf(shared.map(one => one.member))
  expect(due.filter(mustRest)).toEqual([])
  const whom = { channel: 'letter', whom: 'everybody', within: null } as const
  const asked = { ...whom, campaign: round, template: round }
  const batch = await inTx(tx => candidatesOf(tx, council, { ...asked, round, now }))
  const written = batch.filter(one => leftOutBecause(one, asked) === undefined)
  const to = await givenOf(written.map(one => one.member))
  expect(to.filter(mustRest)).toEqual([])
}

test('where all is stopped nobody is in any queue, batch or hold', async () => {
  const steps = fc.array(step, { minLength: 2, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(steps, async history => {
      for (const one of history) await run(one)
      await look()
      for (const standstill of [...open.keys()]) {
        await say(liftStop, { standstill, reason: 'Over' })
        open.delete(standstill)
      }
    }),
    { numRuns: Number(process.env.STORIES ?? 150) },
  )
  expect(seen.taken).toBeGreaterThan(20)
  expect(seen.none).toBeGreaterThan(5)
}, 1_200_000)
