// Shapes as they are handed in: taken as they are, or refused with what is wrong and where.
import { expect, test } from 'vitest'
import { readArea } from '../../areas/index.ts'
import '../index.ts'

const box = { west: -0.1, south: 52, east: 0.4, north: 52.4 }
const ring = [
  [0.1, 52.2],
  [0.12, 52.2],
  [0.12, 52.22],
  [0.1, 52.22],
  [0.1, 52.2],
]
const polygon = (...rings: unknown[]) => JSON.stringify({ type: 'Polygon', coordinates: rings })
const problemOf = (text: string) => {
  const read = readArea(text, box)
  return 'problem' in read ? read.problem : undefined
}

test('a polygon, a feature and a collection of them are taken', () => {
  expect(readArea(polygon(ring), box)).toEqual({ shape: [[ring]] })
  const feature = { type: 'Feature', properties: {}, geometry: JSON.parse(polygon(ring)) }
  expect(readArea(JSON.stringify(feature), box)).toEqual({ shape: [[ring]] })
  const features = [feature, feature, { type: 'Feature', geometry: { type: 'Point' } }]
  const all = readArea(JSON.stringify({ type: 'FeatureCollection', features }), box)
  expect(all).toEqual({ shape: [[ring], [ring]] })
  const many = { type: 'MultiPolygon', coordinates: [[ring]] }
  expect(readArea(JSON.stringify(many), null)).toEqual({ shape: [[ring]] })
})

test('metres of the British grid are taken as such', () => {
  const metres = [
    [544000, 268000],
    [545000, 268000],
    [545000, 269000],
    [544000, 268000],
  ]
  const read = readArea(polygon(metres), box)
  expect('shape' in read && read.shape[0]?.[0]?.[0]?.map(one => Math.round(one * 10) / 10)).toEqual(
    [0.1, 52.3],
  )
})

test('what cannot be believed is refused by its own name', () => {
  expect(problemOf('{')).toBe('not-json')
  expect(problemOf('{"type":"Point","coordinates":[0,52]}')).toBe('no-shape')
  expect(problemOf(polygon(ring.slice(0, 4)))).toBe('ring-open')
  const bow = [ring[0], ring[2], ring[1], ring[3], ring[0]]
  expect(problemOf(polygon(bow))).toBe('ring-crosses')
  expect(problemOf(polygon(ring.map(([x, y]) => [y, x])))).toBe('order-swapped')
  expect(problemOf(polygon(ring.map(([x, y]) => [Number(x) + 1.5, y])))).toBe('outside-council')
  expect(problemOf(polygon(ring.map(([x, y]) => [Number(x) + 40, y])))).toBe('position-outside')
  const round = Array.from({ length: 6_000 }, (_, at) => {
    const turn = (at / 6_000) * 2 * Math.PI
    return [0.1 + Math.cos(turn) / 10, 52.2 + Math.sin(turn) / 10]
  })
  expect(problemOf(polygon([...round, round[0]]))).toBe('too-many-points')
})

test('a shape that goes all around the council is inside it', () => {
  const wide = [
    [-2, 51],
    [1, 51],
    [1, 53],
    [-2, 53],
    [-2, 51],
  ]
  expect(problemOf(polygon(wide))).toBeUndefined()
})
