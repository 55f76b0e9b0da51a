// What does this row say, and what stands in its way? Several issues, one reading; pure, so the
// upload page, the command line and the demo read a row in exactly the same way.
import type { Entry } from './entry.ts'
import type { MappedColumn } from './header.ts'
import { cellCharactersMax } from './limits.ts'
import type { ColumnRole } from './profile.ts'
import { type ReadDate, readDate } from './read-date.ts'
import { keptName } from './read-name.ts'
import { readNhsNumber } from './read-nhs-number.ts'
import { type Phone, readPhones } from './read-phones.ts'
import { readPostcode } from './read-postcode.ts'
import { readEmail, readTruth, readUprn } from './read-simple-cells.ts'
import type { Issue, Reason } from './reasons.ts'

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
}
export type ReadRow = {
  readonly entry: Entry
  readonly issues: readonly Issue[]
  /** Equal for two rows that say the same, whatever the version. */
  readonly comparable: string
}

export function readRow(raw: RawRow, context: RowContext): ReadRow {
  const issues: Issue[] = raw.flaws.map(code => ({ code }))
  const row = cellsByRole(raw.cells, context.columns)
  const person = readPerson(row, context, issues)
  const where = readWhere(row, context, issues)
  const reach = readReach(row, issues)
  const death = readDeath(row, context, issues)
  const listed = readListed(row, issues)
  const entry: Entry = { ...person, ...where, ...reach, ...death, ...listed }
  checkIdentity(entry, issues)
  if (raw.cells.some(cell => cell.length > cellCharactersMax))
    issues.push({ code: 'cell-too-long' })
  return { entry, issues, comparable: comparableOf(row, entry) }
}

type Cell = { readonly column: MappedColumn['column']; readonly text: string }
type Row = { all(role: ColumnRole): readonly Cell[]; one(role: ColumnRole): Cell | undefined }

function cellsByRole(cells: readonly string[], columns: readonly MappedColumn[]): Row {
  const kept = columns.filter(({ column }) => column.keep)
  const all = kept.map(({ column, at }) => ({ column, text: (cells[at] ?? '').trim() }))
  return {
    all: role => all.filter(({ column }) => column.role === role),
    one: role => all.find(({ column }) => column.role === role),
  }
}

function readPerson(row: Row, context: RowContext, issues: Issue[]) {
  const nhs = readNhsNumber(textOf(row, 'nhs-number'))
  if (nhs.kind === 'wrong') issues.push(issue('nhs-number-wrong', row.one('nhs-number')))
  return {
    ...(nhs.kind === 'number' ? { nhsNumber: nhs.digits } : {}),
    firstName: keptName(textOf(row, 'first-name')),
    otherNames: keptName(textOf(row, 'other-names')),
    surname: keptName(textOf(row, 'surname')),
    ...readBirth(row, context, issues),
  }
}

function readBirth(row: Row, { today }: RowContext, issues: Issue[]) {
  const cell = row.one('date-of-birth')
  const read = dateIn(cell)
  if (read.kind === 'empty') issues.push(issue('date-of-birth-missing', cell))
  if (read.kind === 'unreadable') {
    const isShort = read.why === 'two-digit-year'
    issues.push(issue(isShort ? 'date-of-birth-two-digit-year' : 'date-of-birth-unreadable', cell))
  }
  if (read.kind !== 'date') return {}
  if (read.date <= today && read.date >= oldestBirth(today)) return { dateOfBirth: read.date }
  issues.push(issue('date-of-birth-impossible', cell))
  return {}
}

/** Nobody in the country has lived past 116; a hundred and twenty leaves room. */
function oldestBirth(today: string): string {
  return `${Number(today.slice(0, 4)) - 120}${today.slice(4)}`
}

function readWhere(row: Row, context: RowContext, issues: Issue[]) {
  const postcode = readPostcode(textOf(row, 'postcode'))
  const uprn = readUprn(textOf(row, 'uprn'))
  const district = textOf(row, 'district-code').toUpperCase()
  if (postcode.kind === 'empty') issues.push(issue('postcode-missing', row.one('postcode')))
  if (postcode.kind === 'unreadable') issues.push(issue('postcode-unreadable', row.one('postcode')))
  if (uprn.kind === 'unreadable') issues.push(issue('uprn-unreadable', row.one('uprn')))
  if (district !== '' && !context.districtCodes.includes(district)) {
    issues.push(issue('outside-district', row.one('postcode')))
  }
  return {
    addressLines: row.all('address-line').map(({ text }) => text),
    ...(postcode.kind === 'postcode' ? { postcode: postcode.postcode } : {}),
    ...(uprn.kind === 'text' ? { uprn: uprn.text } : {}),
    ...(district === '' ? {} : { districtCode: district }),
  }
}

function readReach(row: Row, issues: Issue[]) {
  const phones: Phone[] = []
  const cells = [...row.all('mobile'), ...row.all('landline')]
  for (const cell of cells) {
    const read = readPhones(cell.text)
    const isNew = ({ e164 }: Phone) => !phones.some(known => known.e164 === e164)
    phones.push(...read.phones.filter(isNew))
    if (read.unread.length > 0) issues.push(issue('phone-unreadable', cell))
    if (read.phones.some(phone => phone.isZeroPutBack))
      issues.push(issue('phone-zero-put-back', cell))
  }
  if (phones.length === 0) issues.push({ code: 'phone-missing' })
  const email = readEmail(textOf(row, 'email'))
  if (email.kind === 'unreadable') issues.push(issue('email-unreadable', row.one('email')))
  return { phones, ...(email.kind === 'text' ? { email: email.text } : {}) }
}

/** Any one of three columns may say it; an unreadable date still says that somebody died. */
function readDeath(row: Row, { today }: RowContext, issues: Issue[]) {
  const cell = row.one('date-of-death')
  const read = dateIn(cell)
  const isReal = read.kind === 'date' && read.date <= today
  if (read.kind !== 'empty' && !isReal) issues.push(issue('date-of-death-unreadable', cell))
  const flag = row.one('died-flag')
  const flagged = flag?.column.truth ? readTruth(flag.text, flag.column.truth) : 'empty'
  if (flagged === 'unreadable') issues.push(issue('died-flag-unreadable', flag))
  const isWord = row
    .all('category')
    .some(({ column, text }) => column.diedWords?.includes(text.toLowerCase()))
  const isDateLike = read.kind !== 'empty' && /\d/.test(cell?.text ?? '')
  const isDied = isReal || isDateLike || flagged === 'yes' || isWord
  if (isDied) issues.push({ code: 'died' })
  return { isDied, ...(isReal && read.kind === 'date' ? { dateOfDeath: read.date } : {}) }
}

function readListed(row: Row, issues: Issue[]) {
  const listed = dateIn(row.one('listed-on'))
  if (listed.kind === 'unreadable') issues.push(issue('listed-on-unreadable', row.one('listed-on')))
  const words = (role: ColumnRole) => textOf(row, role) || undefined
  const source = words('source')
  const category = words('category')
  const listVersion = words('list-version')
  return {
    ...(listed.kind === 'date' ? { listedOn: listed.date } : {}),
    ...(source ? { source } : {}),
    ...(category ? { category } : {}),
    ...(listVersion ? { listVersion } : {}),
  }
}

/** Without a number or a name with something beside it, nobody could ever be found by this row. */
function checkIdentity(entry: Entry, issues: Issue[]): void {
  const hasName = entry.firstName !== '' || entry.surname !== ''
  const hasMore =
    entry.dateOfBirth !== undefined ||
    entry.uprn !== undefined ||
    entry.postcode !== undefined ||
    entry.email !== undefined ||
    entry.phones.length > 0 ||
    entry.addressLines.some(line => line !== '')
  if (entry.nhsNumber === undefined && !(hasName && hasMore)) issues.push({ code: 'no-identity' })
  else if (entry.firstName === '' || entry.surname === '') issues.push({ code: 'name-missing' })
}

/** Case and space are no news; a date in another form of the same day is none either. */
function comparableOf(row: Row, entry: Entry): string {
  const roles: ColumnRole[] = ['nhs-number', 'date-of-birth', 'date-of-death', 'died-flag']
  const raw = roles.map(role => textOf(row, role).replace(/\s/g, ''))
  const { phones, listVersion: _differs, ...facts } = entry
  const said = [raw, facts, phones.map(({ e164 }) => e164), rawPhones(row)]
  return JSON.stringify(said).toLowerCase().replace(/\s+/g, ' ')
}

function rawPhones(row: Row): string[] {
  return [...row.all('mobile'), ...row.all('landline')].map(({ text }) => text.replace(/\D/g, ''))
}

function dateIn(cell: Cell | undefined): ReadDate {
  return cell?.column.dates ? readDate(cell.text, cell.column.dates) : { kind: 'empty' }
}

function textOf(row: Row, role: ColumnRole): string {
  return row.one(role)?.text ?? ''
}

function issue(code: Reason, cell: Cell | undefined): Issue {
  return cell ? { code, column: cell.column.name, got: cell.text } : { code }
}
