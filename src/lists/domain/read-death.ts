// Does this row say that somebody died? Any one of three columns may say it, and an unreadable
// date still says so: ringing the bereaved cannot be undone.
import { readCellDate } from './read-cell-date.ts'
import type { RowContext } from './read-row.ts'
import { readTruth } from './read-simple-cells.ts'
import type { Issue } from './reasons.ts'
import { issueOf, type RowCells } from './row-cells.ts'

export function readDeath(row: RowCells, { today, inDoubt }: RowContext, issues: Issue[]) {
  const cell = row.one('date-of-death')
  const read = readCellDate(cell, inDoubt)
  const isReal = read.kind === 'date' && read.date <= today
  if (read.kind !== 'empty' && !isReal) issues.push(issueOf('date-of-death-unreadable', cell))
  const flag = row.one('died-flag')
  const flagged = flag?.column.truth ? readTruth(flag.text, flag.column.truth) : 'empty'
  if (flagged === 'unreadable') issues.push(issueOf('died-flag-unreadable', flag))
  const isWord = row
    .all('category')
    .some(({ column, text }) => column.diedWords?.includes(text.toLowerCase()))
  const isDateLike = read.kind !== 'empty' && /\d/.test(cell?.text ?? '')
  const isDied = isReal || isDateLike || flagged === 'yes' || isWord
  if (isDied) issues.push({ code: 'died' })
  return { isDied, ...(isReal && read.kind === 'date' ? { dateOfDeath: read.date } : {}) }
}
