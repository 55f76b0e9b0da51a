// Which rows stand behind a figure: of a file that waits, or of a version that is loaded?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { EntryChange } from '../domain/entry.ts'
import type { Issue, Outcome, Reason } from '../domain/reasons.ts'
import type { RowFilter } from '../domain/row-filter.ts'
import { stopsContact } from './preview.ts'

export type RowSource = { readonly file: Id } | { readonly version: Id }
export type RowsAsked = {
  readonly source: RowSource
  readonly filter: RowFilter
  readonly after?: number
  readonly page?: number
  readonly perPage: number
}
export type ListRow = {
  readonly row: number
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly change: EntryChange | null
  readonly issues: readonly Issue[]
  readonly entry: Id
  readonly person: Id | null
  readonly firstName: string | null
  readonly surname: string | null
  /** By which the list knows it again; null where it has none, or it is erased. */
  readonly key: string | null
  readonly decision: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

export async function countRows(tx: Tx, scope: Scope, asked: RowsAsked): Promise<number> {
  if (!scope.everywhere) return 0
  const found = await sql<{ rows: number }>`
    select count(*)::int as rows from ${rowsFrom(scope, asked.source)}
    where ${wanted(asked.filter)}`.execute(tx)
  return found.rows[0]?.rows ?? 0
}

export async function listRows(
  tx: Tx,
  scope: Scope,
  asked: RowsAsked,
): Promise<readonly ListRow[]> {
  if (!scope.everywhere) return []
  const { page = 1, perPage, after = 0 } = asked
  const found = await sql<ListRow>`
    select r.row, r.outcome, r.reasons, r.change, r.issues, r.entry, r.person,
      r.facts->>'firstName' as "firstName", r.facts->>'surname' as surname, r.key,
      d.decision, u.name as "decidedBy", d.decided_at as "decidedAt"
    from (select * from ${rowsFrom(scope, asked.source)}
      where ${wanted(asked.filter)} and r.row > ${after}
      order by r.row limit ${perPage} offset ${(page - 1) * perPage}) r
    left join lateral (select * from list_decisions x where x.council = ${scope.council}
      and x.entry = r.entry order by x.seq desc limit 1) d on true
    left join users u on u.council = ${scope.council} and u.id = d.decided_by
    order by r.row`.execute(tx)
  return found.rows
}

function rowsFrom({ council }: Scope, source: RowSource): RawBuilder<unknown> {
  if ('file' in source) {
    return sql`(select row, outcome, reasons, change, issues, entry_id as entry, person,
      entry as facts, key from staged_rows where council = ${council} and file = ${source.file}) r`
  }
  return sql`(select l.row, l.outcome, l.reasons, l.change, '[]'::jsonb as issues, l.entry,
      l.person, e.facts, e.key
    from list_rows l
    left join list_entries e on e.council = l.council and e.id = l.entry
    where l.council = ${council} and l.version = ${source.version}) r`
}

/** Whom the list names for the first time as dead counts as having died; so with withdrawing. */
export function hasChange(change: EntryChange): RawBuilder<boolean> {
  const isSaid = sql<boolean>`coalesce(r.change = ${change}, false)`
  if (change !== 'died' && change !== 'withdrawn') return isSaid
  return sql<boolean>`(${isSaid} or r.outcome = 'accepted' and ${change} = any (r.reasons))`
}

function wanted({ outcome, reason, change, died }: RowFilter): RawBuilder<boolean> {
  const conditions = [
    outcome === 'stopped' ? sql`r.outcome in ('needs_review', 'rejected')` : undefined,
    outcome && outcome !== 'stopped' ? sql`r.outcome = ${outcome}` : undefined,
    reason ? sql`${reason} = any (r.reasons)` : undefined,
    change ? hasChange(change) : undefined,
    died ? stopsContact : undefined,
  ].filter(one => one !== undefined)
  return conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
