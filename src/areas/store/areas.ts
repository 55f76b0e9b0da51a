// Which affected areas are there, and how was each drawn, version by version?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { AreaSource, Shape } from '../domain/terms.ts'

export type AreaVersion = {
  readonly id: Id
  readonly area: Id
  readonly number: number
  readonly source: AreaSource
  readonly shape: Shape
  readonly postcodes: readonly string[]
  readonly name: string
  readonly note: string
  readonly drawnAt: Date
  readonly drawnBy: string
}

const row = sql`v.id, v.area, v.number, v.source, v.shape, v.postcodes,
  coalesce(v.name, '') as name, coalesce(v.note, '') as note,
  v.drawn_at as "drawnAt", coalesce(u.name, '') as "drawnBy"
  from area_versions v left join users u on u.council = v.council and u.id = v.drawn_by`

/** The newest version of each area, the latest drawn first. */
export async function areasOf(tx: Tx, council: string): Promise<readonly AreaVersion[]> {
  const found = await sql<AreaVersion>`select * from (
      select distinct on (v.area) ${row} where v.council = ${council}
      order by v.area, v.number desc) newest
    order by "drawnAt" desc, id`.execute(tx)
  return found.rows
}

/** All versions of one, the newest first. */
export async function versionsOf(
  tx: Tx,
  council: string,
  area: Id,
): Promise<readonly AreaVersion[]> {
  const found = await sql<AreaVersion>`select ${row}
    where v.council = ${council} and v.area = ${area} order by v.number desc`.execute(tx)
  return found.rows
}

export async function findArea(
  tx: Tx,
  council: string,
  area: Id,
): Promise<AreaVersion | undefined> {
  return (await versionsOf(tx, council, area))[0]
}
