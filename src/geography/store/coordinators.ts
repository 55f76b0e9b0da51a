// Who looks after a village that nobody took by name? Whoever was given its coordination longest.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function coordinators(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<ReadonlyMap<Id, string>> {
  const at = new Date(now)
  const found = await sql<{ place: Id; name: string }>`
    select distinct on (g.place) g.place, u.name
    from grants g join users u on u.council = g.council and u.id = g.user_id
    where g.council = ${scope.council} and g.role = 'village-coordinator'
      and g.place is not null and u.name is not null and u.disabled_at is null
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
    order by g.place, g.starts_at, g.id`.execute(tx)
  return new Map(found.rows.map(row => [row.place, row.name]))
}
