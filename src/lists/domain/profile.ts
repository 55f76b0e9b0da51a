// What is a list profile? A named source as data: its columns, what each means, what is kept.
import { type ListType, listTypeOf } from './list-types.ts'
import type { NeedMark } from './need-marks.ts'
import type { DateForm } from './read-date.ts'
import type { Reason } from './reasons.ts'

export const columnRoles = [
  'source-key',
  'nhs-number',
  'first-name',
  'other-names',
  'surname',
  'full-name',
  'date-of-birth',
  'house-number',
  'address-line',
  'postcode',
  'email',
  'mobile',
  'landline',
  'phone',
  'date-of-death',
  'died-flag',
  'district-code',
  'authority',
  'county-code',
  'source',
  'category',
  'listed-on',
  'list-version',
  'uprn',
  'need-codes',
  'need-mark',
  'note',
  'unused',
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
  readonly isRequired?: boolean
  /** By this column a list is told from others that have the same usual columns. */
  readonly isTelling?: true
  /** Names under which the same column has been received. */
  readonly alsoCalled?: readonly string[]
  readonly dates?: readonly DateForm[]
  readonly truth?: Truth
  /** Words that mean this entry is about somebody who died. */
  readonly diedWords?: readonly string[]
  /** Words that mean that they want nothing more of what the list is for. */
  readonly withdrawnWords?: readonly string[]
  /** Where any other word has to be looked at: those that mean that they still do. */
  readonly activeWords?: readonly string[]
  /** What a yes here means. */
  readonly mark?: NeedMark
  /** What the codes in this column mean. */
  readonly codes?: Readonly<Record<string, NeedMark>>
}

/** Which rows of the file are taken; the others are counted and reported as not loaded. */
export type RowRule = {
  /** Any one of these columns is enough. */
  readonly columns: readonly string[]
  readonly takes: { readonly words: readonly string[] } | { readonly daysMax: number }
  readonly otherwise: Reason
}

export type Profile = ListType & {
  /** The list that it feeds. */
  readonly id: string
  readonly version: number
  readonly columns: readonly Column[]
  /** The role whose value is the source's own key for a person. */
  readonly sourceKey: ColumnRole
  /** The first row is passed over unread, and a column is known by its place. */
  readonly isByPosition?: true
  readonly rows?: readonly RowRule[]
  /** A council saved it; how it arrives may be changed by saving it again. */
  readonly isSaved?: true
}

type Given = Pick<Profile, 'id' | 'columns' | 'isByPosition' | 'rows' | 'isSaved'> & {
  readonly version?: number
}

/** Owner, purpose, basis and retention come with the kind of list. */
export function profileOf({ version = 1, columns, ...rest }: Given): Profile {
  const hasKey = columns.some(({ role }) => role === 'source-key')
  const sourceKey = hasKey ? 'source-key' : 'nhs-number'
  return { ...listTypeOf(rest.id), ...rest, version, columns, sourceKey }
}

export function column(name: string, role: ColumnRole, more: Partial<Column> = {}): Column {
  return { name, role, keep: true, ...more }
}

/** There, and read past: no purpose of ours needs them. */
export function unused(...names: string[]): Column[] {
  return names.map(name => ({ name, role: 'unused', keep: false }))
}
