// How does a place stand? Not yet tried weighs most, then tried, then nobody left, nobody listed.
import type { CoverageCounts } from './coverage-sum.tsx'

export type PlaceState = 'untried' | 'tried' | 'done' | 'none'

/** A village or street on a map. Tiles count from 0; `map` is in the units of the map's viewBox. */
export type MapPlace = {
  name: string
  /** At most 4 letters, for the tile. */
  code: string
  href: string
  tile: { column: number; row: number }
  tileNarrow: { column: number; row: number }
  map: { x: number; y: number }
  counts: CoverageCounts
}

export function placeState({ listed, untried, tried }: CoverageCounts): PlaceState {
  if (listed === 0) return 'none'
  if (untried > 0) return 'untried'
  return tried > 0 ? 'tried' : 'done'
}

/** What the hatch shows, counted. */
export function placeNumber({ untried, tried }: CoverageCounts): number {
  return untried > 0 ? untried : tried
}

export function placesIn(places: readonly MapPlace[], state: PlaceState): number {
  return places.filter(place => placeState(place.counts) === state).length
}
