// A shape as GeoJSON and events write it.
import type { Shape } from './terms.ts'

export function coordinatesOf(shape: Shape): [number, number][][][] {
  return shape.map(part =>
    part.map(ring => ring.map(([longitude, latitude]): [number, number] => [longitude, latitude])),
  )
}
