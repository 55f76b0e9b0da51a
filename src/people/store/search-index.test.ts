// What is kept in memory to search in is never behind the tables, in whatever process.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf, systemId } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { addPlaces, nameOwner } from '../../places/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict, village, zone } from '../../testing/small-district.ts'
import { readSearch } from '../domain/read-search.ts'
import { correctPerson, erasePerson, mergePeople, unmergePeople } from '../index.ts'
import { findPeople } from './find-people.ts'
import { indexInMemory, keepIndexes, searching } from './search-index.ts'

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

function scopeOn(node: Node, actor = t.system) {
  const asked = { permission: 'people.read', now: t.clock.now() }
  return scopeOf(node.registry.permissions, actor, asked)
}

function find(node: Node, text: string, actor = t.system) {
  const scope = scopeOn(node, actor)
  return searching(node, council, isBroughtUp =>
    node.store.transaction(who, async tx => {
      const found = await findPeople({ node, tx, scope, isBroughtUp }, readSearch(text))
      return found.map(({ id }) => id)
    }),
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

test('a street that was added a moment ago is within its village', async () => {
  const coordinator = await t.actorWith('village-coordinator', village)
  expect(await find(other, 'florence', coordinator)).toEqual([personId('Florence')])
  const place = idFrom('test', 'new street')
  const added = {
    kind: 'street',
    place,
    parent: zone,
    name: 'New Street',
    gss: null,
    postcodes: [],
  }
  await run(addPlaces, { places: [added], dwellings: [] })
  await addPeople(t, [{ given: 'Florence Two', place }])
  const both = [personId('Florence'), personId('Florence Two')]
  expect(await find(other, 'florence', coordinator)).toEqual(both)
})

test('who looks after a place sees those near first, from the next search on', async () => {
  const manager = await t.actorWith('hub-manager')
  const both = [personId('Florence'), personId('Florence Two')]
  expect(await find(other, 'florence', manager)).toEqual(both)
  await run(nameOwner, { place: idFrom('test', 'new street'), owner: manager.id, instead: null })
  expect(await find(other, 'florence', manager)).toEqual(both.reverse())
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

test('where the tables cannot be read, the search fails, and the next one does not', async () => {
  const { store } = t.node
  let isAway = true
  const fresh: Node = {
    ...t.node,
    store: {
      ...store,
      transaction: (own, work, options) =>
        isAway && own.actor === systemId
          ? Promise.reject(new Error('The database is away.'))
          : store.transaction(own, work, options),
    },
  }
  const failed = await Promise.allSettled(Array.from({ length: 3 }, () => find(fresh, 'dougal')))
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  isAway = false
  expect(await find(fresh, 'dougal')).toEqual([personId('Dougal')])
})
