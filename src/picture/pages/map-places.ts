// Where does each village lie on the maps that we ship? Matched by name; null when it is not ours.
import type { MapPlace, MapShape } from '../../pages/pictures/index.ts'
import { southCambridgeshire } from '../../places/index.ts'
import type { PlaceCover } from '../domain/model.ts'

export const shape: MapShape = southCambridgeshire.map
export const attribution = southCambridgeshire.attribution

const shipped = new Map(southCambridgeshire.villages.map(village => [village.name, village]))

/** A map that leaves a village out would hide people, so every village must be on it. */
export function drawnPlaces(
  villages: readonly PlaceCover[],
  href: (place: PlaceCover) => string,
): readonly MapPlace[] | null {
  const places = villages.flatMap(place => {
    const at = shipped.get(place.name)
    return at ? [{ ...drawn(at), counts: place.counts, href: href(place) }] : []
  })
  return places.length === villages.length && places.length > 1 ? places : null
}

function drawn({ name, code, tile, tileNarrow, map }: (typeof southCambridgeshire.villages)[0]) {
  return { name, code, tile, tileNarrow, map }
}
