// Which cells of a row are wanted, and what are they? The id first, then what the mapping names.
import type { RawColumn, RawTable } from '../../matching/index.ts'
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

/** `isEachOnce`: every row has an id of its own. */
export function tableOf(csv: Csv, heads: Heads): { table: RawTable; isEachOnce: boolean } {
  const [first, ...rest] = csv.columns
  const { values = [], codes = new Int32Array(0) } = first ?? {}
  const ids = Array.from(codes, code => values[code] ?? '')
  const columns = heads.map((head, i): RawColumn => {
    const { codes: own = new Int32Array(0), values: cells = [] } = rest[i] ?? {}
    return { ...head, codes: own, values: cells }
  })
  const isEachOnce = values.length === ids.length && !values.includes('')
  return { table: { ids, columns }, isEachOnce }
}
