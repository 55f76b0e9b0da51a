// What does this row say, and what stands in its way? Several issues, one reading; pure, so the
// upload page, the command line and the demo read a row in exactly the same way.
import type { Entry } from './entry.ts'
import type { MappedColumn } from './header.ts'
import { cellCharactersMax } from './limits.ts'
import type { ColumnRole, Profile } from './profile.ts'
import { readDeath } from './read-death.ts'
import { readListed } from './read-listed.ts'
import { readPerson } from './read-person.ts'
import { readWays } from './read-ways.ts'
import { readWhere } from './read-where.ts'
import { readWithdrawal } from './read-withdrawal.ts'
import type { Issue, Reason } from './reasons.ts'
import { issueOf, type RowCells, rowCells } from './row-cells.ts'
import { brokenRule } from './row-rules.ts'

/** One row as the file gave it, and what was wrong with its shape. */
export type RawRow = {
  /** The row of the file as a spreadsheet numbers it, from 1, the header among them. */
  readonly row: number
  readonly cells: readonly string[]
  readonly flaws: readonly Reason[]
}
export type RowContext = {
  readonly columns: readonly MappedColumn[]
  /** Today in London: nobody is born or dies after it. */
  readonly today: string
  /** GSS codes under which our own district appears. */
  readonly districtCodes: readonly string[]
  /** Names of our districts, as `headerKey` folds them. */
  readonly districtNames?: readonly string[]
  /** What the list is about and which of its rows are taken. */
  readonly profile?: Pick<Profile, 'about' | 'rows'>
  /** Names of date columns in which the order of day and month is in doubt. */
  readonly inDoubt?: ReadonlySet<string>
}
export type ReadRow = {
  readonly entry: Entry
  readonly issues: readonly Issue[]
  /** Equal for two rows that say the same, whatever the version. */
  readonly comparable: string
}

export function readRow(raw: RawRow, context: RowContext): ReadRow {
  const issues: Issue[] = raw.flaws.map(code => ({ code }))
  const row = rowCells(raw.cells, context.columns)
  const person = readPerson(row, context, issues)
  const where = readWhere(row, context, issues)
  const ways = readWays(row, issues)
  const death = readDeath(row, context, issues)
  const listed = { ...readListed(row, context, issues), ...readWithdrawal(row, issues) }
  const entry = identified({ ...person, ...where, ...ways, ...death, ...listed }, context, issues)
  const broken = brokenRule(context.profile?.rows ?? [], row, context)
  if (broken) issues.push({ code: broken })
  checkCells(raw, row, issues)
  return { entry, issues, comparable: comparableOf(row, entry) }
}

function checkCells(raw: RawRow, row: RowCells, issues: Issue[]): void {
  if (raw.cells.some(cell => cell.length > cellCharactersMax)) {
    issues.push({ code: 'cell-too-long' })
  }
  for (const cell of row.kept) {
    if (cell.text === noResult) issues.push(issueOf('formula-without-value', cell))
    else if (spreadsheetError.test(cell.text)) issues.push(issueOf('cell-is-error', cell))
  }
}

/** What a workbook's reader puts where a formula was never worked out. */
export const noResult = '#NO-RESULT!'
const spreadsheetError = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/

/** As letters are addressed where nobody knows who lives there. */
const unnamed = 'Occupier'

/** Without a number or a name with something beside it, nobody could ever be found by this row. */
function identified(entry: Entry, { profile }: RowContext, issues: Issue[]): Entry {
  const { firstName, surname, nhsNumber, dateOfBirth } = entry
  if (firstName !== '' && surname !== '') {
    if (nhsNumber === undefined && !hasMore(entry)) issues.push({ code: 'no-identity' })
    return entry
  }
  const isNameless = firstName === '' && surname === ''
  const isDoor = profile?.about === 'dwelling' && hasHome(entry)
  if (isNameless && isDoor) {
    issues.push({ code: 'occupier-unnamed' })
    return { ...entry, surname: unnamed, isUnnamed: true }
  }
  const isSure = isDoor || (nhsNumber !== undefined && dateOfBirth !== undefined)
  if (nhsNumber === undefined && (isNameless || !hasMore(entry))) {
    issues.push({ code: 'no-identity' })
  } else if (!isNameless && isSure) issues.push({ code: 'name-is-one-word' })
  else issues.push({ code: 'name-missing' })
  return entry
}

function hasMore(entry: Entry): boolean {
  const { dateOfBirth, uprn, postcode, email, phones, addressLines } = entry
  const facts = [dateOfBirth, uprn, postcode, email, ...addressLines]
  return phones.length > 0 || facts.some(fact => fact !== undefined && fact !== '')
}

function hasHome({ uprn, postcode, addressLines }: Entry): boolean {
  return uprn !== undefined || (postcode !== undefined && addressLines.some(line => line !== ''))
}

/** Case and space are no news; a date in another form of the same day is none either. */
function comparableOf(row: RowCells, entry: Entry): string {
  const roles: ColumnRole[] = ['nhs-number', 'date-of-birth', 'date-of-death', 'died-flag']
  const raw = roles.map(role => row.text(role).replace(/\s/g, ''))
  const { phones, listVersion: _differs, ...facts } = entry
  const cells = row.all('mobile', 'landline', 'phone')
  const rawPhones = cells.map(({ text }) => text.replace(/\D/g, ''))
  const said = [raw, facts, phones.map(({ e164 }) => e164), rawPhones]
  return JSON.stringify(said).toLowerCase().replace(/\s+/g, ' ')
}
