// Which files does an archive have? The record, its registers, and what capabilities add to it.
import type { Registry } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'
import { commandsFile, logFile, readsFile } from '../domain/archive.ts'
import { commandLines, logLines, readLines, tableLines } from './archive-lines.ts'
import { type ArchiveTable, archiveTables } from './archive-tables.ts'

export type ArchivePart = {
  readonly path: string
  /** The first line is a header and no row. */
  readonly hasHeader: boolean
  lines(tx: Tx, council: string): AsyncIterable<string>
}

const added: ArchivePart[] = []

/** Called once, where a capability is put together: a file that follows from the record. */
export function addArchivePart(part: ArchivePart): void {
  if (!added.some(({ path }) => path === part.path)) added.push(part)
}

export type ArchiveParts = {
  readonly parts: readonly ArchivePart[]
  readonly tables: readonly ArchiveTable[]
}

export async function archiveParts(tx: Tx, registry: Registry): Promise<ArchiveParts> {
  const tables = await archiveTables(tx, registry)
  const parts = [
    { path: logFile, hasHeader: false, lines: logLines },
    { path: commandsFile, hasHeader: false, lines: commandLines },
    { path: readsFile, hasHeader: false, lines: readLines },
    ...tables.map(table => ({
      path: `tables/${table.name}.csv`,
      hasHeader: true,
      lines: (inTx: Tx, council: string) => tableLines(inTx, table, council),
    })),
    ...added,
  ]
  return { parts, tables }
}
