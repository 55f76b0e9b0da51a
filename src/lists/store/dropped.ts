// Who was on the list before and is not in this file: by a version, as it was loaded; by a file
// that waits, as loading it would drop them now?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type DroppedEntry = {
  readonly entry: Id
  readonly person: Id | null
  readonly state: string
  /** What was decided about our basis for contact; null where nobody has to. */
  readonly check: 'open' | 'kept' | 'stopped' | null
  readonly basis: string | null
  readonly firstName: string | null
  readonly surname: string | null
}

export type DroppedFrom = { readonly version: Id } | { readonly file: Id; readonly list: string }

export async function countDropped(tx: Tx, scope: Scope, from: DroppedFrom): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (${entriesOf(scope, from)}) d`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export async function droppedEntries(
  tx: Tx,
  scope: Scope,
  asked: { readonly from: DroppedFrom; readonly page: number; readonly perPage: number },
): Promise<readonly DroppedEntry[]> {
  if (!scope.everywhere) return []
  const { from, page, perPage } = asked
  const found = await sql<DroppedEntry>`
    select d.id as entry, e.person, coalesce(e.state, '') as state,
      e.facts->>'firstName' as "firstName", e.facts->>'surname' as surname, b.state as check,
      b.basis
    from (${entriesOf(scope, from)}) d
    left join list_entries e on e.council = ${scope.council} and e.id = d.id
    left join basis_checks b on b.council = e.council and b.person = e.person
    order by d.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx)
  return found.rows
}

/** The record keeps who was dropped, also when a later file has them again. */
function entriesOf({ council }: Scope, from: DroppedFrom): RawBuilder<unknown> {
  if ('version' in from) {
    return sql`select (dropped.id #>> '{}')::uuid as id from events v
      cross join lateral jsonb_array_elements(v.body -> 'entries') as dropped (id)
      where v.council = ${council} and v.kind = 'lists.EntriesDropped'
        and v.body ->> 'version' = ${from.version}`
  }
  return sql`select id from list_entries
    where council = ${council} and list = ${from.list} and dropped_by is null
      and state in ('loaded', 'held') and id not in (select entry_id from staged_rows
        where council = ${council} and file = ${from.file} and entry_id is not null)`
}
