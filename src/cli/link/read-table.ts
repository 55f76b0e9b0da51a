// One or two files become one table: every id once in its list, and only the mapped columns.
import type { RawColumn, RawTable, Received as Table } from '../../matching/index.ts'
import { CommandProblem } from '../command.ts'
import { headsOf, placesOf, tableOf } from './columns.ts'
import { readBytes } from './read-bytes.ts'
import { readCsv } from './read-csv.ts'
import type { Mapping } from './read-mapping.ts'
import { readTogether } from './read-together.ts'

export type Received = {
  readonly table: Table
  readonly rows: number[]
  readonly remarks: string[]
}

/** `withCells`: somebody asks for the cells as they were received, and not only for the fields. */
export async function readTable(
  files: readonly string[],
  { mapping, withCells }: { mapping: Mapping; withCells: boolean },
): Promise<Received> {
  const [only] = files
  if (only && files.length === 1 && !withCells) {
    const { bytes, remarks } = readBytes(only)
    const whole = await readTogether({ file: only, bytes, mapping })
    if (whole) return { table: whole, rows: [whole.ids.length], remarks }
    const table = tableIn(bytes, only, mapping)
    return { table, rows: [table.ids.length], remarks }
  }
  const parts = files.map(file => {
    const { bytes, remarks } = readBytes(file)
    return { remarks, table: tableIn(bytes, file, mapping) }
  })
  const remarks = parts.flatMap(part => part.remarks)
  const rows = parts.map(({ table }) => table.ids.length)
  const [first, second] = parts
  if (!first) throw new CommandProblem('wrong-use', 'Name one file, or two.', 2)
  if (!second) return { table: first.table, rows, remarks }
  return { table: joined(first.table, second.table), rows, remarks }
}

function tableIn(bytes: Buffer, file: string, mapping: Mapping): RawTable {
  const csv = readCsv(bytes, file, header => placesOf(header, mapping, file))
  const { table, isEachOnce } = tableOf(csv, headsOf(mapping))
  if (!isEachOnce) refuseDoubledIds(file, mapping.id, table.ids)
  return table
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
  const [size, count] = [first.ids.length, first.ids.length + second.ids.length]
  const columns = first.columns.map((column, i): RawColumn => {
    const other = second.columns[i] as RawColumn
    const codes = new Int32Array(count)
    codes.set(column.codes)
    for (let row = size; row < count; row++) {
      codes[row] = (other.codes[row - size] as number) + column.values.length
    }
    return { ...column, codes, values: [...column.values, ...other.values] }
  })
  const lists = new Uint8Array(count).fill(1, size)
  return { ids: [...first.ids, ...second.ids], columns, lists }
}
