// Which lists, versions and rows are there? Personal words only within what the asker may see.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { RowCounts } from '../domain/reasons.ts'

export type Version = RowCounts & {
  readonly id: Id
  readonly list: string
  readonly number: number
  readonly checksum: string
  readonly fileName: string | null
  readonly receivedAt: Date
  readonly loadedAt: Date
  readonly loadedBy: Id
  readonly loadedByName: string | null
  /** Who decides about its held rows; null where nobody may. */
  readonly deciderName: string | null
  readonly decideBy: Date
  /** Until when the file as received is kept; when it was destroyed, if it was. */
  readonly keptUntil: Date | null
  readonly fileDestroyedAt: Date | null
  /** Entries whose words are gone, and when the last of them went. */
  readonly entriesPurged: number
  readonly entriesPurgedAt: Date | null
  readonly addedPeople: number
  readonly died: number
  readonly dropped: number
  /** When the load was taken back, by whom and why; null where it stands. */
  readonly undoneAt: Date | null
  /** It was a sealed list, and is closed again. */
  readonly isPurged: boolean
  readonly undoneByName: string | null
  readonly undoReason: string | null
  readonly undoAskedBy: Id | null
  readonly undoAskedByName: string | null
  readonly shrinkReason: string | null
  readonly remarks: readonly { remark: string; count?: number }[]
}

const versionColumns = sql`v.id, v.list, v.number, v.checksum, v.file_name as "fileName",
  v.received_at as "receivedAt", v.loaded_at as "loadedAt", v.loaded_by as "loadedBy",
  u.name as "loadedByName", d.name as "deciderName", v.decide_by as "decideBy",
  f.kept_until as "keptUntil", v.file_destroyed_at as "fileDestroyedAt", v.rows, v.accepted,
  v.changed, v.unchanged, v.needs_review, v.rejected, v.added_people as "addedPeople", v.died,
  v.dropped, v.remarks, v.undone_at as "undoneAt", v.is_purged as "isPurged",
  v.entries_purged as "entriesPurged", v.entries_purged_at as "entriesPurgedAt",
  n.name as "undoneByName",
  v.undo_reason as "undoReason", v.undo_asked_by as "undoAskedBy", a.name as "undoAskedByName",
  v.shrink_reason as "shrinkReason"`

const versions = sql`select ${versionColumns} from list_versions v
  left join users u on u.council = v.council and u.id = v.loaded_by
  left join users d on d.council = v.council and d.id = coalesce(v.decider, v.loaded_by)
  left join users n on n.council = v.council and n.id = v.undone_by
  left join users a on a.council = v.council and a.id = v.undo_asked_by
  left join list_files f on f.council = v.council and f.id = v.file`

export async function versionOfChecksum(
  tx: Tx,
  council: string,
  { list, checksum }: { list: string; checksum: string },
): Promise<Version | undefined> {
  const found = await sql<Version>`${versions}
    where v.council = ${council} and v.list = ${list} and v.checksum = ${checksum}
      and v.undone_at is null
    order by v.number desc limit 1`.execute(tx)
  return found.rows[0]
}

const versionsMax = 200

export async function versionsOfLists(tx: Tx, scope: Scope): Promise<readonly Version[]> {
  if (!scope.everywhere) return []
  const found = await sql<Version>`${versions} where v.council = ${scope.council}
    order by v.list, v.number desc limit ${versionsMax}`.execute(tx)
  return found.rows
}

export async function findVersion(tx: Tx, scope: Scope, id: Id): Promise<Version | undefined> {
  if (!scope.everywhere) return undefined
  const found = await sql<Version>`${versions}
    where v.council = ${scope.council} and v.id = ${id}`.execute(tx)
  return found.rows[0]
}
