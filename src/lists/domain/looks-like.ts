// Do these values look like what a column of this kind holds? For a guess that a person checks.
import type { Column, ColumnRole } from './profile.ts'
import { readDate } from './read-date.ts'
import { readNhsNumber } from './read-nhs-number.ts'
import { readPhones } from './read-phones.ts'
import { readPostcode } from './read-postcode.ts'
import { readEmail, readUprn } from './read-simple-cells.ts'

type Test = (value: string, column: Pick<Column, 'dates' | 'truth'>) => boolean

const isPhone: Test = value => readPhones(value).phones.length > 0

const tests: Partial<Record<ColumnRole, Test>> = {
  'nhs-number': value => readNhsNumber(value).kind === 'number',
  'date-of-birth': isDate,
  'date-of-death': isDate,
  'listed-on': isDate,
  postcode: value => readPostcode(value).kind === 'postcode',
  email: value => readEmail(value).kind === 'text',
  mobile: isPhone,
  landline: isPhone,
  phone: isPhone,
  uprn: value => readUprn(value).kind === 'text' && value.length >= 8,
  'need-mark': (value, { truth }) =>
    [...(truth?.yes ?? []), ...(truth?.no ?? [])].includes(value.toLowerCase()),
}

/** The share that fits, from 0 to 1; nothing for a kind of column that any text fits. */
export function looksLike(
  column: Pick<Column, 'role' | 'dates' | 'truth'>,
  values: readonly string[],
): number | undefined {
  const test = tests[column.role]
  if (!test) return undefined
  if (values.length === 0) return 0
  return values.filter(value => test(value, column)).length / values.length
}

function isDate(value: string, { dates = [] }: Pick<Column, 'dates'>): boolean {
  return readDate(value, dates).kind === 'date'
}
