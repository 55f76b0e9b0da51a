// Is a map drawn north up, in proportion, and within its sheet?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawSheet, isInside, middleOf } from './draw.ts'
import type { Position, Shape } from './terms.ts'

const ring = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const size = { width: 640, heightMax: 620 }

test('north is up and east is right', () => {
  const points = [
    { id: 'north', position: [0.1, 52.4] as const },
    { id: 'south', position: [0.1, 52.2] as const },
    { id: 'east', position: [0.3, 52.3] as const },
  ]
  const sheet = drawSheet({ shapes: [], points, ...size })
  const [north, south, east] = sheet?.points ?? []
  expect(north?.y).toBeLessThan(south?.y ?? 0)
  expect(east?.x).toBeGreaterThan(north?.x ?? 1e9)
})

test('nothing to draw gives no sheet, one point gives a sheet', () => {
  expect(drawSheet({ shapes: [], points: [], ...size })).toBeUndefined()
  const points = [{ id: 'one', position: [0.1, 52.2] as const }]
  expect(drawSheet({ shapes: [], points, ...size })?.points).toHaveLength(1)
})

test('whatever is drawn stays within the sheet', () => {
  const longitude = fc.double({ min: -6, max: 2, noNaN: true })
  const latitude = fc.double({ min: 50, max: 60, noNaN: true })
  const place = fc.tuple(longitude, latitude)
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), positions => {
      const points = positions.map((position, at) => ({ id: String(at), position }))
      const sheet = drawSheet({ shapes: [], points, ...size })
      for (const { x, y } of sheet?.points ?? []) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(size.width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(sheet?.height ?? 0)
      }
    }),
  )
})

describe('a shape', () => {
  const shape: Shape = [[ring(0, 50, 1), ring(0.4, 50.4, 0.2)]]

  test('is drawn closed, its hole too', () => {
    const sheet = drawSheet({ shapes: [{ code: 'a', shape }], points: [], ...size })
    expect(sheet?.shapes[0]?.d.match(/Z/g)).toHaveLength(2)
  })

  test('holds what lies in it, and not what lies in its hole or outside', () => {
    expect(isInside([0.1, 50.1], shape)).toBe(true)
    expect(isInside([0.5, 50.5], shape)).toBe(false)
    expect(isInside([1.5, 50.5], shape)).toBe(false)
  })

  test('has a middle', () => expect(middleOf(shape)).toEqual([0.5, 50.5]))
})
