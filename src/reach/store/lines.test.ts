// However people wait, callers get them in the order of the rule, said here a second time.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../access/actor.ts'
import { scopeOf } from '../../access/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
} from '../../testing/small-district.ts'
import { callsLeft, takeNext } from './holds.ts'

let t: TestNode
const people = Array.from({ length: 9 }, (_, n) => ({ given: `Person${n}` }))

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
})
afterAll(() => t.close())

const who = { council, actor: newId() }
const hours = fc.option(fc.integer({ min: -40, max: 40 }), { nil: null })
const anybody = fc.record({
  state: fc.constantFrom('untried', 'tried', 'reached', 'excused'),
  step: fc.constantFrom('ring', 'ring-next-number', 'door', 'none', 'officer'),
  next: hours,
  promised: fc.oneof(fc.constant(null), hours),
  until: hours,
})
/** Nothing is promised to somebody who is out of the count. */
const standing = anybody.map(one => (one.state === 'excused' ? { ...one, promised: null } : one))
type Standing = typeof standing extends fc.Arbitrary<infer S> ? S : never
type Waiting = Standing & { readonly id: Id }

const hasCome = (at: number | null) => at !== null && at <= 0
const isToRing = ({ state, step, next }: Waiting) =>
  state !== 'excused' && ['ring', 'ring-next-number'].includes(step) && hasCome(next)
const hasRunOut = ({ state, until }: Waiting) =>
  (state === 'reached' || state === 'excused') && hasCome(until)

/** The line in which somebody waits, and since when. */
function placeOf(one: Waiting): [number, number] {
  const { promised, next, until, state } = one
  if (promised !== null) return [0, promised]
  if (state === 'untried') return [1, next ?? 0]
  const ways = [isToRing(one) ? next : null, hasRunOut(one) ? until : null]
  return [2, Math.min(...ways.filter(way => way !== null))]
}

function inOrder(all: readonly Waiting[]): Id[] {
  const due = all.filter(one => isToRing(one) || hasRunOut(one))
  const key = (one: Waiting) => placeOf(one)
  due.sort((a, b) => {
    const [[line, since], [otherLine, otherSince]] = [key(a), key(b)]
    return line - otherLine || since - otherSince || (a.id < b.id ? -1 : 1)
  })
  return due.map(one => one.id)
}

async function stand(all: readonly Waiting[], now: number): Promise<void> {
  const at = (of: number | null) => (of === null ? null : new Date(now + of * hourMs))
  await t.node.store.transaction(who, async tx => {
    await sql`delete from holds where council = ${council}`.execute(tx)
    for (const { id, state, step, next, promised, until } of all) {
      await sql`update members set state = ${state}, next_step = ${step}, next_at = ${at(next)},
        promised_at = ${at(promised)}, until = ${at(until)}
        where council = ${council} and id = ${id}`.execute(tx)
    }
  })
}

test('promises come first, then the never tried, then who has waited longest', async () => {
  const crowd = fc.array(standing, { minLength: people.length, maxLength: people.length })
  await fc.assert(
    fc.asyncProperty(crowd, async standings => {
      const now = t.clock.now()
      const all = standings.map((one, n) => ({ ...one, id: memberOf(`Person${n}`) }))
      await stand(all, now)
      const asked = { permission: 'reach.record', now }
      const scope = scopeOf(t.node.registry.permissions, systemActor(council), asked)
      const rung: Id[] = []
      for (;;) {
        const taking = { now, user: newId() }
        const next = await t.node.store.transaction(who, tx => takeNext(tx, scope, taking))
        if (!next) break
        rung.push(next.member)
      }
      expect(rung).toEqual(inOrder(all))
      const left = await t.node.store.transaction(who, tx =>
        callsLeft(tx, scope, { now, user: who.actor }),
      )
      expect(left).toBe(rung.length)
    }),
    { numRuns: 60 },
  )
})
