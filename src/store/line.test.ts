// Statements that are asked together are answered each by itself, and stand or fall together.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import type { Tx } from './open.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return t.node.store.transaction({ council, actor: t.system.id }, work)
}

const number = async (tx: Tx, n: number) =>
  (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]?.n

async function holds(): Promise<number> {
  const found = await transaction(tx => sql`select member from holds`.execute(tx))
  return found.rows.length
}

const hold = (tx: Tx) =>
  sql`insert into holds (council, person, member, user_id, until) values (${council},
    gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ${new Date()})`.execute(tx)

test('several asked at once are answered in their order, each with its own rows', async () => {
  const asked = Array.from({ length: 30 }, (_, n) => n)
  const answers = await transaction(tx => Promise.all(asked.map(n => number(tx, n))))
  expect(answers).toEqual(asked)
})

test('the very first statement is bound to the council already', async () => {
  const seen = await transaction(tx =>
    sql<{ of: string }>`select current_setting('app.council') as of`.execute(tx),
  )
  expect(seen.rows).toEqual([{ of: council }])
})

test('when one of several fails, nothing of the transaction is kept', async () => {
  const before = await holds()
  const failing = transaction(tx =>
    Promise.all([hold(tx), sql`select 1 / 0`.execute(tx), hold(tx)]),
  )
  await expect(failing).rejects.toThrow('division by zero')
  expect(await holds()).toBe(before)
})

test('a failure that nobody minds is not taken for a success', async () => {
  const before = await holds()
  const failing = transaction(async tx => {
    await hold(tx)
    await sql`select 1 / 0`.execute(tx).catch(() => {})
  })
  await expect(failing).rejects.toThrow('is not kept')
  expect(await holds()).toBe(before)
})

test('transactions side by side keep to themselves', async () => {
  const each = Array.from({ length: 40 }, (_, n) => n)
  const seen = await Promise.all(
    each.map(n => transaction(async tx => [await number(tx, n), await number(tx, n)])),
  )
  expect(seen).toEqual(each.map(n => [n, n]))
})

test('work that asks nothing, or begins late, is a transaction too', async () => {
  expect(await transaction(async () => 'nothing')).toBe('nothing')
  const late = transaction(async tx => {
    await new Promise(resolve => setTimeout(resolve, 5))
    return number(tx, 7)
  })
  expect(await late).toBe(7)
})

const once = <T>(work: (tx: Tx) => Promise<T>) =>
  t.node.store.transaction({ council, actor: t.system.id }, work, { isOneStatement: true })

test('a transaction of one statement is kept, and its connection goes on to work', async () => {
  const before = await holds()
  const each = Array.from({ length: 30 }, (_, n) => n)
  await Promise.all(each.map(n => (n % 2 ? once(hold) : transaction(hold))))
  expect(await holds()).toBe(before + 30)
  expect(await Promise.all(each.map(n => once(tx => number(tx, n))))).toEqual(each)
})

test('a transaction of one statement that fails is told so and keeps nothing', async () => {
  const before = await holds()
  const bad = (tx: Tx) =>
    sql`with kept as (insert into holds (council, person, member, user_id, until)
      values (${council}, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
        ${new Date()}) returning 1)
    select 1 / (select count(*) - 1 from kept)`.execute(tx)
  for (let i = 0; i < 25; i++) await expect(once(bad)).rejects.toThrow('division by zero')
  await expect(once(tx => bad(tx).catch(() => 'nobody minds'))).rejects.toThrow('is not kept')
  expect(await holds()).toBe(before)
})

test('a transaction of one statement refuses a second, or does without any', async () => {
  const twice = once(async tx => [await number(tx, 1), await number(tx, 2)])
  await expect(twice).rejects.toThrow('of one statement')
  expect(await once(async () => 'nothing')).toBe('nothing')
  expect(await transaction(async tx => [await number(tx, 1), await number(tx, 2)])).toEqual([1, 2])
})
