// The record itself: one door, no repeats, no changes, an unbroken chain, the same rows again.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addUser } from '../access/index.ts'
import { newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { act } from './act.ts'
import { compareRebuild, rebuild } from './fold.ts'
import { chainHolds, registerHolds } from './verify-log.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

function someone(name = 'Ruth Okafor') {
  const grants = [{ role: 'officer' as const, place: null, purpose: 'testing', until: null }]
  return { user: newId(), name, email: null, grants }
}

const who = { council, actor: newId() }
const check = (which: typeof chainHolds) =>
  t.node.store.transaction(who, tx => which.run(tx, council, new Date()))

test('a command is recorded once and its rows follow in the same transaction', async () => {
  const done = await act(t.node, t.system, addUser, { id: newId(), input: someone() })
  expect(done).toMatchObject({ outcome: 'accepted' })
  const user = 'answer' in done ? String(done.answer.user) : ''
  const rows = await t.node.store.transaction(who, tx =>
    tx.selectFrom('users').select('name').where('id', '=', user).execute(),
  )
  expect(rows).toEqual([{ name: 'Ruth Okafor' }])
})

test('the same command again answers as before and records nothing', async () => {
  const request = { id: newId(), input: someone() }
  const first = await act(t.node, t.system, addUser, request)
  const again = await act(t.node, t.system, addUser, request)
  expect(again).toMatchObject({ outcome: 'repeated', answer: 'answer' in first && first.answer })
})

test('the same command sent twice at the same moment is recorded once', async () => {
  const request = { id: newId(), input: someone() }
  const both = await Promise.all([1, 2, 3].map(() => act(t.node, t.system, addUser, request)))
  expect(both.map(one => 'outcome' in one && one.outcome).sort()).toEqual([
    'accepted',
    'repeated',
    'repeated',
  ])
})

test('the same id with other content or another actor is refused', async () => {
  const id = newId()
  await act(t.node, t.system, addUser, { id, input: someone() })
  const other = await act(t.node, t.system, addUser, { id, input: someone('Sam Idowu') })
  expect(other).toEqual({ refused: 'id-reuse' })
})

test('an id in capitals is the same id', async () => {
  const request = { id: newId(), input: someone() }
  const first = await act(t.node, t.system, addUser, request)
  const input = { ...request.input, user: request.input.user.toUpperCase() }
  const again = await act(t.node, t.system, addUser, { id: request.id.toUpperCase(), input })
  expect(again).toMatchObject({ outcome: 'repeated', answer: 'answer' in first && first.answer })
})

test('unknown fields and wrong types are refused with the field named', async () => {
  const input = { ...someone(), surprise: 1, name: 5 }
  const done = await act(t.node, t.system, addUser, { id: newId(), input })
  expect(done).toMatchObject({ refused: 'invalid', fields: { name: expect.any(String) } })
})

test('somebody without the permission is told there is no such thing', async () => {
  const handler = await t.actorWith('call-handler')
  const done = await act(t.node, handler, addUser, { id: newId(), input: someone() })
  expect(done).toEqual({ refused: 'not-found' })
})

test.each([
  "update events set kind = 'x'",
  'delete from events',
  'truncate events',
  "update register set words = '{}'",
])('the app role cannot run: %s', async statement => {
  const client = new pg.Client({ connectionString: t.adminUrl })
  await client.connect()
  await client.query('set role doorstep_app; set search_path to doorstep')
  await client.query("select set_config('app.council', $1, false)", [council])
  await expect(client.query(statement)).rejects.toThrow(/permission denied/)
  await client.end()
})

test('even the owner is stopped by the trigger', async () => {
  const client = new pg.Client({ connectionString: t.adminUrl })
  await client.connect()
  await expect(client.query("update doorstep.events set kind = 'x'")).rejects.toThrow(
    /cannot be changed/,
  )
  await client.end()
})

test('another council sees nothing of this one', async () => {
  const seen = await t.node.store.transaction({ council: 'elsewhere', actor: who.actor }, tx =>
    tx.selectFrom('events').select('seq').execute(),
  )
  expect(seen).toEqual([])
})

test('the chain and the register hold', async () => {
  expect(await check(chainHolds)).toMatchObject({ wrong: [] })
  const register = await check(registerHolds)
  expect(register.wrong).toEqual([])
  expect(register.counted).toBeGreaterThan(2)
})

test('rebuilding from the log gives the same rows', async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
  expect(compared.events).toBeGreaterThan(5)
  await rebuild(t.node.store, t.node.registry, who)
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})

test.each([
  [
    'alter table doorstep.events disable trigger all;' +
      "update doorstep.events set body = '{}' where seq = 2",
    'chain',
  ],
  [
    'alter table doorstep.register disable trigger all;' +
      `update doorstep.register set words = '{"name":"x"}' where seq = 1`,
    'register',
  ],
])('tampering is found: %s', async (statement, where) => {
  const client = new pg.Client({ connectionString: t.adminUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
  const found = await check(where === 'chain' ? chainHolds : registerHolds)
  expect(found.wrong).not.toEqual([])
})
