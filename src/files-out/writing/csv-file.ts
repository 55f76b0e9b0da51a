// How is a table written as CSV? UTF-8 with its mark, lines that end in CR LF, every cell guarded.
import { csvLine } from '../domain/csv-cell.ts'
import type { Cell, Sheet } from '../domain/table.ts'
import { writtenMoment } from './london-clock.ts'

/** The mark makes spreadsheets read the letters rightly. */
export const byteOrderMark = '\ufeff'

export function csvFile({ head, columns, rows }: Sheet): Buffer {
  const lines = [
    ...head.lines.map(line => csvLine(line)),
    csvLine([]),
    csvLine(columns.map(({ name }) => name)),
    ...rows.map(({ cells }) => csvLine(cells.map(plain))),
  ]
  return Buffer.from(byteOrderMark + lines.join(''))
}

function plain(cell: Cell): string | number | null | undefined {
  return cell instanceof Date ? writtenMoment(cell) : cell
}
