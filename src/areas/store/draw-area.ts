// What must be known before an area is drawn anew: its last number, and what its followers do.
import { sql } from 'kysely'
import type { Draft, Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { AreaState, DrawArea } from '../domain/draw-area.ts'
import type { Extent } from '../domain/terms.ts'
import { followersOf } from './followers.ts'
import { whoIsInside } from './who-is-inside.ts'

export const loadArea: Load<DrawArea, AreaState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const { area, version, number } = input
  const lastNumber = await lockArea(tx, council, area)
  if (number !== lastNumber + 1) return { state: { lastNumber, following: [] }, place: null }
  const next = { area, version, number, extent: input }
  return {
    state: { lastNumber, following: await followNext(tx, { council, now, next }) },
    place: null,
  }
}

/** Two versions of one area are drawn one after the other. Gives the number of the last. */
export async function lockArea(tx: Tx, council: string, area: Id): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${council}/${area}`}, 11))`.execute(tx)
  const last = await sql<{ number: number }>`select coalesce(max(number), 0) as number
    from area_versions where council = ${council} and area = ${area}`.execute(tx)
  return last.rows[0]?.number ?? 0
}

type Next = {
  readonly area: Id
  readonly version: Id
  readonly number: number
  readonly extent: Extent
}
type Following = { readonly council: string; readonly now: number; readonly next: Next }

/** Nobody follows an area that is new. */
export async function followNext(tx: Tx, asked: Following): Promise<readonly Draft[]> {
  const { council, now, next } = asked
  const { extent, ...drawn } = next
  if (drawn.number === 1) return []
  const inside = await whoIsInside(tx, council, extent)
  const all = await followersOf({ tx, council, now, ...drawn, inside })
  return all.flatMap(one => one.drafts)
}
