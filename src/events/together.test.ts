// Does whoever shares a transaction get what they would have got alone, whatever the others do?
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addUser } from '../access/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { type Act, act } from './act.ts'
import { compareRebuild } from './fold.ts'
import { makeRegistry } from './registry.ts'
import { chainHolds } from './verify-log.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const who = { council, actor: newId() }
const grant = { role: 'officer' as const, place: null, purpose: 'testing', until: null }
function someone(user: Id = newId()) {
  return { id: newId(), input: { user, name: 'Ruth Okafor', email: null, grants: [grant] } }
}
const add = (request: Act, node = t.node) => act(node, t.system, addUser, request)
const eventsOf = (id: Id) =>
  t.node.store.transaction(who, async tx => {
    const found = await sql<{ seq: number; at: string }>`select seq, xmin::text as at
      from events where council = ${council} and command = ${id} order by seq`.execute(tx)
    return found.rows
  })

test('commands that wait at the same moment share transactions and each is answered', async () => {
  const requests = Array.from({ length: 24 }, () => someone())
  const done = await Promise.all(requests.map(request => add(request)))
  const written = await Promise.all(requests.map(({ id }) => eventsOf(id)))
  for (const [at, one] of done.entries()) {
    const user = requests[at]?.input.user
    expect(one).toMatchObject({ outcome: 'accepted', answer: { user } })
    expect(written[at]).toHaveLength(2)
    expect(one).toMatchObject({ seq: written[at]?.at(-1)?.seq })
  }
  expect(new Set(written.flat().map(row => row.at)).size).toBeLessThan(12)
  await expectWhole()
})

test('one that breaks the others harms nobody, and says by itself what is wrong', async () => {
  const known = newId()
  await add(someone(known))
  const good = Array.from({ length: 9 }, () => someone())
  const bad = someone(known)
  const sent = [...good.slice(0, 5), bad, ...good.slice(5)].map(request => add(request))
  const done = await Promise.allSettled(sent)
  expect(done.filter(one => one.status === 'rejected')).toHaveLength(1)
  expect(done[5]?.status).toBe('rejected')
  for (const { id } of good) expect(await eventsOf(id)).toHaveLength(2)
  expect(await eventsOf(bad.id)).toEqual([])
  await expectWhole()
})

test('of one command sent many times among others one is recorded', async () => {
  const request = someone()
  const others = Array.from({ length: 6 }, () => someone())
  const sent = [request, others[0], request, ...others.slice(1), request]
  const done = await Promise.all(sent.map(one => add(one as Act)))
  const outcomes = [0, 2, 8].map(at => (done[at] as { outcome: string }).outcome).sort()
  expect(outcomes).toEqual(['accepted', 'repeated', 'repeated'])
  expect(await eventsOf(request.id)).toHaveLength(2)
})

test('two about one person go one after the other: the second sees the first', async () => {
  const user = newId()
  const done = await Promise.allSettled([user, user, newId()].map(one => add(someone(one))))
  expect(done.map(one => one.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
})

test('refused, repeated and not allowed are answered each by itself', async () => {
  const before = someone()
  await add(before)
  const handler = await t.actorWith('call-handler')
  const done = await Promise.all([
    add(someone()),
    add(before),
    add({ ...someone(), id: before.id }),
    act(t.node, handler, addUser, someone()),
    add(someone(t.system.id)),
    add(someone()),
  ])
  expect(done).toMatchObject([
    { outcome: 'accepted' },
    { outcome: 'repeated' },
    { refused: 'id-reuse' },
    { refused: 'not-found' },
    { refused: 'to-oneself' },
    { outcome: 'accepted' },
  ])
})

test('a read model that cannot follow takes nobody else with it', async () => {
  const unlucky = newId()
  const [first, ...others] = t.node.registry.capabilities
  const broken = {
    ...(first as NonNullable<typeof first>),
    name: 'broken',
    events: [],
    commands: [],
    project: {
      'access.UserAdded': async (_tx: unknown, events: readonly { subjects: readonly Id[] }[]) => {
        if (events.some(event => event.subjects.includes(unlucky))) throw new Error('Broken')
      },
    },
  }
  const all = [...(first ? [first] : []), ...others, broken]
  const node = { ...t.node, registry: makeRegistry(all as never) }
  const requests = [newId(), unlucky, newId(), newId()].map(user => someone(user))
  const done = await Promise.allSettled(requests.map(request => add(request, node)))
  expect(done.map(one => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(await Promise.all(requests.map(async ({ id }) => (await eventsOf(id)).length))).toEqual([
    2, 0, 2, 2,
  ])
})

test('sent twice, late or shuffled, in any company, each is recorded once', async () => {
  const plot = fc.record({
    users: fc.integer({ min: 1, max: 12 }),
    sendings: fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
    waves: fc.integer({ min: 1, max: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(plot, async ({ users, sendings, waves }) => {
      const requests = Array.from({ length: users }, () => someone())
      const sent = sendings.map(nth => requests[nth % users] as Act)
      const size = Math.ceil(sent.length / waves)
      const done = []
      for (let from = 0; from < sent.length; from += size) {
        done.push(...(await Promise.all(sent.slice(from, from + size).map(one => add(one)))))
      }
      for (const request of new Set(sent)) {
        const own = done.filter((_, at) => sent[at] === request)
        const accepted = own.filter(one => 'outcome' in one && one.outcome === 'accepted')
        expect(accepted).toHaveLength(1)
        expect(await eventsOf(request.id)).toHaveLength(2)
      }
    }),
    { numRuns: 15 },
  )
  await expectWhole()
})

async function expectWhole() {
  const { wrong } = await t.node.store.transaction(who, tx =>
    chainHolds.run(tx, council, new Date()),
  )
  expect(wrong).toEqual([])
  const { differences } = await compareRebuild(t.node.store, t.node.registry, who)
  expect(differences).toEqual([])
}
