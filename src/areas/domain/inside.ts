// Which points lie inside a shape? Many points, so the edges are laid into rows first.
import type { Position, Shape } from './terms.ts'

type Edge = readonly [number, number, number, number]

const rowsMax = 512

/** Inside an odd number of rings, as in `geography`, which asks of one point at a time. */
export function insideOf(shape: Shape): (position: Position) => boolean {
  const edges = edgesOf(shape)
  const heights = edges.flatMap(([, ay, , by]) => [ay, by])
  const south = heights.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY)
  const north = heights.reduce((high, one) => Math.max(high, one), Number.NEGATIVE_INFINITY)
  const tall = (north - south) / rowsMax || 1
  const rowOf = (y: number) => Math.min(rowsMax - 1, Math.max(0, Math.floor((y - south) / tall)))
  const rows: Edge[][] = Array.from({ length: rowsMax }, () => [])
  for (const edge of edges) {
    const [, ay, , by] = edge
    const last = rowOf(Math.max(ay, by))
    for (let row = rowOf(Math.min(ay, by)); row <= last; row++) rows[row]?.push(edge)
  }
  return ([x, y]) => {
    if (!(y >= south && y <= north)) return false
    return (rows[rowOf(y)] ?? []).filter(edge => crosses(edge, x, y)).length % 2 === 1
  }
}

function edgesOf(shape: Shape): Edge[] {
  return shape.flat().flatMap(ring =>
    ring.slice(1).map((to, at): Edge => {
      const from = ring[at] ?? to
      return [from[0], from[1], to[0], to[1]]
    }),
  )
}

function crosses([ax, ay, bx, by]: Edge, x: number, y: number): boolean {
  return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
}
