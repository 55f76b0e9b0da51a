// Is each door walked to once, from and to where it was said, and by the shortest way there is?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Point, straightLines, triesOf } from '../terms.ts'
import { lengthOf, orderDoors, type Walk } from './order-doors.ts'

const place = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 400 }),
})
const walks = (least: number, most: number) =>
  fc
    .record({
      points: fc.array(place, { minLength: least, maxLength: most }),
      isClosed: fc.boolean(),
      start: fc.option(fc.nat(), { nil: undefined }),
      end: fc.option(fc.nat(), { nil: undefined }),
    })
    .map(({ points, isClosed, start, end }): Walk => {
      const at = (own: number) => own % Math.max(1, points.length)
      return {
        metres: straightLines(points),
        isClosed,
        ...(start === undefined ? {} : { start: at(start) }),
        ...(end === undefined || isClosed ? {} : { end: at(end) }),
      }
    })
    .filter(({ start, end }) => start === undefined || start !== end)

test('each door comes once, the ends are where they were said, and the metres are true', () => {
  fc.assert(
    fc.property(walks(1, 60), fc.integer(), (walk, seed) => {
      const { order, metres } = orderDoors(walk, { budget: triesOf(200), seed })
      expect(order.toSorted((a, b) => a - b)).toEqual([...Array(walk.metres.size).keys()])
      if (walk.start !== undefined) expect(order[0]).toBe(walk.start)
      if (walk.end !== undefined) expect(order.at(-1)).toBe(walk.end)
      expect(metres).toBeCloseTo(lengthOf(walk, order), 6)
    }),
    { numRuns: 150 },
  )
})

test('no other order of up to seven doors is shorter', () => {
  fc.assert(
    fc.property(walks(1, 7), fc.integer(), (walk, seed) => {
      const { metres } = orderDoors(walk, { budget: triesOf(300), seed })
      expect(metres).toBeCloseTo(shortestByTrying(walk), 6)
    }),
    { numRuns: 60 },
  )
})

test('the same seed and number of tries give the same walk', () => {
  fc.assert(
    fc.property(walks(20, 40), fc.integer(), (walk, seed) => {
      const again = () => orderDoors(walk, { budget: triesOf(100), seed })
      expect(again()).toEqual(again())
    }),
    { numRuns: 10 },
  )
})

test('a walk round a green goes round it', () => {
  const green: Point[] = Array.from({ length: 120 }, (_, i) => {
    const angle = (((i * 37) % 120) / 120) * 2 * Math.PI
    return { x: 300 * Math.cos(angle), y: 200 * Math.sin(angle) }
  })
  const walk = { metres: straightLines(green), isClosed: true }
  const round = green.map((_, i) => (i * 13) % 120)
  const { metres } = orderDoors(walk, { budget: triesOf(3_000), seed: 1 })
  expect(metres).toBeCloseTo(lengthOf(walk, round), 6)
})

function shortestByTrying(walk: Walk): number {
  const { size } = walk.metres
  let least = Number.POSITIVE_INFINITY
  const go = (order: number[]) => {
    if (order.length === size) {
      const isEnd = walk.end === undefined || order.at(-1) === walk.end
      if (isEnd) least = Math.min(least, lengthOf(walk, order))
      return
    }
    for (let stop = 0; stop < size; stop++) if (!order.includes(stop)) go([...order, stop])
  }
  if (walk.start === undefined) go([])
  else go([walk.start])
  return least
}
