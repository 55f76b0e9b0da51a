// Whose words were erased, in which council? Ids only, so that the list may lie beside a backup.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Erasure = { readonly council: string; readonly at: string; readonly records: Id[] }

export async function listErasures(tx: Tx, council: string): Promise<readonly Erasure[]> {
  const found = await sql<{ at: Date; records: Id[] }>`
    select recorded_at as at, subjects as records from events
    where council = ${council} and kind = 'people.Erased' order by seq`.execute(tx)
  return found.rows.map(({ at, records }) => ({ council, at: at.toISOString(), records }))
}
