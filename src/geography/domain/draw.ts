// How are shapes and points of the earth drawn on a sheet? Flat, north up, east and west drawn in
// as much as they are at this latitude: true enough for one council.
import type { Position, Ring, Shape } from './terms.ts'

export type DrawnShape = { readonly code: string; readonly d: string }
export type DrawnPoint = { readonly id: string; readonly x: number; readonly y: number }
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly DrawnShape[]
  readonly points: readonly DrawnPoint[]
}
export type ToDraw = {
  readonly shapes: readonly { readonly code: string; readonly shape: Shape }[]
  readonly points: readonly { readonly id: string; readonly position: Position }[]
  readonly width: number
  readonly heightMax: number
}

const margin = 8
/** Points closer than this are one on the sheet. */
const stepMin = 0.8
/** A single village is drawn with this much around it, in degrees. */
const spanMin = 0.02

export function drawSheet({ shapes, points, width, heightMax }: ToDraw): Sheet | undefined {
  const all = [...shapes.flatMap(one => one.shape.flat(2)), ...points.map(one => one.position)]
  if (all.length === 0) return undefined
  const project = projection(all, { width, heightMax })
  return {
    width,
    height: project.height,
    shapes: shapes.map(({ code, shape }) => ({ code, d: pathOf(shape, project.at) })),
    points: points.map(({ id, position }) => {
      const [x, y] = project.at(position)
      return { id, x: tenth(x), y: tenth(y) }
    }),
  }
}

type At = (position: Position) => readonly [number, number]

function projection(
  all: readonly Position[],
  { width, heightMax }: Pick<ToDraw, 'width' | 'heightMax'>,
): { readonly height: number; readonly at: At } {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude, latitude] of all) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const wide = Math.max(east - west, spanMin) * shrink
  const tall = Math.max(north - south, spanMin)
  const scale = Math.min((width - 2 * margin) / wide, (heightMax - 2 * margin) / tall)
  const height = Math.round(tall * scale + 2 * margin)
  const left = (width - wide * scale) / 2
  const middle = (west + east) / 2
  const level = (south + north) / 2
  return {
    height,
    at: ([longitude, latitude]) => [
      left + (wide / 2 + (longitude - middle) * shrink) * scale,
      height / 2 - (latitude - level) * scale,
    ],
  }
}

function pathOf(shape: Shape, at: At): string {
  return shape.flatMap(rings => rings.map(ring => ringPath(ring, at))).join('')
}

function ringPath(ring: Ring, at: At): string {
  let before: readonly [number, number] | undefined
  const steps: string[] = []
  for (const position of ring) {
    const here = at(position)
    if (before && Math.hypot(here[0] - before[0], here[1] - before[1]) < stepMin) continue
    before = here
    steps.push(`${steps.length === 0 ? 'M' : 'L'}${tenth(here[0])} ${tenth(here[1])}`)
  }
  return steps.length < 3 ? '' : `${steps.join('')}Z`
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** The middle of the box around the largest polygon: near enough to stand for it. */
export function middleOf(shape: Shape): Position | undefined {
  const largest = shape.map(rings => rings[0] ?? []).sort((a, b) => b.length - a.length)[0]
  if (!largest || largest.length === 0) return undefined
  const longitudes = largest.map(one => one[0])
  const latitudes = largest.map(one => one[1])
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return [middle(longitudes), middle(latitudes)]
}

/** Inside an odd number of rings: so holes are outside. */
export function isInside([x, y]: Position, shape: Shape): boolean {
  let isIn = false
  for (const ring of shape.flat()) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [ax = 0, ay = 0] = ring[at] ?? []
      const [bx = 0, by = 0] = ring[before] ?? []
      const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
      if (crosses) isIn = !isIn
    }
  }
  return isIn
}
