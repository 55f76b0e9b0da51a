// Where must somebody live for this reader to find them, and who is near?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type PlacesFor = { readonly within?: ReadonlySet<Id>; readonly near?: ReadonlySet<Id> }

/** Who sees the whole council has those near in the places that they look after. */
export async function placesFor(tx: Tx, scope: Scope): Promise<PlacesFor> {
  if (!scope.everywhere) {
    const within = await sql<{ id: Id }>`select id from places
      where council = ${scope.council} and ${inScope(scope, 'id')}`.execute(tx)
    return { within: new Set(within.rows.map(({ id }) => id)) }
  }
  const near = await sql<{ id: Id }>`
    select s.id from place_owners o
    join places s on s.council = o.council and o.place = any (s.path)
    where o.council = ${scope.council} and o.user_id = ${scope.actor}`.execute(tx)
  return near.rows.length === 0 ? {} : { near: new Set(near.rows.map(({ id }) => id)) }
}
