// For whom, or where, is a job made? Nobody and nowhere outside the scope.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Whom = { readonly name: string; readonly isPerson: boolean }

export async function findWhom(
  tx: Tx,
  scope: Scope,
  { person, place }: { readonly person?: Id; readonly place?: Id },
): Promise<Whom | undefined> {
  const found = person
    ? await sql<{ name: string }>`select coalesce(name, '') as name from people
        where council = ${scope.council} and id = ${person} and erased_at is null
          and ${inScope(scope, 'place')}`.execute(tx)
    : await sql<{ name: string }>`select name from places
        where council = ${scope.council} and id = ${place ?? null}
          and ${inScope(scope, 'id')}`.execute(tx)
  const [row] = found.rows
  return row && { name: row.name, isPerson: person !== undefined }
}
