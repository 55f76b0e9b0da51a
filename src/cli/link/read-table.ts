// One or two files become one table: every id once in its list, and only the mapped columns.
import type { RawTable, Received as Table } from '../../matching/index.ts'
import { CommandProblem } from '../command.ts'
import { below, columnsOf, headsOf, idsOf, placesOf } from './columns.ts'
import { readBytes } from './read-bytes.ts'
import { readCsv } from './read-csv.ts'
import type { Mapping } from './read-mapping.ts'
import { listsOf, readTogether } from './read-together.ts'

export type Received = {
  readonly table: Table
  readonly rows: number[]
  readonly remarks: string[]
}

/** `withCells`: somebody asks for the cells as they were received, and not only for the fields. */
export async function readTable(
  words: readonly string[],
  { mapping, withCells }: { mapping: Mapping; withCells: boolean },
): Promise<Received> {
  const files = words.map(file => ({ file, ...readBytes(file) }))
  const remarks = files.flatMap(one => one.remarks)
  const together = withCells ? undefined : await readTogether({ files, mapping })
  if (together) return { ...together, remarks }
  const tables = files.map(({ file, bytes }) => tableIn(bytes, file, mapping))
  const rows = tables.map(({ ids }) => ids.length)
  return { table: tables.reduce(joined), rows, remarks }
}

function tableIn(bytes: Buffer, file: string, mapping: Mapping): RawTable {
  const csv = readCsv(bytes, file, header => placesOf(header, mapping, file))
  const { ids, isEachOnce } = idsOf(csv)
  if (!isEachOnce) refuseDoubledIds(file, mapping.id, ids)
  return { ids, columns: columnsOf({ columns: csv.columns.slice(1) }, headsOf(mapping)) }
}

function refuseDoubledIds(file: string, column: string, ids: readonly string[]): void {
  const rows = new Map<string, number>()
  for (const [i, id] of ids.entries()) {
    const row = i + 2
    if (id === '') {
      throw new CommandProblem('id-empty', `Row ${row} of ${file} has no id in "${column}".`, 2)
    }
    const before = rows.get(id)
    if (before !== undefined) {
      const message = `The id "${id}" is on rows ${before} and ${row} of ${file}.`
      throw new CommandProblem('id-doubled', message, 2)
    }
    rows.set(id, row)
  }
}

function joined(first: RawTable, second: RawTable): RawTable {
  const ids = [...first.ids, ...second.ids]
  const lists = listsOf([first.ids.length, second.ids.length])
  return { ids, columns: below(first.columns, second.columns), ...(lists && { lists }) }
}
