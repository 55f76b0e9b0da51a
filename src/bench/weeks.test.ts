// Does every job of a week end with a reason, and is no rule broken, in a fiftieth of W1? All
// twelve weeks are `./doorstep bench weeks`.
import { expect, test } from 'vitest'
import { makeTestNode } from '../testing/make-node.ts'
import { replayWeeks } from './weeks.ts'

const quiet = () => ({ update() {}, end() {} })

test('a week of jobs ends, each with a reason, and no rule is broken', async () => {
  const t = await makeTestNode()
  try {
    const opening = { store: t.node.store, seed: 1, scale: 50, progress: quiet }
    const { ended, broken, asked } = await replayWeeks(opening, 1, () => {})
    const all = ended.reduce((sum, { count }) => sum + count, 0)
    expect(broken).toEqual([])
    expect(all).toBeGreaterThan(5)
    expect(asked.count).toBeGreaterThan(all / 2)
    for (const { state, count, reasoned } of ended) {
      expect(['done', 'failed', 'released']).toContain(state)
      if (state !== 'done') expect(reasoned).toBe(count)
    }
  } finally {
    await t.close()
  }
}, 600_000)
