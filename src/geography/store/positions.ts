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

/** Of these homes alone: by their address number, else by their postcode. */
export async function positionsAt(
  tx: Tx,
  council: string,
  homes: readonly { readonly uprn: string | null; readonly postcode: string | null }[],
): Promise<readonly (Position | null)[]> {
  const uprns = homes.flatMap(({ uprn }) => uprn ?? [])
  const postcodes = homes.flatMap(({ postcode }) => postcode ?? [])
  const found = await sql<{ kind: string; key: string; x: number; y: number }>`
    select kind, key, (value -> 'position' ->> 0)::float as x,
      (value -> 'position' ->> 1)::float as y
    from geo_facts where council = ${council} and stands
      and ((kind = 'uprn' and key = any (${uprns}))
        or (kind = 'postcode' and key = any (${postcodes})))
      and value -> 'position' ->> 1 is not null`.execute(tx)
  const known = new Map(
    found.rows.map(({ kind, key, x, y }) => [`${kind} ${key}`, [x, y] as const]),
  )
  return homes.map(
    ({ uprn, postcode }) => known.get(`uprn ${uprn}`) ?? known.get(`postcode ${postcode}`) ?? null,
  )
}

const homesAsked = 60

/** The middle of some homes of each place; null where none of them has a position. */
export async function positionsOfPlaces(
  tx: Tx,
  council: string,
  places: readonly string[],
): Promise<readonly (Position | null)[]> {
  const middles: (Position | null)[] = []
  for (const place of places) {
    const homes = await sql<{ uprn: string | null; postcode: string | null }>`
      select d.uprn, d.postcode from places s
      join dwellings d on d.council = s.council and d.street = s.id
      where s.council = ${council} and s.path @> array[${place || null}::uuid]
      order by d.id limit ${homesAsked}`.execute(tx)
    const known = (await positionsAt(tx, council, homes.rows)).flatMap(one => (one ? [one] : []))
    const mean = (nth: 0 | 1) => known.reduce((sum, one) => sum + one[nth], 0) / known.length
    middles.push(known.length > 0 ? [mean(0), mean(1)] : null)
  }
  return middles
}
