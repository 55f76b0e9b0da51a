// Is another system told everything, in order, signed, whatever breaks in between; and no more?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disableUser } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council } from '../testing/make-node.ts'
import { deliverNotices } from './deliver.ts'
import { pauseSubscription, replay, resumeSubscription } from './domain/change-subscription.ts'
import { listSubscriptions } from './store/subscriptions.ts'
import { holdAll } from './store/turns.ts'
import { changeSecret, sendTest } from './subscribe.ts'
import { openReceiver, type Receiver } from './testing/receiver.ts'
import { makeStory, type Story } from './testing/story.ts'

let story: Story
let receiver: Receiver
beforeEach(async () => {
  story = await makeStory()
  receiver = await openReceiver()
})
afterEach(async () => {
  await receiver.close()
  await story.t.close()
})

const deliver = () => deliverNotices(story.t.node, council)
const seqs = (of = receiver) => of.heard.map(({ body }) => body.data.seq)
const later = (ms: number) => story.t.clock.turnTo(story.t.clock.now() + ms)
const told = () =>
  story.t.node.store.transaction({ council, actor: council }, async tx => {
    const scope = { council, actor: council, permission: '', purpose: '' }
    const [one] = await listSubscriptions(tx, { ...scope, everywhere: true, places: [] })
    if (!one) throw new Error('nobody is told')
    return one
  })
const change = async (command: { name: string }, input: object) => {
  const done = await act(story.t.node, story.t.system, command, { id: newId(), input })
  if (isRefusal(done)) throw new Error(done.refused)
}

test('a notice has an id, a time, a signature, and says ids only', async () => {
  await story.subscribe(receiver)
  await story.happen(story.villages[0], 1)
  expect(await deliver()).toBe(1)
  const [one] = receiver.heard
  expect(one?.id).toBe(`evt_${council}_${one?.body.data.seq}`)
  expect(one?.signatures).toHaveLength(1)
  expect(one?.body).toEqual({
    type: 'places.OrganisationAdded',
    timestamp: expect.stringMatching(/^20\d\d-.*Z$/),
    data: {
      ...{ seq: expect.any(Number), kind: 'places.OrganisationAdded', version: 1 },
      ...{ subjects: [], place: story.villages[0], happenedAt: expect.any(String) },
    },
  })
  expect(one?.text).not.toContain('Qzshopname')
  expect(await deliver()).toBe(0)
})

test('more than a batch arrives whole, in order, once', async () => {
  await story.subscribe(receiver)
  await story.happen(story.villages[0], 250)
  for (let turn = 0; turn < 5 && receiver.heard.length < 250; turn++) await deliver()
  const got = seqs()
  expect(got).toHaveLength(250)
  expect(got).toEqual([...new Set(got)].sort((a, b) => a - b))
})

test('a receiver that dies and comes back has missed nothing', async () => {
  const { secret } = await story.subscribe(receiver)
  await story.happen(story.villages[0], 20)
  const port = Number(receiver.host.split(':')[1])
  let left = 7
  receiver.answer(response => {
    response.writeHead(left-- > 0 ? 204 : 500).end()
  })
  await deliver()
  await receiver.close()
  await deliver()
  later(minuteMs)
  expect(await deliver()).toBe(0)
  expect((await told()).problem).toBe('ECONNREFUSED')
  receiver = await openReceiver(port)
  receiver.trust(secret)
  await story.happen(story.villages[0], 5)
  later(minuteMs)
  expect(await deliver()).toBe(18)
  const got = seqs()
  expect(got).toEqual(got.map((_, at) => (got[0] ?? 0) + at))
  expect((await told()).after).toBe((await told()).head)
})

test('four processes at once tell nobody twice and nothing out of order', async () => {
  await story.subscribe(receiver)
  await story.happen(story.villages[0], 60)
  await Promise.all([deliver(), deliver(), deliver(), deliver()])
  expect(seqs()).toHaveLength(60)
  expect(seqs()).toEqual([...seqs()].sort((a, b) => a - b))
})

test('a process that stopped is waited for a minute, then another goes on', async () => {
  await story.subscribe(receiver)
  await story.happen(story.villages[0], 3)
  let answerLast = () => {}
  receiver.answer(response => {
    answerLast = () => response.writeHead(204).end()
  })
  const stuck = deliver()
  await expect.poll(() => receiver.asked).toBe(1)
  receiver.answer(204)
  expect(await deliver()).toBe(0)
  later(minuteMs + 1)
  expect(await deliver()).toBe(3)
  answerLast()
  await stuck
  expect(seqs()).toHaveLength(3)
  expect((await told()).after).toBe((await told()).head)
})

test('each is told of its own village and its own kinds alone', async () => {
  const [own, next] = story.villages
  const near = await openReceiver()
  await story.subscribe(near, { role: 'village-coordinator', place: own, name: 'Near' })
  await story.subscribe(receiver, { kinds: ['people.PersonAdded'], name: 'Other kinds' })
  await story.happen(own, 3)
  await story.happen(next, 4)
  await deliver()
  const places = near.heard.map(({ text }) => JSON.parse(text).data.place)
  expect(places).toEqual([own, own, own])
  expect(receiver.asked).toBe(0)
  await near.close()
})

test('access that is taken away stops the notices, and its administrator is told', async () => {
  await story.subscribe(receiver)
  const { user } = await told()
  await change(disableUser, { user })
  await story.happen(story.villages[0], 2)
  await deliver()
  expect(receiver.asked).toBe(0)
  expect(await told()).toMatchObject({ state: 'paused', reason: 'no-access' })
})

test('while a secret is changed both count; a day later only the new one', async () => {
  const { subscription } = await story.subscribe(receiver)
  const ask = { id: newId(), subscription }
  const shown = await changeSecret(story.t.node, story.t.system, ask)
  if (isRefusal(shown) || !shown.secret) throw new Error('no secret')
  await story.happen(story.villages[0], 1)
  await deliver()
  expect(receiver.heard[0]?.signatures).toHaveLength(2)
  receiver.trust(shown.secret)
  await story.happen(story.villages[0], 1)
  await deliver()
  expect(seqs()).toHaveLength(2)
  expect(receiver.signatures).toBe(2)
  later(24 * hourMs + 1)
  await story.happen(story.villages[0], 1)
  await deliver()
  expect(receiver.signatures).toBe(1)
})

test('after a day without an answer it pauses, and goes on from there when told', async () => {
  const { subscription } = await story.subscribe(receiver)
  receiver.answer(503)
  await story.happen(story.villages[0], 3)
  for (let hour = 0; hour < 26 && (await told()).state === 'on'; hour++) {
    await deliver()
    later(hourMs)
  }
  expect(await told()).toMatchObject({ state: 'paused', reason: 'failures' })
  const asked = receiver.asked
  expect(asked).toBeGreaterThan(20)
  await deliver()
  expect(receiver.asked).toBe(asked)
  receiver.answer(204)
  story.t.clock.turnTo(Date.now())
  await change(resumeSubscription, { subscription })
  expect(await deliver()).toBe(3)
})

test('410 ends it: nothing is sent there any more, not even a test', async () => {
  const { subscription } = await story.subscribe(receiver)
  receiver.answer(response => response.writeHead(410).end())
  await story.happen(story.villages[0], 2)
  await deliver()
  expect(await told()).toMatchObject({ state: 'ended', reason: 'gone' })
  await deliver()
  expect(await sendTest(story.t.node, { council, subscription })).toBeUndefined()
  expect(receiver.asked).toBe(1)
})

test('asked again from a number, it sends all since then with the ids they had', async () => {
  const { subscription } = await story.subscribe(receiver)
  await story.happen(story.villages[0], 5)
  await deliver()
  const first = receiver.heard.map(({ id }) => id)
  await change(replay, { subscription, after: (seqs()[2] ?? 0) - 1 })
  await deliver()
  expect(receiver.heard.slice(5).map(({ id }) => id)).toEqual(first.slice(2))
})

test('a machine that left the list is told nothing more', async () => {
  const { subscription } = await story.subscribe(receiver)
  await change({ name: 'notices.set-hosts' }, { hosts: [] })
  await story.happen(story.villages[0], 1)
  await deliver()
  expect(await told()).toMatchObject({ problem: 'not-listed' })
  expect(await sendTest(story.t.node, { council, subscription })).toMatchObject({
    problem: 'not-listed',
  })
  expect(receiver.asked).toBe(0)
})

test('a restored copy tells nobody until somebody lets it', async () => {
  const { subscription } = await story.subscribe(receiver)
  await story.happen(story.villages[0], 2)
  const { node, clock } = story.t
  await node.store.transaction({ council, actor: council }, tx =>
    holdAll(tx, council, new Date(clock.now())),
  )
  expect(await deliver()).toBe(0)
  expect(await told()).toMatchObject({ state: 'on', isHeld: true })
  await change(resumeSubscription, { subscription })
  expect(await deliver()).toBe(2)
  expect(await told()).toMatchObject({ isHeld: false })
})

test('a test says nothing and moves nothing', async () => {
  const { subscription } = await story.subscribe(receiver)
  const before = await told()
  expect(await sendTest(story.t.node, { council, subscription })).toMatchObject({ status: 204 })
  expect(receiver.heard[0]?.body).toMatchObject({ type: 'notices.Test', data: {} })
  expect((await told()).after).toBe(before.after)
})

test('made again from the record, all that was decided is the same', async () => {
  const { subscription } = await story.subscribe(receiver)
  await story.happen(story.villages[0], 2)
  await deliver()
  await change(pauseSubscription, { subscription, reason: 'by-hand' })
  await change(resumeSubscription, { subscription })
  await change(replay, { subscription, after: 1 })
  await story.subscribe(receiver, { name: 'Second' })
  receiver.answer(response => response.writeHead(410).end())
  await deliver()
  const { store, registry } = story.t.node
  const { differences } = await compareRebuild(store, registry, { council, actor: council })
  expect(differences).toEqual([])
})
