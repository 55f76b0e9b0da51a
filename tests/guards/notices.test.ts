// Does any notice to another system name somebody, or tell of a place that is not its own?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RoleName, systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { deliverNotices, subscribe } from '../../src/notices/index.ts'
import { openReceiver, type Receiver } from '../../src/notices/testing/receiver.ts'
import { council } from '../../src/testing/make-node.ts'
import { marksIn } from './canary.ts'
import { ask } from './database.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let whole: Receiver
let village: Receiver
beforeAll(async () => {
  world = await makeWorld()
  whole = await openReceiver()
  village = await openReceiver()
  const hosts = [whole.host, village.host]
  await doAs('notices.set-hosts', { hosts })
  const own = world.things.village?.['own place'] ?? null
  await tell(whole, 'officer', null)
  await tell(village, 'village-coordinator', own)
  for (let turn = 0; turn < 50; turn++) {
    if ((await deliverNotices(world.t.node, council)) === 0) break
  }
})
afterAll(async () => {
  await Promise.all([whole.close(), village.close()])
  await world.t.close()
})

async function doAs(name: string, input: object): Promise<void> {
  const done = await act(world.t.node, systemActor(council), { name }, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`${name}: ${done.refused}`)
}

/** Everything that there is, from the beginning of the record. */
async function tell(to: Receiver, role: RoleName, place: Id | null): Promise<void> {
  const parts = world.t.node.registry.capabilities.filter(one => one.events.length > 0)
  const kinds = parts.map(({ name }) => `${name}.*`)
  const ask = { command: newId(), name: 'Ledger', address: to.address, purpose: 'testing' }
  const made = await subscribe(world.t.node, systemActor(council), { ...ask, kinds, role, place })
  if (isRefusal(made) || !made.secret) throw new Error('not told')
  to.trust(made.secret)
  world.t.clock.turnTo(Date.now())
  await doAs('notices.replay', { subscription: made.subscription, after: 0 })
}

test('every event is told once, and no notice holds a mark', async () => {
  const [{ n = 0 } = {}] = await ask<{ n: number }>(
    world.t.adminUrl,
    `select count(*)::int as n from doorstep.events where council = '${council}'`,
  )
  expect(whole.heard).toHaveLength(n)
  expect(n).toBeGreaterThan(50)
  const told = [...whole.heard, ...village.heard].map(({ text }) => text).join('\n')
  const leaks = world.people.flatMap(({ level, marks }) =>
    marksIn(told, marks).map(mark => `${level}: ${mark}`),
  )
  expect(leaks).toEqual([])
  expect(told).not.toMatch(/@|07700|Test officer|Canarywood/)
})

test('a village is told of its own places alone', async () => {
  const rows = await ask<{ seq: number }>(
    world.t.adminUrl,
    `select e.seq::int from doorstep.events e
      join doorstep.places p on p.council = e.council and p.id = e.place
      where e.council = '${council}'
        and '${world.things.village?.['own place']}'::uuid = any(p.path) order by e.seq`,
  )
  expect(rows.length).toBeGreaterThan(5)
  expect(village.heard.map(({ body }) => body.data.seq)).toEqual(rows.map(({ seq }) => seq))
})
