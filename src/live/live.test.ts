// Does an open page hear what is new, only what its reader may see, and nothing once shut out?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, disableUser } from '../access/index.ts'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { recordAttempt } from '../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { makeTestApp, signedIn, testOrigin } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherVillage,
  village,
} from '../testing/small-district.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const someone = ['Joan', 'Ravi', 'Mary'].map(given => ({ given }))
  await addPeople(t, someone)
  await openTestCampaign(t, someone)
})
afterAll(() => t.close())

async function head(): Promise<number> {
  const row = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
    tx.selectFrom('council_logs').select('seq').executeTakeFirstOrThrow(),
  )
  return row.seq
}

async function ring(given: string): Promise<void> {
  const input = {
    attempt: newId(),
    member: memberOf(given),
    channel: 'call',
    contactPoint: null,
    outcome: 'no_answer',
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: 1,
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input })
}

/** Opens a stream as a browser does, and reads it event by event. */
async function open(actor: Actor, more = '') {
  const { cookie } = await signedIn(t, actor)
  const path = `/live?may=picture.read&kinds=reach&since=${await head()}${more}`
  const leave = new AbortController()
  const answer = await makeTestApp(t).request(testOrigin + path, {
    headers: { cookie },
    signal: leave.signal,
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    leave: () => reader?.cancel(),
    async next(): Promise<string> {
      const { value = '', done } = (await reader?.read()) ?? { done: true }
      return done ? 'end' : value.replaceAll('\n', ' ').trim()
    },
  }
}

async function untilSaid(stream: { next(): Promise<string> }, words: string): Promise<string> {
  for (;;) {
    const said = await stream.next()
    if (said === 'end' || said.includes(words)) return said
  }
}

test('a count comes soon after somebody else recorded something', async () => {
  const stream = await open(await t.actorWith('officer'))
  expect(stream.type).toContain('text/event-stream')
  expect(await stream.next()).toBe(': still here')
  const startedAt = performance.now()
  await ring('Joan')
  expect(await untilSaid(stream, 'event')).toBe('event: new data: 1')
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  await ring('Ravi')
  expect(await untilSaid(stream, 'event')).toBe('event: new data: 2')
  await stream.leave()
})

test('who works in another village, or asks about one, is told nothing', async () => {
  const there = await open(await t.actorWith('village-coordinator', otherVillage))
  const here = await open(await t.actorWith('village-coordinator', village))
  const about = await open(await t.actorWith('officer'), `&place=${otherVillage}`)
  await ring('Mary')
  expect(await untilSaid(here, 'event')).toBe('event: new data: 1')
  for (const stream of [there, about]) {
    expect([await stream.next(), await stream.next()]).toEqual([': still here', ': still here'])
    await stream.leave()
  }
  await here.leave()
})

test('who is shut out hears the end and no more', async () => {
  const officer = await t.actorWith('officer')
  const stream = await open(officer)
  await act(t.node, t.system, disableUser, { id: newId(), input: { user: officer.id } })
  const startedAt = performance.now()
  expect(await untilSaid(stream, 'over')).toContain('event: over')
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

test('a role without the permission hears the end at once', async () => {
  const stream = await open(await t.actorWith('system-administrator'))
  expect(await stream.next()).toContain('event: over')
})

test('a question that makes no sense is refused', async () => {
  const { get } = await signedIn(t, await t.actorWith('officer'))
  for (const path of ['/live', '/live?may=picture.read&kinds=reach&since=-1', '/live?may=%27']) {
    expect((await get(path)).status).toBe(422)
  }
})
