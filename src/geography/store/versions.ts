// Which files of places were loaded, what did each do, and what became of every row?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { FileKind, Outcome, Reason, Remark } from '../domain/terms.ts'
import type { ReasonCount } from './plan-file.ts'

export type Version = {
  readonly id: Id
  readonly kind: FileKind
  readonly number: number
  readonly edition: string | null
  readonly fileName: string | null
  readonly takenAs: 'villages' | 'map'
  readonly loadedAt: Date
  readonly loadedByName: string | null
  readonly rows: number
  readonly accepted: number
  readonly changed: number
  readonly unchanged: number
  readonly needs_review: number
  readonly refused: number
  readonly remarks: readonly Remark[]
  readonly unlisted: Readonly<Partial<Record<Reason, number>>>
  readonly undoneAt: Date | null
  readonly undoneByName: string | null
  readonly kept: number
  /** The newest of its kind that stands: the one that may be undone. */
  readonly isLatest: boolean
}

const versionRow = sql`select v.id, v.kind, v.number, v.edition, v.file_name as "fileName",
    v.taken_as as "takenAs", v.loaded_at as "loadedAt", u.name as "loadedByName", v.rows,
    v.accepted, v.changed, v.unchanged, v.needs_review, v.refused, v.remarks, v.unlisted,
    v.undone_at as "undoneAt", w.name as "undoneByName", v.kept,
    v.undone_at is null and not exists (select from geo_versions o where o.council = v.council
      and o.kind = v.kind and o.undone_at is null and o.number > v.number) as "isLatest"
  from geo_versions v
  left join users u on u.council = v.council and u.id = v.loaded_by
  left join users w on w.council = v.council and w.id = v.undone_by`

const versionsMax = 200

export async function versionsOf(tx: Tx, scope: Scope): Promise<readonly Version[]> {
  const found = await sql<Version>`${versionRow} where v.council = ${scope.council}
    order by v.number desc limit ${versionsMax}`.execute(tx)
  return found.rows
}

export async function findVersion(tx: Tx, scope: Scope, id: Id): Promise<Version | undefined> {
  const found = await sql<Version>`${versionRow}
    where v.council = ${scope.council} and v.id = ${id}`.execute(tx)
  return found.rows[0]
}

export type AccountRow = {
  readonly row: number
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly what: string | null
  readonly at: string | null
}

/** Rows of a version, or of a file that is only read so far. */
export type RowSource = { readonly version: Id } | { readonly file: Id }
export type RowsAsked = {
  readonly source: RowSource
  readonly outcome: Outcome | null
  readonly after: number
  readonly most: number
}

export async function accountRows(
  tx: Tx,
  scope: Scope,
  { source, outcome, after, most }: RowsAsked,
): Promise<readonly AccountRow[]> {
  const from =
    'version' in source
      ? sql`geo_rows where version = ${source.version}`
      : sql`geo_staged_rows where file = ${source.file}`
  const wanted = outcome === null ? sql`true` : sql`outcome = ${outcome}`
  const found = await sql<AccountRow>`select row, outcome, reasons, what, at from ${from}
    and council = ${scope.council} and row > ${after} and ${wanted}
    order by row limit ${most}`.execute(tx)
  return found.rows
}

export async function reasonsOf(
  tx: Tx,
  scope: Scope,
  { id, unlisted }: Pick<Version, 'id' | 'unlisted'>,
): Promise<readonly ReasonCount[]> {
  const found = await sql<ReasonCount>`
    select outcome, reason, count(*) as rows from geo_rows
    cross join lateral unnest(reasons) as reason
    where council = ${scope.council} and version = ${id}
    group by 1, 2 order by 3 desc, 2`.execute(tx)
  const hidden = Object.entries(unlisted).map(([reason, rows]) => {
    return { outcome: 'refused', reason: reason as Reason, rows: rows ?? 0 } as const
  })
  return [...found.rows, ...hidden]
}
