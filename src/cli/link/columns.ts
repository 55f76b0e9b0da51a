// Which cells of a row are wanted, and what are they? The id first, then what the mapping names.
import type { RawColumn } from '../../matching/index.ts'
import { CommandProblem } from '../command.ts'
import type { Csv } from './read-csv.ts'
import type { Mapping } from './read-mapping.ts'

export type Heads = readonly Pick<RawColumn, 'role' | 'name'>[]

export function headsOf({ columns }: Mapping): Heads {
  return [...columns].map(([name, role]) => ({ name, role }))
}

export function placesOf(header: readonly string[], mapping: Mapping, file: string): number[] {
  return [mapping.id, ...mapping.columns.keys()].map(name => {
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

/** The ids are in the first of the columns. */
export function idsOf({ columns: [first] }: Csv): { ids: readonly string[]; isEachOnce: boolean } {
  const { values = [], codes = new Int32Array(0) } = first ?? {}
  const isEachOnce = values.length === codes.length && !values.includes('')
  if (isEachOnce) return { ids: values, isEachOnce }
  return { ids: Array.from(codes, code => values[code] ?? ''), isEachOnce }
}

export function columnsOf({ columns }: Pick<Csv, 'columns'>, heads: Heads): RawColumn[] {
  return heads.map((head, i): RawColumn => {
    const { codes = new Int32Array(0), values = [] } = columns[i] ?? {}
    return { ...head, codes, values }
  })
}

/** One list below the other. */
export function below(first: readonly RawColumn[], second: readonly RawColumn[]): RawColumn[] {
  return first.map((column, i): RawColumn => {
    const other = second[i] as RawColumn
    const size = column.codes.length
    const codes = new Int32Array(size + other.codes.length)
    codes.set(column.codes)
    for (let row = size; row < codes.length; row++) {
      codes[row] = (other.codes[row - size] as number) + column.values.length
    }
    return { ...column, codes, values: [...column.values, ...other.values] }
  })
}
