// Is the demo told completely, once, and in order?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyCouncil } from '../events/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { loadDemo } from './load-demo.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

test('measure', { timeout: 200_000 }, async () => {
  const size = (process.env.SIZE ?? 'W0') as 'W0'
  const startedMs = Date.now()
  const progress = (label: string, total?: number) => {
    const s = Date.now()
    return {
      update() {},
      end() {
        console.log(label, total, Date.now() - s, 'ms')
      },
    }
  }
  await loadDemo(t.node, { size, seed: 1, progress })
  console.log('total', Date.now() - startedMs, process.memoryUsage().rss / 1e6)
  const found = await verifyCouncil(t.node, council)
  console.log(found)
  expect(found.flatMap(one => one.wrong)).toEqual([])
})
