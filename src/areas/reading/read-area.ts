// What shape was handed in: a file or pasted text of GeoJSON, in degrees or metres of the grid?
import { pointsIn } from '../domain/draw-area.ts'
import { type Position, pointsMax, type Shape, textLettersMax } from '../domain/terms.ts'
import { type Box, ground } from '../ground.ts'

export const areaProblems = [
  'too-long',
  'not-json',
  'no-shape',
  'ring-open',
  'ring-crosses',
  'order-swapped',
  'position-outside',
  'outside-council',
  'too-many-points',
] as const
export type AreaProblem = (typeof areaProblems)[number]

export type ReadArea =
  | { readonly shape: Shape }
  | { readonly problem: AreaProblem; readonly at?: string; readonly count?: number }

/** `box` is around the council's own areas; null while none are known. */
export function readArea(text: string, box: Box | null): ReadArea {
  if (text.length > textLettersMax) return { problem: 'too-long' }
  const json = parsed(text)
  if (json === undefined) return { problem: 'not-json' }
  const geometries = geometriesIn(json)
  if (geometries.length === 0) return { problem: 'no-shape' }
  const shape: Shape[number][] = []
  for (const geometry of geometries) {
    const read = readGeometry(geometry)
    if ('problem' in read) return read
    shape.push(...read.shape)
  }
  return checked(shape, box)
}

/** A shape from whichever way it was said: is it small enough, and does it touch the council? */
export function checked(shape: Shape, box: Box | null): ReadArea {
  const count = pointsIn({ shape })
  if (count > pointsMax) return { problem: 'too-many-points', count }
  const touches = box === null || overlaps(shape, box)
  return touches ? { shape } : { problem: 'outside-council' }
}

export function readGeometry(geometry: unknown): ReadArea {
  const numbers = numbersIn(geometry)
  // Before it is asked whether it crosses itself, which takes long for very many.
  const count = numbers.length >> 1
  if (count > pointsMax) return { problem: 'too-many-points', count }
  // Degrees run to 180; eastings and northings of the grid are far above.
  const isMetric = numbers.some(one => Math.abs(one) > 180)
  if (!isMetric && isSwapped(numbers)) return { problem: 'order-swapped' }
  const read = ground().shapeOf(geometry, isMetric)
  if (!('reason' in read)) return { shape: read }
  const { reason, at } = read
  const problem = areaProblems.find(one => one === reason) ?? 'no-shape'
  return at ? { problem, at: shown(at) } : { problem }
}

function shown([longitude, latitude]: Position): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Json = Readonly<Record<string, unknown>>
const asRecord = (value: unknown): Json => (typeof value === 'object' && value ? value : {}) as Json

/** Of a collection, a feature or a geometry; points and lines beside them are not areas. */
function geometriesIn(json: unknown): unknown[] {
  const { type, features, geometry } = asRecord(json)
  if (type === 'FeatureCollection') {
    return Array.isArray(features) ? features.slice(0, pointsMax).flatMap(geometriesIn) : []
  }
  if (type === 'Feature') return geometriesIn(geometry)
  return type === 'Polygon' || type === 'MultiPolygon' ? [json] : []
}

function numbersIn(geometry: unknown): number[] {
  const { coordinates } = asRecord(geometry)
  if (!Array.isArray(coordinates)) return []
  return coordinates.flat(4).filter(one => typeof one === 'number')
}

/** Latitudes here are 49 to 61 and longitudes -9 to 3: the other way round is plain to see. */
function isSwapped(numbers: readonly number[]): boolean {
  const first = numbers.filter((_, at) => at % 2 === 0)
  const second = numbers.filter((_, at) => at % 2 === 1)
  const within = (all: readonly number[], low: number, high: number) =>
    all.length > 0 && all.every(one => one >= low && one <= high)
  return within(first, 49, 61.5) && within(second, -9, 3)
}

/** Around the council there is a margin: a flood does not end at the boundary. */
const marginDegrees = 0.05

function overlaps(shape: Shape, box: Box): boolean {
  return (
    shape.flat(2).some(([longitude, latitude]) => {
      const isAlong = longitude >= box.west - marginDegrees && longitude <= box.east + marginDegrees
      return (
        isAlong && latitude >= box.south - marginDegrees && latitude <= box.north + marginDegrees
      )
    }) || surrounds(shape, box)
  )
}

/** A shape so large that all its corners lie beyond. */
function surrounds(shape: Shape, { west, south, east, north }: Box): boolean {
  const all = shape.flat(2)
  const has = (is: (one: Position) => boolean) => all.some(is)
  return (
    has(one => one[0] < west) &&
    has(one => one[0] > east) &&
    has(one => one[1] < south) &&
    has(one => one[1] > north)
  )
}
