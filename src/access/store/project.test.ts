// Are the rows of access made from the record alone: after erasure, and after somebody tampered?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { act, actInBulk, compareRebuild, rebuild } from '../../events/index.ts'
import { chainHolds, registerHolds } from '../../events/verify-log.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { erased } from '../../people/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addUser, disableUser } from '../index.ts'

let t: TestNode
const who = { council, actor: newId() }
beforeAll(async () => {
  t = await makeTestNode()
  await t.actorWith('officer')
  await t.actorWith('system-administrator')
})
afterAll(() => t.close())

const compare = () => compareRebuild(t.node.store, t.node.registry, who)
const check = (one: typeof chainHolds) =>
  t.node.store.transaction(who, tx => one.run(tx, council, new Date()))

async function add(name: string): Promise<Id> {
  const user = newId()
  const grants = [{ role: 'officer' as const, place: null, purpose: 'testing', until: null }]
  const input = { user, name, email: 'marked@example.org', grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  return user
}

test('an erased person keeps an id in the record, and a name nowhere', async () => {
  const user = await add('Zebedee Marked')
  await act(t.node, t.system, disableUser, { id: newId(), input: { user } })
  await actInBulk(t.node, t.system, {
    id: newId(),
    name: 'test.erase',
    contentHash: new Uint8Array(32),
    async work(_tx, append) {
      await append([erased({ subjects: [user], body: {} })])
      return {}
    },
  })
  const tables = await ask<{ name: string }>(
    t.adminUrl,
    `select relname as name from pg_class
      where relnamespace = 'doorstep'::regnamespace and relkind = 'r'`,
  )
  expect(tables.length).toBeGreaterThan(10)
  for (const { name } of tables) {
    const rows = await ask(t.adminUrl, `select * from doorstep.${name}`)
    expect(JSON.stringify(rows)).not.toMatch(/zebedee|marked@/i)
  }
  expect((await check(chainHolds)).wrong).toEqual([])
  expect((await check(registerHolds)).wrong).toEqual([])
  expect((await compare()).differences).toEqual([])
})

test.each([
  ['a role that nobody gave', "update doorstep.grants set role = 'system-administrator'", 'grants'],
  ['a grant that never ends', "update doorstep.grants set ends_at = 'infinity'", 'grants'],
  ['a disabled person let in', 'update doorstep.users set disabled_at = null', 'users'],
  [
    'a person who was never added',
    `insert into doorstep.users values ('${council}',
    '${newId()}', 'Mallory', null, null)`,
    'users',
  ],
])(
  '%s is found by folding the record again, and mended by a rebuild',
  async (_name, sql, table) => {
    await ask(t.adminUrl, sql)
    const { differences } = await compare()
    expect(differences.map(one => one.table)).toContain(table)
    await rebuild(t.node.store, t.node.registry, who)
    expect((await compare()).differences).toEqual([])
  },
)
