// Does a place lie within what the asker may see?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function isWithin(tx: Tx, scope: Scope, place: Id): Promise<boolean> {
  const found = await sql`select 1 from places p
    where p.council = ${scope.council} and p.id = ${place} and ${inScope(scope, 'p.id')}`.execute(
    tx,
  )
  return found.rows.length > 0
}
