// Whoever shares calls out, rings or prints asks the campaign who may work it, and when.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { dayMs, hourMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  openTestCampaign,
  otherStreet,
  otherVillage,
  otherZone,
  street,
  village,
  zone,
} from '../../testing/small-district.ts'
import { shareCalls } from '../index.ts'
import { countDue } from './calls-due.ts'
import { countDueCalls } from './due-calls.ts'
import { callsLeft, takeNext } from './holds.ts'

let t: TestNode
const people = Array.from({ length: 6 }, (_, n) => ({
  given: `Person${n}`,
  place: n % 2 === 0 ? street : otherStreet,
}))
/** What each is granted; said here once more, so that the rule can be told a second time. */
const grants = [
  { role: 'call-handler', place: null },
  { role: 'call-handler', place: null },
  { role: 'village-coordinator', place: village },
  { role: 'village-coordinator', place: otherZone },
  { role: 'officer', place: null },
] as const
const above: Readonly<Record<string, readonly Id[]>> = {
  [village]: [village],
  [otherZone]: [otherZone, otherVillage],
}
let actors: Actor[]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  actors = []
  for (const { role, place } of grants) {
    actors.push(await (place ? t.actorWith(role, place) : t.actorWith(role)))
  }
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

const inTx = <T>(work: Parameters<TestNode['node']['store']['transaction']>[1]) =>
  t.node.store.transaction({ council, actor: newId() }, work) as Promise<T>

type Terms = {
  readonly users: readonly number[]
  readonly roles: readonly string[]
  readonly places: readonly Id[]
  readonly startsAt: number | null
  readonly endsAt: number | null
}
const nobodyNamed: Terms = { users: [], roles: [], places: [], startsAt: null, endsAt: null }

/** The read model as an opening with these terms leaves it. */
async function mean({ users, roles, places, startsAt, endsAt }: Terms) {
  const named = users.map(n => actors[n]?.id ?? '')
  const at = (hours: number | null) => hours && new Date(t.clock.now() + hours * hourMs)
  await inTx(async tx => {
    await sql`delete from holds`.execute(tx)
    await sql`update campaigns set work_users = ${named}::uuid[],
      work_roles = ${[...roles]}::text[], work_places = ${[...places]}::uuid[],
      starts_at = ${at(startsAt)}, ends_at = ${at(endsAt)}
      where id = ${campaign}`.execute(tx)
  })
}

async function share(callers: readonly Actor[]) {
  const hours = { from: t.clock.now(), to: t.clock.now() + 3 * hourMs }
  const input = {
    ...{ share: newId(), upTo: 'all' as const },
    callers: callers.map(({ id }) => ({ user: id, room: 100, languages: [], ...hours })),
  }
  const done = await act(t.node, t.system, shareCalls, { id: newId(), input })
  if (isRefusal(done)) throw new Error(done.refused)
  const rows = await inTx<{ rows: { member: Id; user: Id }[] }>(tx =>
    sql`select member, user_id as user from call_shares`.execute(tx),
  )
  return { answer: done.answer, given: rows.rows }
}

const scopeFor = (actor: Actor) =>
  scopeOf(t.node.registry.permissions, actor, { permission: 'reach.record', now: t.clock.now() })
const nextFor = (actor: Actor) =>
  inTx<{ member: Id } | undefined>(tx =>
    takeNext(tx, scopeFor(actor), { now: t.clock.now(), user: actor.id }),
  )

/** The rule once more: whom the terms name, and whose work lies in a place that they name. */
function mayWork(n: number, { users, roles, places }: Terms): boolean {
  const { role, place } = grants[n] as (typeof grants)[number]
  if (users.length + roles.length + places.length === 0) return true
  const lies = place === null ? [] : (above[place] ?? [])
  return users.includes(n) || roles.includes(role) || lies.some(one => places.includes(one))
}

const isUnderWay = ({ startsAt, endsAt }: Terms, hours: number) =>
  (startsAt ?? 0) <= hours && hours < (endsAt ?? Number.POSITIVE_INFINITY)

const anyTerms = fc.record({
  users: fc.subarray([0, 1, 2, 3, 4]),
  roles: fc.subarray(['call-handler', 'village-coordinator', 'officer']),
  places: fc.subarray([village, otherVillage, zone]),
  startsAt: fc.option(fc.constantFrom(-5, 1, 2, 30)),
  endsAt: fc.option(fc.constantFrom(-2, 3, 4, 40)),
})
const terms = anyTerms.filter(({ startsAt, endsAt }) => (startsAt ?? -9) < (endsAt ?? 50))

test('nobody is given a call, or handed one, that is not theirs to work on', async () => {
  await fc.assert(
    fc.asyncProperty(terms, async drawn => {
      await mean(drawn)
      const { given, answer } = await share(actors)
      for (const { user } of given) {
        expect(
          mayWork(
            actors.findIndex(one => one.id === user),
            drawn,
          ),
        ).toBe(true)
      }
      const isToday = isUnderWay(drawn, 0) || isUnderWay(drawn, 2)
      if (!isToday) expect(given).toEqual([])
      expect(given.length + Number(answer?.left)).toBe(await dueNow())
      for (const [n, actor] of actors.entries()) {
        const isTheirs = mayWork(n, drawn) && isUnderWay(drawn, 0)
        if (!isTheirs) expect(await nextFor(actor)).toBeUndefined()
        const left = await inTx<number>(tx =>
          callsLeft(tx, scopeFor(actor), { now: t.clock.now(), user: actor.id }),
        )
        expect(left > 0).toBe(isTheirs)
        if (!given.some(({ user }) => user === actor.id) || !isUnderWay(drawn, 0)) continue
        expect(given).toContainEqual({ user: actor.id, member: (await nextFor(actor))?.member })
      }
    }),
    { numRuns: 40 },
  )
})

const dueNow = async () => {
  const due = await inTx<Record<string, number>>(tx => countDue(tx, council, t.clock.now()))
  return Object.values(due).reduce((sum, n) => sum + n, 0)
}

describe('a campaign outside its days', () => {
  const ahead = { ...nobodyNamed, startsAt: 48 }

  test('gives nobody to share, and the page says when it begins', async () => {
    await mean(ahead)
    expect(await dueNow()).toBe(0)
    const counted = await inTx<readonly unknown[]>(tx =>
      countDueCalls(tx, scopeFor(t.system), t.clock.now()),
    )
    expect(counted).toEqual([])
    const page = await (await signedIn(t, await t.actorWith('hub-manager'))).get('/calls/share')
    expect(await page.text()).toMatch(/Spring contact begins on \w+ \d/)
  })

  test('stands on no call sheet and on no street round, and the page says why', async () => {
    await mean(ahead)
    const manager = await signedIn(t, await t.actorWith('hub-manager'))
    for (const kind of ['call', 'round']) {
      const asked = { kind, campaign, place: village, forWhom: 'Ann', reason: 'Lines', days: '0' }
      const answer = await manager.post('/sheets/print', { ...asked, ring: '01632 960142' })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Nobody is left to print')
      expect(page).toContain('Spring contact begins on')
    }
    await mean(nobodyNamed)
    const answer = await manager.post('/sheets/print', {
      ...{ kind: 'call', campaign, place: village, forWhom: 'Ann', reason: 'Lines', days: '0' },
      ring: '01632 960142',
    })
    expect(answer.status).toBe(303)
  })

  test('that is over by the end of today is still shared this morning', async () => {
    await mean({ ...nobodyNamed, endsAt: 2 })
    expect(await dueNow()).toBe(people.length)
    t.clock.turnTo(testStart + dayMs)
    expect(await dueNow()).toBe(0)
  })
})
