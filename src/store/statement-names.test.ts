// A connection names what it is asked again, and neither rows nor memory notice.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { statementNames } from './statement-names.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

test('a statement is named from the second time on, and keeps its name', () => {
  const nameOf = statementNames()
  const names = [1, 2, 3].map(() => nameOf('select 1'))
  expect(names).toEqual([undefined, 's1', 's1'])
  expect([nameOf('select 2'), nameOf('select 2')]).toEqual([undefined, 's2'])
})

test('statements that are never alike take no names and no memory without end', () => {
  const nameOf = statementNames()
  for (let i = 0; i < 5_000; i++) expect(nameOf(`select ${i}`)).toBe(undefined)
  expect([nameOf('select a'), nameOf('select a')]).toEqual([undefined, undefined])
})

test('the same question with other values gives other rows, every time', async () => {
  const seen = await t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    const rows: number[] = []
    for (let i = 0; i < 12; i++) {
      rows.push(Number((await sql<{ n: number }>`select ${i}::int as n`.execute(tx)).rows[0]?.n))
    }
    return rows
  })
  expect(seen).toEqual(Array.from({ length: 12 }, (_, i) => i))
})

test('a statement kept ready follows a table that changed its shape', async () => {
  const ask = () =>
    t.node.store.transaction({ council, actor: t.system.id }, async tx => {
      const found = await sql`select count(*)::int as n, ${1}::int as one from users`.execute(tx)
      return found.rows
    })
  for (let i = 0; i < 6; i++) await ask()
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: t.adminUrl })
  await owner.connect()
  await owner.query('alter table doorstep.users add column nickname text')
  await owner.end()
  expect(await ask()).toEqual([{ n: 0, one: 1 }])
})
