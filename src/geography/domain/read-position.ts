// Where does a row say that something lies? In degrees or in metres of the National Grid; only
// within Great Britain and its waters, so that swapped columns do not put a village in the sea.
import type { Position } from './terms.ts'

/** From Lizard Point to Shetland, Rockall left out. */
const box = { west: -9, east: 2.2, south: 49.7, north: 61.1 }

export function isBritish([longitude, latitude]: Position): boolean {
  return (
    longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north
  )
}

/** Degrees run to 180; eastings and northings of the National Grid are far above. */
export function looksMetric(values: readonly number[]): boolean {
  return values.some(value => Math.abs(value) > 180)
}

export type ToWgs84 = (easting: number, northing: number) => Position

/** Six decimals are a tenth of a metre: finer than anything that is known. */
export function rounded([longitude, latitude]: Position): Position {
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
}

export function numberOf(text: string | undefined): number | undefined {
  const said = text?.trim() ?? ''
  if (!/^[+-]?\d+(\.\d+)?$/.test(said)) return undefined
  return Number(said)
}
