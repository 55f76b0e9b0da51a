// What shape does this geometry of GeoJSON say, or where can it not be believed?
import { isBritish, rounded } from '../domain/read-position.ts'
import type { Position, Reason, Ring, Shape } from '../domain/terms.ts'
import { crossingOf } from './crossings.ts'
import { toWgs84 } from './to-wgs84.ts'

export type BadShape = { readonly reason: Reason; readonly at?: Position }

export function shapeOf(geometry: unknown, isMetric: boolean): Shape | BadShape {
  const { type, coordinates } = record(geometry)
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []
  if (!Array.isArray(polygons) || polygons.length === 0) return { reason: 'no-shape' }
  const shape: Ring[][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return { reason: 'no-shape' }
    const rings: Ring[] = []
    for (const one of polygon) {
      const ring = ringOf(one, isMetric)
      if ('reason' in ring) return ring
      rings.push(ring)
    }
    shape.push(rings)
  }
  return shape
}

const pointsMin = 4

function ringOf(points: unknown, isMetric: boolean): Ring | BadShape {
  if (!Array.isArray(points) || points.length < pointsMin) return { reason: 'no-shape' }
  const ring: Position[] = []
  for (const point of points) {
    const [x, y] = Array.isArray(point) ? point : []
    if (!Number.isFinite(x) || !Number.isFinite(y)) return { reason: 'no-shape' }
    const position = rounded(isMetric ? toWgs84(x, y) : [x, y])
    if (!isBritish(position)) return { reason: 'position-outside', at: position }
    const last = ring.at(-1)
    if (last?.[0] !== position[0] || last[1] !== position[1]) ring.push(position)
  }
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < pointsMin) return { reason: 'no-shape' }
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return { reason: 'ring-open' }
  const crossing = crossingOf(ring)
  return crossing ? { reason: 'ring-crosses', at: crossing } : ring
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
