// What stands in the way of reading a file, said without a word of it: row, column, code, counts.
import type { Reason } from './reasons.ts'
import { reasons } from './reasons.ts'

export type CellProblem = {
  /** The row of the file as a spreadsheet numbers it. */
  readonly row: number
  /** The column as its list names it; none where the row as a whole is meant. */
  readonly column?: string
  readonly code: Reason
}

/** Which rows a list is loaded for depends on the day, and is no fault of the file. */
const byRule: readonly Reason[] = [
  'tested-too-long-ago',
  'status-not-taken',
  'support-not-asked',
  'kind-not-taken',
]
/** What could not be read and is noted only, as the rest of the row can be used. */
const unread: readonly Reason[] = [
  'postcode-unreadable',
  'phone-unreadable',
  'email-unreadable',
  'uprn-unreadable',
  'listed-on-unreadable',
  'key-damaged',
  'needs-code-unknown',
  'mark-unreadable',
]

/** About the reading, never about the person: that somebody died is nobody's business yet. */
export function isOfReading(code: Reason): boolean {
  return unread.includes(code) || (reasons[code] !== 'notes' && !byRule.includes(code))
}

export type District = { readonly code: string; readonly rows: number; readonly ours: number }

const rowsMin = 3
const codesShownMax = 5

/** Every row that names a district names another: the codes seen, the most frequent first. */
export function otherDistricts(seen: readonly District[]): readonly string[] | undefined {
  const rows = seen.reduce((sum, one) => sum + one.rows, 0)
  if (rows < rowsMin || seen.some(({ ours }) => ours > 0)) return undefined
  return seen.slice(0, codesShownMax).map(({ code }) => code)
}
