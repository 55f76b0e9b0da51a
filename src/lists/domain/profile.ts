// What is a list profile? A named source as data: its columns, what each means, what is kept.
import type { DateForm } from './read-date.ts'

export const columnRoles = [
  'nhs-number',
  'first-name',
  'other-names',
  'surname',
  'date-of-birth',
  'address-line',
  'postcode',
  'email',
  'mobile',
  'landline',
  'date-of-death',
  'died-flag',
  'district-code',
  'county-code',
  'source',
  'category',
  'listed-on',
  'list-version',
  'uprn',
] as const
export type ColumnRole = (typeof columnRoles)[number]

export type Truth = { readonly yes: readonly string[]; readonly no: readonly string[] }

export type Column = {
  readonly name: string
  readonly role: ColumnRole
  /** A dropped column is read past: we have no purpose for it, so it is not stored. */
  readonly keep: boolean
  /** A difference here is no change: it differs on every version. */
  readonly isIgnoredInComparison?: true
  readonly isRequired?: true
  /** Names under which the same column has been received. */
  readonly alsoCalled?: readonly string[]
  readonly dates?: readonly DateForm[]
  readonly truth?: Truth
  /** Words that mean this entry is about somebody who died. */
  readonly diedWords?: readonly string[]
}

export type Profile = {
  readonly id: string
  readonly version: number
  readonly columns: readonly Column[]
  /** The role whose value is the source's own key for a person. */
  readonly sourceKey: ColumnRole
  /** Codes; the words are in the string files. */
  readonly purpose: string
  readonly legalBasis: string
  readonly rawKeptDays: number
}
