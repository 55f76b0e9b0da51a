// Sharing out the calls of a day: on its page, in the queue, again when somebody leaves.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherVillage,
  phoneId,
} from '../../testing/small-district.ts'
import { recordAttempt } from '../index.ts'
import { takeNext } from '../store/holds.ts'

let t: TestNode
let manager: Actor
let handlers: Actor[]
let away: Actor
const due = Array.from({ length: 12 }, (_, n) => ({ given: `Person${n}` }))
const never = { given: 'Dot', flags: ['do-not-call'] }

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [...due, never])
  await openTestCampaign(t, [...due, never])
  manager = await t.actorWith('hub-manager')
  handlers = []
  for (let n = 0; n < 3; n++) handlers.push(await t.actorWith('call-handler'))
  away = await t.actorWith('village-coordinator', otherVillage)
})
afterAll(() => t.close())
beforeEach(async () => {
  t.clock.turnTo(testStart)
  await t.node.store.transaction({ council, actor: newId() }, tx =>
    tx.deleteFrom('holds').where('council', '=', council).execute(),
  )
})

type Ringing = { readonly room?: string; readonly to?: string; readonly languages?: string }

async function share(rings: readonly Actor[], more: Ringing & { upTo?: string } = {}) {
  const fields = rings.flatMap(({ id }) => [
    [`room-${id}`, more.room ?? '30'],
    [`from-${id}`, '09:00'],
    [`to-${id}`, more.to ?? '17:00'],
    [`languages-${id}`, more.languages ?? ''],
  ])
  const signed = await signedIn(t, manager)
  return signed.post('/calls/share', {
    ...Object.fromEntries(fields),
    rings: rings.map(({ id }) => id),
    upTo: more.upTo ?? 'all',
  })
}

async function given(): Promise<ReadonlyMap<Id, readonly Id[]>> {
  const rows = await t.node.store.transaction({ council, actor: newId() }, tx =>
    tx.selectFrom('call_shares').selectAll().where('council', '=', council).execute(),
  )
  return new Map(
    [...Map.groupBy(rows, row => row.user_id)].map(([user, own]) => [
      user,
      own.map(({ member }) => member).sort(),
    ]),
  )
}

function next(user: Actor, done?: Id) {
  const now = t.clock.now()
  const scope = scopeOf(t.node.registry.permissions, user, { permission: 'reach.record', now })
  return t.node.store.transaction({ council, actor: user.id }, tx =>
    takeNext(tx, scope, { now, user: user.id, ...(done && { done }) }),
  )
}

describe('sharing out', () => {
  test('gives every call that is due once, evenly, and nobody who must not be rung', async () => {
    const answer = await share(handlers)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('given=12')
    const shared = await given()
    expect([...shared.values()].map(own => own.length)).toEqual([4, 4, 4])
    expect(new Set([...shared.values()].flat()).size).toBe(12)
    expect([...shared.values()].flat()).not.toContain(memberOf('Dot'))
    const page = await (await (await signedIn(t, manager)).get('/calls/share')).text()
    expect(page).toContain('12 calls are due today.')
    expect(page).toContain('4 of 4 still to ring')
  })

  test('each caller is given their own first, and nobody another’s', async () => {
    await share(handlers)
    const shared = await given()
    for (const handler of handlers) {
      const own = shared.get(handler.id) ?? []
      const rung: Id[] = []
      for (let done: Id | undefined; rung.length < 4; ) {
        const held = await next(handler, done)
        done = held?.member
        rung.push(held?.member ?? '')
        // What is put back by letting go is next again: it is marked as rung elsewhere.
        if (done) await markTried(done)
      }
      expect(rung.sort()).toEqual(own)
      expect(await next(handler, rung[3])).toBeUndefined()
    }
  })
})

async function markTried(member: Id) {
  const given = due.find(one => memberOf(one.given) === member)?.given ?? ''
  const input = {
    ...{ attempt: newId(), member, channel: 'call', contactPoint: phoneId(given) },
    ...{ outcome: 'no_answer', needs: [], note: '', promisedAt: null, happenedAt: null },
    scriptVersion: null,
  }
  const done = await act(t.node, t.system, recordAttempt, { id: newId(), input })
  if (isRefusal(done)) throw new Error(done.refused)
}

describe('when somebody leaves', () => {
  test('only what they had moves, and when their hours are over it is anybody’s', async () => {
    t.clock.turnTo(testStart + 6 * hourMs)
    await share(handlers, { to: '23:00' })
    const before = await given()
    await share(handlers.slice(1), { to: '23:00' })
    const after = await given()
    const total = [...after.values()].flat().length
    expect(total).toBe(12)
    for (const { id } of handlers.slice(1)) {
      for (const member of before.get(id) ?? []) expect(after.get(id)).toContain(member)
    }
    t.clock.turnTo(testStart + 14 * hourMs)
    const stranger = handlers[0] as Actor
    expect(await next(stranger)).toBeDefined()
  })

  test('a promise that is a quarter of an hour late is anybody’s to keep', async () => {
    t.clock.turnTo(testStart + 24 * hourMs)
    const [first, other] = handlers as [Actor, Actor]
    await share([first])
    expect(await next(other)).toBeUndefined()
    const member = memberOf('Person3')
    const promisedAt = t.clock.now() + 30 * minuteMs
    await act(t.node, t.system, recordAttempt, {
      id: newId(),
      input: {
        ...{ attempt: newId(), member, channel: 'call', contactPoint: phoneId('Person3') },
        ...{ outcome: 'call_back_later', needs: [], note: '', promisedAt, happenedAt: null },
        scriptVersion: null,
      },
    })
    t.clock.turnTo(promisedAt + minuteMs)
    expect(await next(other)).toBeUndefined()
    t.clock.turnTo(promisedAt + 16 * minuteMs)
    expect((await next(other))?.member).toBe(member)
  })
})

describe('what is asked of the page', () => {
  test('whoever may not ring there gets nobody, however much room they have', async () => {
    t.clock.turnTo(testStart + 48 * hourMs)
    const answer = await share([away], { room: '500' })
    expect(answer.headers.get('location')).toContain('given=0')
    expect((await given()).size).toBe(0)
  })

  test('what is wrong is said by name, and every answer is still there', async () => {
    const [first] = handlers as [Actor]
    const wrong = await share([first], { room: 'many' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('enter a whole number of calls')
    expect(page).toContain('value="many"')
    expect(await (await share([first], { to: 'late' })).text()).toContain('enter when they end')
    expect(await (await share([first], { to: '08:00' })).text()).toContain('end must be after')
    expect(await (await share([])).text()).toContain('Tick at least one person')
  })

  test('only who runs the whole council sees it', async () => {
    const handler = await signedIn(t, handlers[0] as Actor)
    expect((await handler.get('/calls/share')).status).toBe(404)
  })
})

test('rebuilt from the record, the sharing is the same', async () => {
  await share(handlers)
  const who = { council, actor: newId() }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
