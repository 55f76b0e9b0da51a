// Twelve writers and four readers, as a part of every test run.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { readWhileWriting } from './readers.ts'

const events = 2_000

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

test('a reader who asks for everything since a position never misses an event', async () => {
  const found = await readWhileWriting(t.node, { council, events, seed: 7 })
  expect(found.missed).toBe(0)
  expect(found.written).toBeGreaterThanOrEqual(events)
  expect(found.read).toBeGreaterThanOrEqual(4 * events)
  expect(found.questions).toBeGreaterThan(20)
})
