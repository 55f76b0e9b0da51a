// Which day does this cell of a row mean, where its column may be in doubt about the order?
import { type ReadDate, readDate } from './read-date.ts'
import type { Cell } from './row-cells.ts'

/** A column without declared forms holds no dates. */
export function readCellDate(cell: Cell | undefined, inDoubt?: ReadonlySet<string>): ReadDate {
  if (!cell?.column.dates) return { kind: 'empty' }
  const isOrderInDoubt = inDoubt?.has(cell.column.name) ?? false
  return readDate(cell.text, cell.column.dates, { isOrderInDoubt })
}
