// What must be known before an area is drawn anew: its last number, and what its followers do.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { AreaState, DrawArea } from '../domain/draw-area.ts'
import { followersOf } from './followers.ts'
import { whoIsInside } from './who-is-inside.ts'

export const loadArea: Load<DrawArea, AreaState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const { area, version, number } = input
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${council}/${area}`}, 11))`.execute(tx)
  const last = await sql<{ number: number }>`select coalesce(max(number), 0) as number
    from area_versions where council = ${council} and area = ${area}`.execute(tx)
  const lastNumber = last.rows[0]?.number ?? 0
  if (number !== lastNumber + 1 || lastNumber === 0) {
    return { state: { lastNumber, following: [] }, place: null }
  }
  const inside = await whoIsInside(tx, council, input)
  const all = await followersOf({ tx, council, now, area, version, number, inside })
  return { state: { lastNumber, following: all.flatMap(one => one.drafts) }, place: null }
}
