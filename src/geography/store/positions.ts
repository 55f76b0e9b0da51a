// Where does each of these keys lie, as it was last said: address numbers, postcodes?
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { Position } from '../domain/terms.ts'

/** Those without a position are left out. */
export async function positionsOf(
  tx: Tx,
  council: string,
  kind: 'uprn' | 'postcode',
): Promise<ReadonlyMap<string, Position>> {
  const found = await sql<{ key: string; x: number; y: number }>`
    select key, (value -> 'position' ->> 0)::float as x, (value -> 'position' ->> 1)::float as y
    from geo_facts where council = ${council} and kind = ${kind} and stands
      and value -> 'position' ->> 1 is not null`.execute(tx)
  return new Map(found.rows.map(({ key, x, y }) => [key, [x, y]]))
}
