// Which shape is a circle of so many metres around a point? 64 corners, near enough for homes.
import type { Position, Shape } from './terms.ts'

const corners = 64
const metresPerDegree = 111_320

export function circleAround([longitude, latitude]: Position, metres: number): Shape {
  const shrink = Math.cos((latitude * Math.PI) / 180)
  const ring = Array.from({ length: corners }, (_, at): Position => {
    const turn = (2 * Math.PI * at) / corners
    const east = (metres * Math.cos(turn)) / (metresPerDegree * shrink)
    const north = (metres * Math.sin(turn)) / metresPerDegree
    return [rounded(longitude + east), rounded(latitude + north)]
  })
  const first = ring[0]
  return first ? [[[...ring, first]]] : []
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
