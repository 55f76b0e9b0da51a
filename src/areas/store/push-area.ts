// What must be known before a sent area is taken: whether it is known, what its shape says, and
// what the campaigns that follow it do.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { PushArea, PushState } from '../domain/push-area.ts'
import { ground } from '../ground.ts'
import { readArea } from '../reading/read-area.ts'
import { followNext, lockArea } from './draw-area.ts'

export const loadPush: Load<PushArea, PushState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const { area, version, geojson } = input
  const lastNumber = await lockArea(tx, council, area)
  const known = await sql<{ number: number }>`select number from area_versions
    where council = ${council} and id = ${version} and area = ${area}`.execute(tx)
  const knownNumber = known.rows[0]?.number ?? null
  const read = readArea(JSON.stringify(geojson), await ground().councilBox(tx, council))
  const state = { lastNumber, knownNumber, read }
  if (knownNumber !== null || !('shape' in read)) {
    return { state: { ...state, following: [] }, place: null }
  }
  const extent = { shape: read.shape, postcodes: [] }
  const next = { area, version, number: lastNumber + 1, extent }
  return {
    state: { ...state, following: await followNext(tx, { council, now, next }) },
    place: null,
  }
}
