// Is everybody accounted for on each of fourteen days, with a next step and an owner, in a
// twentieth of W1? The whole of it is `./doorstep bench replay`.
import { expect, test } from 'vitest'
import { makeTestNode } from '../testing/make-node.ts'
import { replay } from './replay.ts'

const quiet = () => ({ update() {}, end() {} })
const days = 14

test('a fortnight is replayed without a fault on any evening', { timeout: 600_000 }, async () => {
  const t = await makeTestNode()
  try {
    const opening = { store: t.node.store, seed: 1, scale: 20, progress: quiet }
    const evenings = await replay(opening, days, () => {})
    expect(evenings.flatMap(({ day, faults }) => faults.map(one => `day ${day}: ${one}`))).toEqual(
      [],
    )
    const whole = evenings.map(({ whole }) => whole)
    for (const { listed, reached, tried, untried, excused } of whole) {
      expect(reached + tried + untried + excused).toBe(listed)
    }
    const [first, last] = [whole[0], whole.at(-1)]
    expect(evenings).toHaveLength(days)
    expect(last?.listed).toBeGreaterThan(first?.listed ?? 0)
    expect(last?.reached).toBeGreaterThan(0.8 * (last?.listed ?? 0))
    expect(last?.excused).toBeGreaterThan(0)
  } finally {
    await t.close()
  }
})
