// What may each column of a file nobody knows be? A guess from its name and its values, for a
// person to check: never taken without being shown.
import { headerKey } from './header-key.ts'
import { looksLike } from './looks-like.ts'
import type { ColumnRole } from './profile.ts'
import { profiles } from './profiles/index.ts'
import { type DateForm, dateForms, readDate } from './read-date.ts'

export type GuessedColumn = {
  readonly header: string
  readonly values: readonly string[]
  readonly role: ColumnRole
  /** How its dates are written, where it holds dates. */
  readonly dates: readonly DateForm[]
}

/** Roles that more than one column may have; each other role is given once. */
export const manyRoles: readonly ColumnRole[] = [
  'address-line',
  'phone',
  'note',
  'need-codes',
  'unused',
]

export function guessColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): GuessedColumn[] {
  const used = new Set<ColumnRole>()
  return headers.map((name, at) => {
    const header = name.trim()
    const values = rows.map(row => row[at]?.trim() ?? '').filter(value => value !== '')
    const guess = header === '' ? 'unused' : guessRole(header, values)
    const role = used.has(guess) && !manyRoles.includes(guess) ? 'unused' : guess
    used.add(role)
    return { header, values, role, dates: datesIn(values) }
  })
}

/** The row that looks most like names of columns: many cells, all different, none a number. */
export function guessHeaderRow(rows: readonly (readonly string[])[]): number {
  const scores = rows.map(cells => {
    const names = cells.map(cell => cell.trim()).filter(cell => cell !== '')
    const words = names.filter(name => /\p{L}/u.test(name) && name.length <= 60)
    return new Set(words).size - 3 * (names.length - words.length)
  })
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

/** The narrowest of the forms in which every value can be read; none where nothing fits. */
export function datesIn(values: readonly string[]): DateForm[] {
  if (values.length === 0) return []
  const forms = dateForms.filter(form => values.some(one => readDate(one, [form]).kind === 'date'))
  const isRead = (value: string) => readDate(value, forms).kind === 'date'
  return values.filter(isRead).length >= values.length * 0.8 ? forms : []
}

const byValue: readonly ColumnRole[] = ['nhs-number', 'postcode', 'email', 'phone', 'uprn']

const byWord: readonly (readonly [RegExp, ColumnRole])[] = [
  [/birth|born|dob/, 'date-of-birth'],
  [/death|died|deceased/, 'date-of-death'],
  [/forename|first|given|christian/, 'first-name'],
  [/middle|othername/, 'other-names'],
  [/surname|lastname|family/, 'surname'],
  [/nhs/, 'nhs-number'],
  [/uprn/, 'uprn'],
  [/postcode|pcode/, 'postcode'],
  [/mail/, 'email'],
  [/phone|tel|mobile|landline/, 'phone'],
  [/address|street|road|town|city|village|locality/, 'address-line'],
  [/name|occupier|tenant|resident/, 'full-name'],
  [/note|comment|remark/, 'note'],
  [/reference|^ref$|^id$|number$/, 'source-key'],
]

function guessRole(header: string, values: readonly string[]): ColumnRole {
  const key = headerKey(header)
  const named = knownNames().get(key) ?? byWord.find(([word]) => word.test(key))?.[1]
  if (named && fits(named, values)) return named
  const found = byValue.find(role => (looksLike({ role }, values) ?? 0) >= 0.8)
  if (found && values.length > 0) return found
  return 'unused'
}

function fits(role: ColumnRole, values: readonly string[]): boolean {
  const isDate = role === 'date-of-birth' || role === 'date-of-death' || role === 'listed-on'
  if (isDate) return values.length === 0 || datesIn(values).length > 0 || role !== 'listed-on'
  return values.length === 0 || (looksLike({ role }, values) ?? 1) >= 0.5
}

let names: Map<string, ColumnRole> | undefined

/** Every name under which a list that we know has had a column of a plain kind. */
function knownNames(): ReadonlyMap<string, ColumnRole> {
  names ??= new Map(
    profiles
      .flatMap(({ columns }) => columns)
      .filter(({ keep, role }) => keep && role !== 'need-mark')
      .flatMap(({ name, alsoCalled = [], role }) =>
        [name, ...alsoCalled].map(one => [headerKey(one), asPhone(role)] as const),
      )
      .toReversed(),
  )
  return names
}

/** The number itself says what it is. */
function asPhone(role: ColumnRole): ColumnRole {
  return role === 'mobile' || role === 'landline' ? 'phone' : role
}
