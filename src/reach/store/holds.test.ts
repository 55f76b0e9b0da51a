// Callers who ask side by side never ring the same person, and nobody is left out or rung in vain.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../access/actor.ts'
import { scopeOf } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
} from '../../testing/small-district.ts'
import { callsLeft, type Hold, holdMs, takeNext } from './holds.ts'

let t: TestNode
const rung = Array.from({ length: 12 }, (_, n) => ({ given: `Person${n}` }))
const never = [
  { given: 'Dot', flags: ['do-not-call'] },
  { given: 'Ada', flags: ['deceased-confirmed'] },
  { given: 'Edna', phone: null },
]
const mayNot = never.map(({ given }) => memberOf(given))

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [...rung, ...never])
  await openTestCampaign(t, [...rung, ...never])
})
afterAll(() => t.close())
beforeEach(() =>
  t.node.store.transaction(who, tx =>
    tx.deleteFrom('holds').where('council', '=', council).execute(),
  ),
)

const who = { council, actor: newId() }
type Asked = { readonly user: Id; readonly now?: number; readonly done?: Id | undefined }
function take({ user, now = t.clock.now(), done }: Asked): Promise<Hold | undefined> {
  const asked = { permission: 'reach.record', now }
  const scope = scopeOf(t.node.registry.permissions, systemActor(council), asked)
  const taking = { now, user, ...(done && { done }) }
  return t.node.store.transaction(who, tx => takeNext(tx, scope, taking))
}
const membersOf = (holds: readonly (Hold | undefined)[]) =>
  holds.flatMap(one => (one ? [one.member] : []))

test('callers who ask side by side each get somebody else', async () => {
  const callers = Array.from({ length: 20 }, () => newId())
  const taken = membersOf(await Promise.all(callers.map(user => take({ user }))))
  expect(new Set(taken).size).toBe(taken.length)
  expect(taken).toHaveLength(rung.length)
})

test('who may not be rung is not in the queue and not counted in it', async () => {
  const callers = Array.from({ length: 20 }, () => newId())
  const taken = membersOf(await Promise.all(callers.map(user => take({ user }))))
  for (const member of mayNot) expect(taken).not.toContain(member)
  const asked = { permission: 'reach.record', now: t.clock.now() }
  const scope = scopeOf(t.node.registry.permissions, systemActor(council), asked)
  const left = await t.node.store.transaction(who, tx =>
    callsLeft(tx, scope, { now: t.clock.now(), user: newId() }),
  )
  expect(left).toBe(rung.length)
})

test('asking again gives the same person, being done frees them', async () => {
  const [mine, theirs] = [newId(), newId()]
  const first = await take({ user: mine })
  expect((await take({ user: mine }))?.member).toBe(first?.member)
  const second = await take({ user: mine, done: first?.member })
  expect(second?.member).not.toBe(first?.member)
  expect((await take({ user: theirs }))?.member).toBe(first?.member)
})

test('saying that somebody else is done frees nobody', async () => {
  const [mine, theirs] = [newId(), newId()]
  const first = await take({ user: mine })
  await take({ user: theirs, done: first?.member })
  expect((await take({ user: mine }))?.member).toBe(first?.member)
})

const step = fc.record({
  user: fc.nat({ max: 5 }),
  isDone: fc.boolean(),
  minutes: fc.nat({ max: 8 }),
})

test('however callers come and go, no person is held by two at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const users = Array.from({ length: 6 }, () => newId())
      const held = new Map<Id, { user: Id; until: number }>()
      let now = t.clock.now()
      for (const { user: nth, isDone, minutes } of steps) {
        now += minutes * minuteMs
        const user = users[nth] ?? ''
        const own = [...held].find(([, one]) => one.user === user && one.until > now)?.[0]
        const done = isDone ? own : undefined
        if (done) held.delete(done)
        const got = await take({ user, now, done })
        if (!got) continue
        const other = held.get(got.member)
        expect(other === undefined || other.user === user || other.until <= now).toBe(true)
        expect(mayNot).not.toContain(got.member)
        if (own && !isDone) expect(got.member).toBe(own)
        held.set(got.member, { user, until: other?.user === user ? other.until : now + holdMs })
      }
      await t.node.store.transaction(who, tx =>
        tx.deleteFrom('holds').where('council', '=', council).execute(),
      )
    }),
    { numRuns: 25 },
  )
})
