// An attempt is kept, moves its member once, teaches about the number, and can be counted again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { act, actInBulk, compareRebuild } from '../../events/index.ts'
import { dayMs, hourMs, minuteMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  otherStreet,
  otherVillage,
  personId,
  phoneId,
  round,
} from '../../testing/small-district.ts'
import { attemptRecorded } from '../domain/events.ts'
import { recordAttempt } from '../domain/record-attempt.ts'
import { coverageOfRound } from './coverage.ts'
import { findCall } from './find-call.ts'
import { hold, holdMs, takeNext } from './holds.ts'
import { recountFromLog } from './recount.ts'

let t: TestNode
let caller: Actor
const people = [
  { given: 'Joan' },
  { given: 'Arthur' },
  { given: 'Ivy', place: otherStreet },
  { given: 'Edna', phone: null },
  { given: 'Dot', flags: ['do-not-call'] },
  { given: 'Nobody', place: null },
]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  caller = await t.actorWith('call-handler')
})
afterAll(() => t.close())

const who = { council, actor: newId() }
function scope(actor = caller) {
  const asked = { permission: 'reach.record', now: t.clock.now() }
  return scopeOf(t.node.registry.permissions, actor, asked)
}
function attempt(given: string, outcome: string, more: object = {}) {
  const input = {
    attempt: newId(),
    member: memberOf(given),
    channel: 'call',
    contactPoint: null,
    outcome,
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: 1,
    ...more,
  }
  return { id: newId(), input }
}
const record = (given: string, outcome: string, more: object = {}) =>
  act(t.node, caller, recordAttempt, attempt(given, outcome, more))
function coverage(at?: Date) {
  const moment = { now: new Date(t.clock.now()), at }
  return t.node.store.transaction(who, tx => coverageOfRound(tx, scope(), { round, moment }))
}

test('an answered call with two needs reaches the person and keeps both needs', async () => {
  const needs = [
    { kind: 'food-shopping', urgency: 'routine' },
    { kind: 'medicine', urgency: 'today' },
  ]
  const more = { needs, note: 'Tablets run out on Thursday.', contactPoint: phoneId('Joan') }
  expect(await record('Joan', 'spoke_complete', more)).toMatchObject({ answer: { needs: 2 } })
  expect(await coverage()).toEqual({ listed: 6, reached: 1, tried: 0, untried: 5, excused: 0 })
  const rows = await t.node.store.transaction(who, tx =>
    tx.selectFrom('needs').select(['kind', 'urgency', 'words']).orderBy('kind').execute(),
  )
  expect(rows.map(row => row.kind)).toEqual(['food-shopping', 'medicine'])
  expect(rows[1]?.words).toBe('Tablets run out on Thursday.')
})

test('the number that was answered is known to work', async () => {
  const call = await t.node.store.transaction(who, tx => findCall(tx, scope(), memberOf('Joan')))
  expect(call?.phones).toMatchObject([{ state: 'works', lastOutcome: 'spoke_complete' }])
})

test('an attempt that arrives late is kept, and one from tomorrow is refused', async () => {
  const late = { happenedAt: t.clock.now() - 3 * dayMs }
  expect(await record('Joan', 'no_answer', late)).toMatchObject({ outcome: 'accepted' })
  const ahead = { happenedAt: t.clock.now() + dayMs + minuteMs }
  expect(await record('Joan', 'no_answer', ahead)).toEqual({ refused: 'attempt-in-future' })
  expect(await coverage()).toMatchObject({ reached: 1 })
})

test('a need that the pack does not know is refused with the field named', async () => {
  const needs = [{ kind: 'gold', urgency: 'today' }]
  expect(await record('Arthur', 'spoke_complete', { needs })).toMatchObject({
    refused: 'unknown-need',
    fields: { needs: 'unknown-need' },
  })
})

test('the next person is held for one caller, and frees by itself after 20 minutes', async () => {
  const user = newId()
  const take = (who2: string, now = t.clock.now()) =>
    t.node.store.transaction(who, tx => takeNext(tx, scope(), { now, user: who2 }))
  const first = await take(user)
  const others = await Promise.all([take(newId()), take(newId()), take(newId())])
  const taken = [first, ...others].filter(one => one !== undefined)
  expect(new Set(taken.map(one => one.member)).size).toBe(taken.length)
  expect(taken.map(one => one.member)).not.toContain(memberOf('Dot'))
  expect(taken.map(one => one.member)).not.toContain(memberOf('Edna'))
  expect((await take(user))?.member).toBe(first?.member)
  const later = await take(newId(), t.clock.now() + holdMs + 1)
  expect(later).toBeDefined()
})

test('a hold can be given back, and cannot be stolen', async () => {
  const [mine, theirs] = [newId(), newId()]
  const now = t.clock.now() + 10 * hourMs
  const member = memberOf('Ivy')
  await t.node.store.transaction(who, async tx => {
    expect(await hold(tx, council, { member, user: mine, now })).toBeDefined()
    expect(await hold(tx, council, { member, user: theirs, now })).toBeUndefined()
    await takeNext(tx, scope(), { now, user: mine, done: member })
    expect(await hold(tx, council, { member, user: theirs, now })).toBeDefined()
  })
})

test('a coordinator reaches only their village and sees only its figures', async () => {
  const coordinator = await t.actorWith('village-coordinator', otherVillage)
  const theirs = await act(t.node, coordinator, recordAttempt, attempt('Ivy', 'no_answer'))
  expect(theirs).toMatchObject({ outcome: 'accepted' })
  const foreign = await act(t.node, coordinator, recordAttempt, attempt('Arthur', 'no_answer'))
  expect(foreign).toEqual({ refused: 'not-found' })
  const moment = { now: new Date(t.clock.now()) }
  const seen = await t.node.store.transaction(who, tx =>
    coverageOfRound(tx, scope(coordinator), { round, moment }),
  )
  expect(seen.listed).toBe(1)
})

test('a reported death takes them out of the count and of every queue', async () => {
  await record('Arthur', 'deceased_reported')
  expect(await coverage()).toMatchObject({ excused: 1, listed: 6 })
  const rows = await t.node.store.transaction(who, tx =>
    tx.selectFrom('people').select('flags').where('id', '=', personId('Arthur')).execute(),
  )
  expect(rows[0]?.flags).toContain('deceased-reported')
})

test('a past moment is answered as it was known then', async () => {
  const before = new Date(t.clock.now())
  t.clock.turnTo(t.clock.now() + hourMs)
  await record('Nobody', 'spoke_no_help_wanted')
  expect(await coverage()).toMatchObject({ reached: 2 })
  expect(await coverage(before)).toMatchObject({ reached: 1, listed: 6 })
})

test('the raw log, counted again by itself, agrees with the page', async () => {
  const at = new Date(t.clock.now())
  const log = await t.node.store.transaction(who, tx => recountFromLog(tx, council, { round, at }))
  expect(log).toEqual(await coverage())
})

test('a promise made on an answered call is rung when its time comes', async () => {
  const promisedAt = t.clock.now() + 2 * hourMs
  await record('Ivy', 'spoke_complete', { promisedAt })
  const take = (now: number) => {
    const user = newId()
    return t.node.store.transaction(who, tx => takeNext(tx, scope(), { now, user }))
  }
  const early = await Promise.all([1, 2, 3, 4, 5].map(() => take(promisedAt - 1)))
  expect(early.map(one => one?.member)).not.toContain(memberOf('Ivy'))
  expect((await take(promisedAt + dayMs))?.member).toBe(memberOf('Ivy'))
})

test('no promise brings back somebody who is reported to have died', async () => {
  await record('Edna', 'deceased_reported', { promisedAt: t.clock.now() + hourMs })
  const rows = await t.node.store.transaction(who, tx =>
    tx.selectFrom('members').select('next_step').where('id', '=', memberOf('Edna')).execute(),
  )
  expect(rows).toEqual([{ next_step: 'officer' }])
})

test('rebuilding gives the same rows', async () => {
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})

test('a word that the pack does not know, or that means something else, is refused', async () => {
  const refused = { refused: 'unknown-outcome' }
  expect(await record('Ivy', 'no_answer', { word: 'on-the-moon' })).toEqual(refused)
  expect(await record('Ivy', 'spoke_complete', { word: 'in-danger' })).toEqual(refused)
})

test('five thousand attempts that arrive at once are all kept', async () => {
  const count = 5_000
  const drafts = Array.from({ length: count }, () => lateAttempt())
  const before = await attemptsCount()
  await actInBulk(t.node, t.system, {
    id: newId(),
    name: 'test.bulk',
    contentHash: new Uint8Array(),
    async work(_tx, append) {
      await append(drafts)
      return {}
    },
  })
  expect(await attemptsCount()).toBe(before + count)
})

function lateAttempt() {
  return attemptRecorded({
    subjects: [newId()],
    body: {
      attempt: newId(),
      campaign,
      round,
      member: newId(),
      channel: 'call',
      contactPoint: null,
      outcome: 'no_answer',
      wasStopped: false,
      isAttempt: true,
      asked: false,
      needs: 0,
      state: 'tried',
      reason: null,
      until: null,
      promisedAt: null,
      scriptVersion: 1,
      next: { step: 'ring', at: t.clock.now() },
    },
  })
}

async function attemptsCount(): Promise<number> {
  const found = await t.node.store.transaction(who, tx =>
    tx.selectFrom('attempts').select(tx.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  )
  return Number(found.n)
}
