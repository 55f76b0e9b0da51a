// Who is this row about? Names as given, the number with its check digit, the birthday or none.
import type { Entry } from './entry.ts'
import { readCellDate } from './read-cell-date.ts'
import { keptName, splitName } from './read-name.ts'
import { readNhsNumber } from './read-nhs-number.ts'
import type { RowContext } from './read-row.ts'
import type { Issue, Reason } from './reasons.ts'
import { issueOf, type RowCells } from './row-cells.ts'

type Who = Pick<Entry, 'nhsNumber' | 'firstName' | 'otherNames' | 'surname' | 'dateOfBirth'>

export function readPerson(row: RowCells, context: RowContext, issues: Issue[]): Who {
  const nhs = readNhsNumber(row.text('nhs-number'))
  if (nhs.kind === 'wrong') issues.push(issueOf('nhs-number-wrong', row.one('nhs-number')))
  return {
    ...(nhs.kind === 'number' ? { nhsNumber: nhs.digits } : {}),
    ...readNames(row, issues),
    ...readBirth(row, context, issues),
  }
}

function readNames(row: RowCells, issues: Issue[]) {
  const firstName = keptName(row.text('first-name'))
  const surname = keptName(row.text('surname'))
  const otherNames = keptName(row.text('other-names'))
  const whole = row.one('full-name')
  if (firstName !== '' || surname !== '' || !whole?.text) return { firstName, otherNames, surname }
  const split = splitName(whole.text)
  if (split.firstName !== '') issues.push(issueOf('name-split', whole))
  return { ...split, otherNames }
}

const whys: Readonly<Record<string, Reason>> = {
  'two-digit-year': 'date-of-birth-two-digit-year',
  'us-order': 'date-of-birth-us-order',
}

function readBirth(row: RowCells, { today, inDoubt }: RowContext, issues: Issue[]) {
  const cell = row.one('date-of-birth')
  const read = readCellDate(cell, inDoubt)
  if (read.kind === 'empty') issues.push(issueOf('date-of-birth-missing', cell))
  if (read.kind === 'unreadable') {
    issues.push(issueOf(whys[read.why] ?? 'date-of-birth-unreadable', cell))
  }
  if (read.kind !== 'date') return {}
  if (read.form === 'excel-day') issues.push(issueOf('date-from-day-number', cell))
  if (read.date <= today && read.date >= oldestBirth(today)) return { dateOfBirth: read.date }
  issues.push(issueOf('date-of-birth-impossible', cell))
  return {}
}

/** Nobody in the country has lived past 116; a hundred and twenty leaves room. */
function oldestBirth(today: string): string {
  return `${Number(today.slice(0, 4)) - 120}${today.slice(4)}`
}
