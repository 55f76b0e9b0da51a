// What is different from the version before? Each figure counts the rows that its link shows.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type EntryChange, entryChanges } from '../domain/entry.ts'
import { countDropped } from './dropped.ts'
import { hasChange } from './rows.ts'

export type Since = {
  readonly previous: { readonly id: Id; readonly number: number } | null
  readonly added: number
  readonly dropped: number
  readonly changes: Readonly<Record<EntryChange, number>>
}

export async function sinceLast(tx: Tx, scope: Scope, version: Id): Promise<Since> {
  const counts = entryChanges.map(
    change => sql`count(*) filter (where ${hasChange(change)})::int as ${sql.ref(change)}`,
  )
  const found = await sql<Record<EntryChange, number> & { added: number }>`
    select count(*) filter (where r.outcome = 'accepted')::int as added, ${sql.join(counts)}
    from list_rows r where r.council = ${scope.council} and r.version = ${version}`.execute(tx)
  const { added = 0, ...changes } = found.rows[0] ?? ({} as never)
  return {
    previous: await versionBefore(tx, scope, version),
    added,
    dropped: await countDropped(tx, scope, { version }),
    changes: changes as Since['changes'],
  }
}

async function versionBefore(tx: Tx, { council }: Scope, version: Id): Promise<Since['previous']> {
  const found = await sql<{ id: Id; number: number }>`
    select b.id, b.number from list_versions v
    join list_versions b on b.council = v.council and b.list = v.list and b.number < v.number
      and (b.undone_at is null or b.undone_at > v.loaded_at)
    where v.council = ${council} and v.id = ${version}
    order by b.number desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}
