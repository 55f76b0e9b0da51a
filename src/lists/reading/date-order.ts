// Do some dates of a column have the month first? Then those that could be read either way are
// nobody's to guess: the column is in doubt, and such rows go to a person.
import type { Header, HeaderProblem } from '../domain/header.ts'
import { type DateForm, orderOf } from '../domain/read-date.ts'
import type { Table } from './read-table.ts'

type Ask = {
  open(): Promise<Table | HeaderProblem>
  readonly header: Header
  /** Something in the file looks like a date with the month first. */
  readonly isLikely: boolean
}

/** As many as one in a hundred may be slips of the hand: they are held one by one. */
const slipsShareMax = 0.01

const dayFirst: readonly DateForm[] = ['DD/MM/YYYY', 'DD-MM-YYYY', 'DD.MM.YYYY', 'D/M/YYYY']

export async function columnsInDoubt({ open, header, isLikely }: Ask): Promise<Set<string>> {
  const dated = header.columns.filter(
    ({ column, at }) =>
      at !== -1 && column.keep && column.dates?.some(one => dayFirst.includes(one)),
  )
  if (!isLikely || dated.length === 0) return new Set()
  const seen = dated.map(() => ({ 'day-first': 0, 'month-first': 0 }))
  const table = await open()
  if ('problem' in table) return new Set()
  for await (const rows of table.rows) {
    for (const { cells } of rows) {
      for (const [nth, { at }] of dated.entries()) {
        const order = orderOf(cells[at] ?? '')
        const counted = seen[nth]
        if (counted && (order === 'day-first' || order === 'month-first')) counted[order] += 1
      }
    }
  }
  const isDoubtful = (_one: unknown, nth: number) => {
    const counted = seen[nth]
    return counted !== undefined && counted['month-first'] > counted['day-first'] * slipsShareMax
  }
  return new Set(dated.filter(isDoubtful).map(({ column }) => column.name))
}
