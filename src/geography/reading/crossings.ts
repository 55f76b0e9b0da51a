// Does a ring cross itself? Then inside and outside are not what they seem, and it is refused.
import { kinks } from '@turf/kinks'
import type { Position, Ring } from '../domain/terms.ts'

/** The first point at which it does. */
export function crossingOf(ring: Ring): Position | undefined {
  const coordinates = [ring.map(([longitude, latitude]) => [longitude, latitude])]
  const [first] = kinks({ type: 'Polygon', coordinates }).features
  const [longitude = 0, latitude = 0] = first?.geometry.coordinates ?? []
  return first && [longitude, latitude]
}
