// Points in many shapes, asked both ways: with rows of edges, and one edge after the other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleAround } from './circle.ts'
import { insideOf } from './inside.ts'
import type { Position, Shape } from './terms.ts'

const degree = fc.integer({ min: -1_000, max: 1_000 }).map(n => n / 1_000)
const point = fc.tuple(degree, degree) as fc.Arbitrary<Position>
const ring = fc
  .array(point, { minLength: 3, maxLength: 40 })
  .map(points => [...points, points[0] ?? ([0, 0] as Position)])

/** The rule once more, one edge after the other. */
function isInside([x, y]: Position, shape: Shape): boolean {
  const crossings = shape.flat().flatMap(ring =>
    ring.filter(([bx, by], at) => {
      const [ax, ay] = ring[(at + ring.length - 1) % ring.length] ?? [bx, by]
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
    }),
  )
  return crossings.length % 2 === 1
}

test('whatever the shape, a point is inside by both ways or by neither', () => {
  let inside = 0
  fc.assert(
    fc.property(fc.array(fc.array(ring, { minLength: 1, maxLength: 3 })), point, (shape, at) => {
      const found = insideOf(shape)(at)
      expect(found).toBe(isInside(at, shape))
      if (found) inside += 1
    }),
    { numRuns: 2_000 },
  )
  expect(inside).toBeGreaterThan(100)
})

test('a circle holds what is nearer than its metres, and nothing that is farther', () => {
  const middle: Position = [0.12, 52.29]
  const isIn = insideOf(circleAround(middle, 500))
  expect(isIn([0.12, 52.29 + 490 / 111_320])).toBe(true)
  expect(isIn([0.12, 52.29 + 510 / 111_320])).toBe(false)
  expect(isIn([0.12 + 480 / (111_320 * Math.cos((52.29 * Math.PI) / 180)), 52.29])).toBe(true)
})
