// How far has the council's log got? While it stands still, so do all figures.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Tx } from '../../store/open.ts'

export async function headSeq(tx: Tx, scope: Scope): Promise<number> {
  const found = await sql<{ seq: number }>`
    select seq from events where council = ${scope.council}
    order by seq desc limit 1`.execute(tx)
  return found.rows[0]?.seq ?? 0
}
