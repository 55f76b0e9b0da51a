// What do all cores of routing share? Metres and seconds, points on a plane, and how long to look.

/** Metres east and north of any corner that is the same for all of them. */
export type Point = { readonly x: number; readonly y: number }

/** From place to place, row by row: `cells[from * size + to]`, metres or seconds. */
export type Matrix = { readonly size: number; readonly cells: Float64Array }

/**
 * How much of what it may take is used, 0 to 1; from 1 on the search stops. It is handed how many
 * tries were made. Counted in tries, the same seed gives the same answer; in time, the best found.
 */
export type Budget = (tries: number) => number

export const triesOf =
  (triesMax: number): Budget =>
  tries =>
    tries / triesMax

/** A way on foot is longer than a straight line; an assumption until a matrix is given. */
export const detour = 1.3

export function metresBetween(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y) * detour
}

export function straightLines(points: readonly Point[]): Matrix {
  const size = points.length
  const cells = new Float64Array(size * size)
  points.forEach((from, i) => {
    points.forEach((to, j) => {
      cells[i * size + j] = metresBetween(from, to)
    })
  })
  return { size, cells }
}
