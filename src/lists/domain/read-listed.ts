// What does the list say about why it names this person? Category, source, when, what they depend
// on, and its notes, as given.
import type { Entry } from './entry.ts'
import { type NeedMark, readNeedCodes } from './need-marks.ts'
import type { ColumnRole } from './profile.ts'
import { readCellDate } from './read-cell-date.ts'
import type { RowContext } from './read-row.ts'
import { readTruth } from './read-simple-cells.ts'
import type { Issue } from './reasons.ts'
import { issueOf, type RowCells } from './row-cells.ts'

type Listed = Pick<
  Entry,
  'listedOn' | 'source' | 'category' | 'listVersion' | 'marks' | 'notes' | 'sourceKey'
>

export function readListed(row: RowCells, { inDoubt }: RowContext, issues: Issue[]): Listed {
  const cell = row.one('listed-on')
  const listed = readCellDate(cell, inDoubt)
  if (listed.kind === 'unreadable') issues.push(issueOf('listed-on-unreadable', cell))
  const words = (role: ColumnRole) => row.text(role) || undefined
  const source = words('source')
  const category = words('category')
  const listVersion = words('list-version')
  const sourceKey = readKey(row, issues)
  const { marks, notes } = readMarks(row, issues)
  return {
    ...(listed.kind === 'date' ? { listedOn: listed.date } : {}),
    ...(source ? { source } : {}),
    ...(category ? { category } : {}),
    ...(listVersion ? { listVersion } : {}),
    ...(sourceKey ? { sourceKey } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  }
}

/** A spreadsheet reads an account of digits as a number: `104422.0` is `104422`. */
function readKey(row: RowCells, issues: Issue[]): string | undefined {
  const cell = row.one('source-key')
  const text = (cell?.text ?? '').replace(/\s/g, '').toUpperCase()
  if (text === '') return undefined
  if (/^\d+(\.\d+)?E\+?\d+$/.test(text)) {
    issues.push(issueOf('key-damaged', cell))
    return undefined
  }
  return text.replace(/^(\d+)\.0+$/, '$1')
}

/** An empty cell says nothing: it is not a no. */
function readMarks(row: RowCells, issues: Issue[]) {
  const marks = new Set<NeedMark>()
  const notes = row.all('note').flatMap(({ text }) => (text === '' ? [] : [text]))
  for (const cell of row.all('need-mark')) {
    const { truth, mark } = cell.column
    const said = truth ? readTruth(cell.text, truth) : 'empty'
    if (said === 'yes' && mark) marks.add(mark)
    if (said === 'unreadable') {
      issues.push(issueOf('mark-unreadable', cell))
      notes.push(cell.text)
    }
  }
  for (const cell of row.all('need-codes')) {
    const read = readNeedCodes(cell.text, cell.column.codes ?? {})
    for (const mark of read.marks) marks.add(mark)
    if (read.unread.length > 0) issues.push(issueOf('needs-code-unknown', cell))
    notes.push(...read.unread)
  }
  return { marks: [...marks], notes: [...new Set(notes)] }
}
