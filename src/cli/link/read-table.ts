// One or two files become one table: every id once in its list, and only the mapped columns.
import type { RawColumn, RawTable } from '../../matching/index.ts'
import { CommandProblem } from '../command.ts'
import { readBytes } from './read-bytes.ts'
import { readCsv } from './read-csv.ts'
import type { Mapping } from './read-mapping.ts'

export type Received = {
  readonly table: RawTable
  readonly rows: number[]
  readonly remarks: string[]
}

export function readTable(files: readonly string[], mapping: Mapping): Received {
  const parts = files.map(file => readOne(file, mapping))
  const remarks = parts.flatMap(part => part.remarks)
  const rows = parts.map(({ table }) => table.ids.length)
  const [first, second] = parts
  if (!first) throw new CommandProblem('wrong-use', 'Name one file, or two.', 2)
  if (!second) return { table: first.table, rows, remarks }
  return { table: joined(first.table, second.table), rows, remarks }
}

function readOne(file: string, mapping: Mapping): { table: RawTable; remarks: string[] } {
  const { bytes, remarks } = readBytes(file)
  const names = [...mapping.columns.keys()]
  const csv = readCsv(bytes, file, header => placesIn(header, [mapping.id, ...names], file))
  const [idColumn, ...rest] = csv.columns
  const { values: idValues = [], codes: idCodes = [] } = idColumn ?? {}
  const ids = Array.from(idCodes, code => idValues[code] ?? '')
  const isEachOnce = idValues.length === ids.length && !idValues.includes('')
  if (!isEachOnce) refuseDoubledIds(file, mapping.id, ids)
  const columns = [...mapping.columns].map(([name, role], i): RawColumn => {
    const { codes = new Int32Array(0), values = [] } = rest[i] ?? {}
    return { role, name, codes, values }
  })
  return { table: { ids, columns }, remarks }
}

function placesIn(header: readonly string[], names: readonly string[], file: string): number[] {
  return names.map(name => {
    const place = header.indexOf(name)
    if (place >= 0 && header.indexOf(name, place + 1) >= 0) {
      throw new CommandProblem('column-doubled', `${file} has two columns named "${name}".`, 2)
    }
    if (place >= 0) return place
    const has = header.slice(0, 30).join(', ')
    const message = `${file} has no column "${name}" that the mapping names; it has ${has}.`
    throw new CommandProblem('column-missing', message, 2)
  })
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
