// Does this row say that somebody wants nothing more of what the list is for? A status that nobody
// knows is looked at: to ring on and to stop would both be a guess.
import type { Entry } from './entry.ts'
import type { Issue } from './reasons.ts'
import { issueOf, type RowCells } from './row-cells.ts'

/** As senders write it; the profile says in which column it counts. */
export const usualWithdrawn = [
  'inactive',
  'withdrawn',
  'withdrew',
  'cancelled',
  'removed',
  'opted out',
  'deregistered',
] as const

export function readWithdrawal(row: RowCells, issues: Issue[]): Pick<Entry, 'isWithdrawn'> {
  const cells = row.all('category').filter(({ column }) => column.withdrawnWords)
  const said = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[-_\s]+/g, ' ')
  const isWithdrawn = cells.some(({ column, text }) => column.withdrawnWords?.includes(said(text)))
  if (isWithdrawn) {
    issues.push({ code: 'withdrawn' })
    return { isWithdrawn }
  }
  for (const cell of cells) {
    const { activeWords, diedWords = [] } = cell.column
    if (!activeWords || [...activeWords, ...diedWords].includes(said(cell.text))) continue
    issues.push(issueOf('status-unknown', cell))
  }
  return {}
}
