// What is known about one received file: its preview, why it was refused, or what it became?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { HeaderProblem, Renamed } from '../domain/header.ts'
import type { Preview } from './preview.ts'

export type FileState =
  | 'arriving'
  | 'arrived'
  | 'read'
  | 'refused'
  | 'loaded'
  | 'thrown-away'
  | 'destroyed'

export type WaitingFile = {
  readonly id: Id
  readonly list: string
  readonly name: string
  readonly checksum: string
  readonly bytes: number
  readonly receivedAt: Date
  readonly state: FileState
  readonly reading: Preview | HeaderProblem | null
  /** What a person said about new names, while the file is read again. */
  readonly renamed: readonly Renamed[] | null
  /** Line ends in it: about as many rows. */
  readonly lines: number
  readonly rowsRead: number
  readonly touchedAt: Date | null
}

const columns = sql`id, list, name, coalesce(checksum, '') as checksum, bytes,
  received_at as "receivedAt", state, reading, reading->'renamed' as renamed, lines,
  rows_read as "rowsRead", touched_at as "touchedAt"`

export async function findFile(tx: Tx, scope: Scope, id: Id): Promise<WaitingFile | undefined> {
  if (!scope.everywhere) return undefined
  const found = await sql<WaitingFile>`select ${columns} from list_files
    where council = ${scope.council} and id = ${id}`.execute(tx)
  return found.rows[0]
}

const filesMax = 20

/** Handed in and not yet loaded: somebody still has to say yes, or to hand it in again. */
export async function waitingFiles(tx: Tx, scope: Scope): Promise<readonly WaitingFile[]> {
  if (!scope.everywhere) return []
  const found = await sql<WaitingFile>`select ${columns} from list_files
    where council = ${scope.council} and state in ('arriving', 'arrived', 'read')
    order by received_at desc limit ${filesMax}`.execute(tx)
  return found.rows
}

export type ColumnSample = { readonly values: readonly string[] }

/** Two values of each kept column as they came, for a person to recognise the columns by. */
export async function columnSamples(
  tx: Tx,
  scope: Scope,
  file: Id,
): Promise<readonly ColumnSample[]> {
  const found = await sql<{ raw: string[] }>`select raw from staged_rows
    where council = ${scope.council} and file = ${file} order by row limit 2`.execute(tx)
  const width = found.rows[0]?.raw.length ?? 0
  return Array.from({ length: width }, (_, at) => ({
    values: found.rows.map(({ raw }) => raw[at] ?? ''),
  }))
}
