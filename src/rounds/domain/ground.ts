// How far is it from door to door? By positions where all are known, else guessed from streets and
// house numbers: good enough for an order, and said to be a guess.
import type { Id } from '../../kernel/ids.ts'
import { detour, type Matrix, type Point, straightLines } from '../../routing/index.ts'

export type Spot = {
  readonly street: Id | null
  readonly zone: Id | null
  readonly village: Id | null
  /** The number of the house, where the address begins with one. */
  readonly house: number | null
  /** Longitude and latitude in degrees. */
  readonly position: readonly [number, number] | null
}

export type Ground = { readonly metres: Matrix; readonly points: readonly Point[] | null }

const metresPerDegree = 111_320

/** Where one spot has no position, none is used: a mixture would send people astray. */
export function groundOf(spots: readonly Spot[]): Ground {
  const [first] = spots.flatMap(({ position }) => (position ? [position] : []))
  if (!first || spots.some(({ position }) => position === null)) {
    return { metres: guessed(spots), points: null }
  }
  const scale = Math.cos((first[1] * Math.PI) / 180)
  const points = spots.map(({ position }) => {
    const [longitude, latitude] = position ?? first
    return {
      x: (longitude - first[0]) * metresPerDegree * scale,
      y: (latitude - first[1]) * metresPerDegree,
    }
  })
  return { metres: straightLines(points), points }
}

/** Straight lines in metres, before the way round the corner. */
const assumed = { house: 10, street: 120, zone: 450, village: 900, elsewhere: 5_000 }
const houseMost = 400

function guessed(spots: readonly Spot[]): Matrix {
  const size = spots.length
  const cells = new Float64Array(size * size)
  spots.forEach((one, from) => {
    spots.forEach((other, to) => {
      cells[from * size + to] = from === to ? 0 : between(one, other) * detour
    })
  })
  return { size, cells }
}

function between(one: Spot, other: Spot): number {
  const shares = (kind: 'street' | 'zone' | 'village') =>
    one[kind] !== null && one[kind] === other[kind]
  if (shares('street')) {
    if (one.house === null || other.house === null) return assumed.street
    return Math.min(houseMost, Math.abs(one.house - other.house) * assumed.house)
  }
  if (shares('zone')) return assumed.zone
  return shares('village') ? assumed.village : assumed.elsewhere
}

/** "12 Mill Lane" and "Flat 3, 12 Mill Lane" lie at 12. */
export function houseOf(address: string): number | null {
  const found = /(?:^|,)\s*(\d{1,4})[a-z]?\s+\p{L}/iu.exec(address)
  return found ? Number(found[1]) : null
}
