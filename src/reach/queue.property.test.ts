// Can any story of several callers bring back the known faults of queues: somebody stuck with a
// caller who is gone, the same person again at once, a promise that vanishes, two with one person?
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../access/index.ts'
import { act, actInBulk, compareRebuild } from '../events/index.ts'
import { getPack } from '../hazards/index.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { addPeople, addSmallDistrict, personId, street } from '../testing/small-district.ts'
import { endWithSession } from '../web/sign-out-parts.ts'
import { joined } from './domain/join.ts'
import { memberId, openCampaign, recordAttempt, shareCalls, startRound } from './index.ts'
import { callBacks } from './store/call-backs.ts'
import { holdMs, takeNext } from './store/holds.ts'

const names = ['Joan', 'Ivy', 'Percy', 'Olive', 'Walter']
const efforts = ['spring', 'winter'].map(name => ({
  campaign: idFrom('queue', name),
  rounds: [idFrom('queue', name, '1')],
}))

let t: TestNode
let callers: Actor[]
/** The world goes on from story to story, as it does for callers. */
const held = new Map<Id, { user: Id; until: number; member: Id }>()
const promises = new Map<Id, number>()
const met = { taken: 0, promised: 0, skipped: 0, rounds: 0 }

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(
    t,
    names.map(given => ({ given })),
  )
  callers = await Promise.all([1, 2, 3].map(() => t.actorWith('call-handler')))
  for (const effort of efforts) await openEffort(effort)
})
afterAll(() => t.close())

async function openEffort({ campaign, rounds: [round = ''] }: (typeof efforts)[number]) {
  const rule = { lists: ['no list'], places: [], withFlags: [], withoutFlags: [] }
  const about = { title: 'Round', purpose: 'Reaching people', pack: 'pandemic' }
  const ids = { campaign, round, answerable: t.system.id }
  const input = { ...ids, ...about, memberKind: 'person', rule }
  await must(act(t.node, t.system, openCampaign, { id: newId(), input }))
  const joining = { campaign, round, pack: getPack('pandemic', 1), list: null, now: t.clock.now() }
  const drafts = names.map(given =>
    joined(
      { subject: personId(given), kind: 'person', place: street, canRing: true, excuse: null },
      joining,
    ),
  )
  await actInBulk(t.node, t.system, {
    ...{ id: newId(), name: 'test.bulk', contentHash: new Uint8Array() },
    async work(_tx, append) {
      await append(drafts)
      return {}
    },
  })
}

const who = fc.nat({ max: 2 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('take' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      who,
      outcome: fc.constantFrom('no_answer', 'voicemail_left', 'spoke_no_help_wanted', 'skipped'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('promise' as const),
      who,
      hours: fc.integer({ min: 1, max: 30 }),
      isInbound: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('share' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('round' as const), which: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.integer({ min: 1, max: 600 }),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const tx = { council, actor: newId() }
const userOf = (nth: number) => callers[nth]?.id ?? ''

function everywhere() {
  const asked = { permission: 'reach.record', now: t.clock.now() }
  return scopeOf(t.node.registry.permissions, t.system, asked)
}

/** Whom they have in a round that is under way; somebody of the one before waits out the hold. */
function own(user: Id): Id | undefined {
  const isOwn = ([person, one]: [Id, { user: Id; until: number; member: Id }]) =>
    one.user === user && one.until > t.clock.now() && membershipsOf(person).includes(one.member)
  return [...held].find(isOwn)?.[0]
}

/** Whom the caller gets, by person and membership. */
async function take(user: Id) {
  const now = t.clock.now()
  const got = await t.node.store.transaction(tx, db => takeNext(db, everywhere(), { now, user }))
  if (!got) return undefined
  const person = names.map(personId).find(one => membershipsOf(one).includes(got.member))
  expect(person, 'somebody of a round that is under way').toBeDefined()
  return { person: person ?? '', member: got.member }
}

const membershipsOf = (person: Id) =>
  efforts.map(({ rounds }) => memberId(rounds.at(-1) ?? '', person))

async function tellTake(user: Id) {
  const before = own(user)
  const got = await take(user)
  if (!got) return undefined
  const other = held.get(got.person)
  const isFree = other === undefined || other.user === user || other.until <= t.clock.now()
  expect(isFree, 'nobody else has them').toBe(true)
  if (before) expect(got.person).toBe(before)
  const until = other?.user === user && before ? other.until : t.clock.now() + holdMs
  held.set(got.person, { user, until, member: got.member })
  met.taken += 1
  return got
}

type Made = { outcome: string; promisedAt?: number | null; channel?: string }

async function record({ member, person }: { member: Id; person: Id }, made: Made) {
  const { outcome, promisedAt = null, channel = 'call' } = made
  const input = {
    ...{ attempt: newId(), member, channel, contactPoint: null, outcome, promisedAt },
    ...{ needs: [], note: '', happenedAt: null, scriptVersion: null },
  }
  await must(act(t.node, callers[0] ?? t.system, recordAttempt, { id: newId(), input }))
  held.delete(person)
  if (promisedAt !== null) promises.set(member, promisedAt)
  else if (outcome !== 'skipped') promises.delete(member)
}

async function tell(one: Step): Promise<void> {
  if (one.do === 'wait') t.clock.turnTo(t.clock.now() + one.minutes * minuteMs)
  else if (one.do === 'round') await tellRound(one.which)
  else if (one.do === 'share') await tellShare(one.who)
  else if (one.do === 'leave') await tellLeave(userOf(one.who))
  else await tellCall(one)
}

async function tellCall(one: Step & { do: 'take' | 'save' | 'promise' }): Promise<void> {
  const user = userOf(one.who)
  const got = await tellTake(user)
  if (!got || one.do === 'take') return
  if (one.do === 'promise') {
    const promisedAt = t.clock.now() + one.hours * hourMs
    const channel = one.isInbound ? 'inbound' : 'call'
    met.promised += 1
    return record(got, { outcome: 'call_back_later', promisedAt, channel })
  }
  await record(got, { outcome: one.outcome })
  if (one.outcome !== 'skipped') return
  met.skipped += 1
  const next = await tellTake(user)
  expect(next?.member, 'whoever was put back is not the next').not.toBe(got.member)
}

/** Given to another caller, then to all of them anew: what was promised is still somebody's. */
async function tellShare(nth: number): Promise<void> {
  const from = t.clock.now()
  const users = callers.filter((_, at) => at !== nth)
  const input = {
    share: newId(),
    callers: users.map(({ id: user }) => {
      return { user, room: 3, languages: [], from, to: from + 2 * hourMs }
    }),
    upTo: 'all',
  }
  await must(act(t.node, t.system, shareCalls, { id: newId(), input }))
}

async function tellLeave(user: Id): Promise<void> {
  await t.node.store.transaction(tx, db => endWithSession(db, { council, user }))
  for (const [person, one] of held) if (one.user === user) held.delete(person)
}

async function tellRound(which: number): Promise<void> {
  const effort = efforts[which]
  if (!effort) return
  const { campaign, rounds } = effort
  const before = rounds.at(-1) ?? ''
  const round = newId()
  const input = { campaign, round, number: rounds.length + 1 }
  await must(act(t.node, t.system, startRound, { id: newId(), input }))
  rounds.push(round)
  met.rounds += 1
  for (const person of names.map(personId)) {
    const promisedAt = promises.get(memberId(before, person))
    promises.delete(memberId(before, person))
    if (promisedAt !== undefined) promises.set(memberId(round, person), promisedAt)
  }
}

async function expectPromises(): Promise<void> {
  const asked = { within: null, now: t.clock.now(), user: newId(), known: everywhere() }
  const rows = await t.node.store.transaction(tx, db => callBacks(db, everywhere(), asked))
  const shown = new Map(rows.map(row => [row.member, row.at.getTime()]))
  expect(shown).toEqual(promises)
  expect(rows.every(row => row.promisedBy !== null)).toBe(true)
}

test('no story loses a promise, sticks, repeats or gives one person to two callers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async steps => {
      for (const one of steps) {
        await tell(one)
        await expectPromises()
      }
      // A caller who vanished keeps nobody: after 20 minutes whoever waits may be rung by another.
      t.clock.turnTo(t.clock.now() + Math.max(holdMs, 40 * hourMs))
      const fresh = newId()
      const due = [...promises].sort(([, a], [, b]) => a - b)
      for (let n = 0; n < due.length; n++) {
        const got = await take(fresh)
        expect(got && promises.has(got.member), 'promises come first').toBe(true)
        if (got) await record(got, { outcome: 'no_answer' })
      }
      expect([...promises]).toEqual([])
      held.clear()
    }),
    { numRuns: 12 },
  )
  expect(Math.min(...Object.values(met)), JSON.stringify(met)).toBeGreaterThan(0)
  const compared = await compareRebuild(t.node.store, t.node.registry, tx)
  expect(compared.differences).toEqual([])
})

test('callers who hammer one queue side by side never meet the same person', async () => {
  for (const which of [0, 1]) await tellRound(which)
  t.clock.turnTo(t.clock.now() + hourMs)
  const users = Array.from({ length: 24 }, () => newId())
  const got = await Promise.all(users.map(take))
  const people = got.flatMap(one => (one ? [one.person] : []))
  expect(people).toHaveLength(names.length)
  expect(new Set(people).size).toBe(names.length)
})

async function must(doing: Promise<unknown>): Promise<void> {
  const done = await doing
  if (isRefusal(done)) throw new Error(`refused: ${done.refused}`)
}
