// How long does a session last, what does the table hold of it, and does a link work only once?
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { act } from '../../events/index.ts'
import { dayMs, hourMs, minuteMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { type Actor, disableUser } from '../index.ts'
import {
  endSession,
  findActor,
  idleMsMax,
  makeSignInLink,
  openSession,
  sessionMsMax,
  takeSignInLink,
} from './sessions.ts'

let t: TestNode
let actor: Actor
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())
beforeEach(async () => {
  actor = await t.actorWith('call-handler')
})

function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return t.node.store.transaction({ council, actor: actor.id }, work)
}
const open = (now = testStart) => inTx(tx => openSession(tx, { council, user: actor.id, now }))
const find = (token: string, now: number) => inTx(tx => findActor(tx, { council, token, now }))
const link = (now = testStart) => inTx(tx => makeSignInLink(tx, { council, user: actor.id, now }))
const take = (token: string, now = testStart) =>
  inTx(tx => takeSignInLink(tx, { council, token, now }))

test('a token has 256 bits, is new each time, and only its hash is kept', async () => {
  const [first, second] = [await open(), await open()]
  expect(Buffer.from(first.token, 'base64url')).toHaveLength(32)
  expect(first.token).not.toBe(second.token)
  const rows = await inTx(tx =>
    tx.selectFrom('sessions').selectAll().where('id', '=', first.session).execute(),
  )
  expect(rows[0]?.token_hash).toEqual(createHash('sha256').update(first.token).digest())
  expect(JSON.stringify(rows)).not.toContain(first.token)
})

test('a session gives the person with the grants that they hold now', async () => {
  const { token, session } = await open()
  expect(await find(token, testStart)).toMatchObject({ id: actor.id, session, isSystem: false })
  expect((await find(token, testStart))?.grants.map(one => one.role)).toEqual(['call-handler'])
})

test('a session that is not used for 30 minutes is over', async () => {
  const { token } = await open()
  expect(await find(token, testStart + idleMsMax - 1)).toBeDefined()
  const other = await open()
  expect(await find(other.token, testStart + idleMsMax)).toBeUndefined()
})

test('use keeps a session alive, but never past 12 hours', async () => {
  const { token } = await open()
  for (let at = testStart; at < testStart + sessionMsMax; at += 20 * minuteMs) {
    expect(await find(token, at)).toBeDefined()
  }
  expect(await find(token, testStart + 12 * hourMs)).toBeUndefined()
})

test('a session that was ended, a wrong token and another council give nobody', async () => {
  const { token, session } = await open()
  await inTx(tx => endSession(tx, { council, session, now: testStart }))
  expect(await find(token, testStart)).toBeUndefined()
  expect(await find(`${token.slice(0, -1)}_`, testStart)).toBeUndefined()
  const kept = await open()
  const elsewhere = await t.node.store.transaction({ council: 'north-vale', actor: actor.id }, tx =>
    findActor(tx, { council: 'north-vale', token: kept.token, now: testStart }),
  )
  expect(elsewhere).toBeUndefined()
})

test('disabling a person ends their sessions, links and grants', async () => {
  const [{ token }, unused] = [await open(), await link()]
  const request = { id: newId(), input: { user: actor.id } }
  expect(await act(t.node, t.system, disableUser, request)).toMatchObject({ outcome: 'accepted' })
  expect(await find(token, testStart)).toBeUndefined()
  expect(await take(unused)).toBeUndefined()
  const again = await act(t.node, t.system, disableUser, { ...request, id: newId() })
  expect(again).toEqual({ refused: 'already-done' })
})

test('the last system administrator cannot be disabled', async () => {
  const only = await t.actorWith('system-administrator')
  const input = { user: only.id }
  expect(await act(t.node, t.system, disableUser, { id: newId(), input })).toEqual({
    refused: 'last-administrator',
  })
})

test('a link signs its person in once, within 24 hours', async () => {
  const token = await link()
  expect(await take(token, testStart + dayMs - 1)).toBe(actor.id)
  expect(await take(token)).toBeUndefined()
  expect(await take(await link(), testStart + dayMs)).toBeUndefined()
})

test('of 20 who use one link at the same moment, one gets in', async () => {
  const token = await link()
  const taken = await Promise.all(Array.from({ length: 20 }, () => take(token)))
  expect(taken.filter(one => one !== undefined)).toEqual([actor.id])
})

test('of a link only the hash is kept', async () => {
  const token = await link()
  const rows = await inTx(tx => tx.selectFrom('sign_in_links').selectAll().execute())
  expect(rows.length).toBeGreaterThan(1)
  expect(JSON.stringify(rows)).not.toContain(token)
})
