// Is anything stopped here? The one gate: every queue, batch, hold, print and job asks it.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

/**
 * True where all stands still: the row's place lies in a stopped one, or the whole council is.
 * `row` is the alias of a table with a council and a place. Few stand at a time: they are read
 * once, not for each row.
 */
export function isStopped(row: string, column = 'place'): RawBuilder<boolean> {
  const council = sql.ref(`${row}.council`)
  return sql<boolean>`(coalesce((${council}, ${sql.ref(`${row}.${column}`)}) in (
      select x.council, x.id from standstills z
      join places x on x.council = z.council and x.path @> array[z.within]
      where z.lifted_at is null and z.within is not null), false)
    or ${council} in (
      select z.council from standstills z where z.lifted_at is null and z.within is null))`
}

export type StoppedHere = {
  readonly standstill: Id
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  /** Null is the whole council. */
  readonly placeName: string | null
}

/** The oldest of those that hold at this place. Whoever may see the place may know. */
export async function stoppedHere(
  tx: Tx,
  council: string,
  place: Id | null,
): Promise<StoppedHere | undefined> {
  const found = await sql<StoppedHere>`
    select z.id as standstill, z.stopped_at as at, coalesce(u.name, '') as by, z.reason,
      x.name as "placeName"
    from standstills z
    left join users u on u.council = z.council and u.id = z.stopped_by
    left join places x on x.council = z.council and x.id = z.within
    where z.council = ${council} and z.lifted_at is null and (z.within is null
      or z.within = any (array(select unnest(path) from places
        where council = ${council} and id = ${place})))
    order by z.stopped_at, z.id limit 1`.execute(tx)
  return found.rows[0]
}
