// Every place of a council as GeoJSON, with its shape or point where one is known: for its archive.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { knownShapes } from './map.ts'

type PlaceRow = {
  readonly id: Id
  readonly kind: string
  readonly name: string
  readonly gss: string | null
  readonly parent: Id | null
}

export const placesGeoJson = { path: 'places.geojson', hasHeader: true, lines }

/** One feature a line, so that it need not be held whole. */
async function* lines(tx: Tx, council: string): AsyncGenerator<string> {
  const known = await knownShapes(tx, council)
  const found = await sql<PlaceRow>`select id, kind, name, gss, parent from places
    where council = ${council} order by id`.execute(tx)
  yield '{"type":"FeatureCollection","features":[\n'
  for (const [at, place] of found.rows.entries()) {
    const { id, ...properties } = place
    const { shape, position } = known.of(place)
    const isVillage = place.kind === 'village'
    const area = isVillage && shape ? { type: 'MultiPolygon', coordinates: shape } : null
    const point = isVillage && position ? { type: 'Point', coordinates: position } : null
    const feature = { type: 'Feature', id, geometry: area ?? point, properties }
    const end = at === found.rows.length - 1 ? '' : ','
    yield `${JSON.stringify(feature)}${end}\n`
  }
  yield ']}\n'
}
