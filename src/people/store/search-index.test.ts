// What is kept in memory to search in is never behind the tables, in whatever process.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict } from '../../testing/small-district.ts'
import { readSearch } from '../domain/read-search.ts'
import { correctPerson, erasePerson, mergePeople, unmergePeople } from '../index.ts'
import { findPeople } from './find-people.ts'
import { indexInMemory, keepIndexes, searchIndexOf } from './search-index.ts'

let t: TestNode
let other: Node
const personId = (given: string) => idFrom('test person', given)
const who = { council, actor: newId() }

beforeAll(async () => {
  t = await makeTestNode()
  // As another process has it: the same tables, a memory of its own.
  other = { ...t.node }
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Zebedee' }, { given: 'Florence' }, { given: 'Dougal' }])
})
afterAll(() => t.close())

function find(node: Node, text: string) {
  const asked = { permission: 'people.read', now: t.clock.now() }
  const scope = scopeOf(node.registry.permissions, t.system, asked)
  return node.store.transaction(who, async tx =>
    (await findPeople({ node, tx, scope }, readSearch(text))).map(({ id }) => id),
  )
}

const run = (command: Parameters<typeof act>[2], input: unknown) =>
  act(t.node, t.system, command, { id: newId(), input })

/** Every word that a process has in memory. */
function memoryOf(node: Node): string {
  const { drawers } = indexInMemory(node, council)
  return JSON.stringify(drawers.map(({ words, orders }) => [words.text, orders.text]))
}

test('many who search at once before anything was read are all answered', async () => {
  const all = await Promise.all(Array.from({ length: 60 }, () => find(other, 'zebedee')))
  expect(all).toEqual(all.map(() => [personId('Zebedee')]))
})

test('what one process writes, another finds with the very next search', async () => {
  expect(await find(other, 'brian')).toEqual([])
  await addPeople(t, [{ given: 'Brian' }])
  expect(await find(other, 'brian')).toEqual([personId('Brian')])
  await run(correctPerson, { person: personId('Brian'), given: 'Ermintrude' })
  expect(await find(other, 'brian')).toEqual([])
  expect(await find(t.node, 'ermintrude')).toEqual([personId('Brian')])
  expect(await find(other, 'ermintrude')).toEqual([personId('Brian')])
})

test('joined and parted again, everybody is found as whom they are', async () => {
  const [from, into] = [personId('Dougal'), personId('Florence')]
  expect(await find(other, 'dougal')).toEqual([from])
  await run(mergePeople, { from, into })
  expect(await find(other, 'dougal')).toEqual([into])
  await run(unmergePeople, { from })
  expect(await find(other, 'dougal')).toEqual([from])
})

test('who was erased is out of the memory of every process within a turn', async () => {
  expect(memoryOf(other)).toContain('zebedee')
  await run(erasePerson, { person: personId('Zebedee') })
  await keepIndexes.run(other)
  const memory = memoryOf(other)
  expect(memory).toContain('florence')
  expect(memory).not.toContain('zebedee')
  expect(await find(other, 'zebedee')).toEqual([])
})

test('a search that breaks off while it reads keeps nobody else from being answered', async () => {
  const fresh: Node = { ...t.node }
  const broken = t.node.store.transaction(who, async tx => {
    const index = searchIndexOf(fresh, tx, council)
    index.catch(() => {})
    await sql`select 1 / 0`.execute(tx)
    await index
  })
  const others = Array.from({ length: 5 }, () => find(fresh, 'florence'))
  await expect(broken).rejects.toThrow('division by zero')
  for (const found of await Promise.all(others)) expect(found).toEqual([personId('Florence')])
})
