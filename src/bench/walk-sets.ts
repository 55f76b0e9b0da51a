// Invented walks, 43 sets of 14 to 500 doors: five kinds of village. Where the shortest walk is
// known by how the set was made, it is said; else the best that long runs found is.
import { type Point, straightLines, type Walk } from '../routing/index.ts'
import { type Chance, chanceFrom } from './chance.ts'

export type WalkSet = {
  readonly name: string
  readonly walk: Walk
  /** The doors in an order that nothing is shorter than. */
  readonly shortest: readonly number[] | undefined
}

type Maker = (count: number, chance: Chance) => { points: Point[]; isShortest: boolean }

const kinds: Readonly<Record<string, { readonly make: Maker; readonly sizes: readonly number[] }>> =
  {
    scattered: { make: scattered, sizes: [14, 22, 29, 42, 51, 70, 76, 99, 100, 150, 300, 500] },
    clusters: { make: clusters, sizes: [16, 24, 48, 52, 76, 96, 100, 200, 400] },
    streets: { make: streets, sizes: [17, 30, 48, 70, 100, 124, 225] },
    ring: { make: ring, sizes: [14, 30, 60, 100, 200, 500] },
    lattice: { make: lattice, sizes: [16, 24, 36, 48, 64, 80, 100, 196, 400] },
  }

export const walkSets: readonly WalkSet[] = Object.entries(kinds).flatMap(([kind, own], k) =>
  own.sizes.map(size => walkSet(kind, own.make(size, chanceFrom(1_000 * (k + 1) + size)))),
)

/** The doors come mixed, so that their numbers tell nothing. */
function walkSet(kind: string, { points, isShortest }: ReturnType<Maker>): WalkSet {
  const chance = chanceFrom(points.length)
  const keys = points.map(() => chance())
  const mixed = [...points.keys()].sort((a, b) => (keys[a] as number) - (keys[b] as number))
  const placeOf = points.map((_, point) => mixed.indexOf(point))
  const metres = straightLines(mixed.map(point => points[point] as Point))
  const walk = { metres, isClosed: true }
  return { name: `${kind}-${points.length}`, walk, shortest: isShortest ? placeOf : undefined }
}

function scattered(count: number, chance: Chance) {
  const points = Array.from({ length: count }, () => ({ x: chance() * 900, y: chance() * 900 }))
  return { points, isShortest: false }
}

function clusters(count: number, chance: Chance) {
  const centres = scattered(Math.ceil(count / 12), chance).points
  const points = Array.from({ length: count }, (_, i) => {
    const { x, y } = centres[i % centres.length] as Point
    return { x: x + chance() * 90, y: y + chance() * 90 }
  })
  return { points, isShortest: false }
}

/** Doors on both sides of streets that run across each other. */
function streets(count: number, chance: Chance) {
  const points = Array.from({ length: count }, (_, i) => {
    const street = Math.floor(chance() * 5) * 160 + (chance() < 0.5 ? 0 : 12)
    const along = Math.floor(chance() * 64) * 11
    return i % 2 === 0 ? { x: street, y: along } : { x: along, y: street }
  })
  return { points, isShortest: false }
}

/** Of points on a convex curve the shortest walk is the way round. */
function ring(count: number, chance: Chance) {
  const angles = Array.from({ length: count }, () => chance() * 2 * Math.PI).sort((a, b) => a - b)
  const points = angles.map(angle => ({ x: 400 * Math.cos(angle), y: 250 * Math.sin(angle) }))
  return { points, isShortest: true }
}

/** With an even number of rows, no step need be longer than to the next point: up and back. */
function lattice(count: number) {
  const rows = [14, 20, 10, 8, 6, 4].find(own => count % own === 0 && count / own >= 2) ?? 2
  const columns = count / rows
  const points: Point[] = Array.from({ length: rows }, (_, y) => ({ x: 0, y: y * 20 }))
  for (let y = rows - 1; y >= 0; y--) {
    for (let step = 1; step < columns; step++) {
      const isBack = (rows - 1 - y) % 2 === 1
      points.push({ x: (isBack ? columns - step : step) * 20, y: y * 20 })
    }
  }
  return { points, isShortest: true }
}
