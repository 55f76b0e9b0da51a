// Where on the earth are these metres of the National Grid? OSGB36 to WGS84 by the seven
// parameters that Ordnance Survey publishes: within 5 m anywhere in Great Britain, most often
// within 2 m. Good for a map and for "which village", never for whose hedge it is.
import proj4 from 'proj4'
import type { Position } from '../domain/terms.ts'

const nationalGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs'

const converter = proj4(nationalGrid, 'WGS84')

export const accuracyMetres = 5

export function toWgs84(easting: number, northing: number): Position {
  const [longitude = 0, latitude = 0] = converter.forward([easting, northing])
  return [longitude, latitude]
}
