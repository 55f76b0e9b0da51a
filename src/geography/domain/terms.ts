// Which files of places are understood, what becomes of a row, and what may be said about it?

export const fileKinds = [
  'wards',
  'parishes',
  'lsoa',
  'msoa',
  'points',
  'addresses',
  'open-names',
  'open-uprn',
  'postcodes',
] as const
export type FileKind = (typeof fileKinds)[number]

export const areaKinds = ['wards', 'parishes', 'lsoa', 'msoa'] as const
export type AreaKind = (typeof areaKinds)[number]

export function isAreaKind(kind: string): kind is AreaKind {
  return areaKinds.some(one => one === kind)
}

/** What a fact is about; its key is a code, a number or an id, never a name. */
export const factKinds = [...areaKinds, 'point', 'name', 'uprn', 'postcode'] as const
export type FactKind = (typeof factKinds)[number]

export const outcomes = ['accepted', 'changed', 'unchanged', 'needs_review', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a row is not simply taken. Those that a person can answer stand first. */
export const reasons = [
  'street-two-spellings',
  'street-elsewhere',
  'village-unknown',
  'code-of-another-name',
  'uprn-twice',
  'row-repeated',
  'uprn-too-long',
  'uprn-scientific',
  'uprn-not-digits',
  'uprn-unknown',
  'address-missing',
  'street-missing',
  'village-missing',
  'postcode-wrong',
  'code-missing',
  'code-wrong',
  'code-twice',
  'name-missing',
  'ring-crosses',
  'ring-open',
  'no-shape',
  'position-outside',
  'position-missing',
  'place-unknown',
  'no-place-to-name',
  'elsewhere',
  'cells-missing',
] as const
export type Reason = (typeof reasons)[number]

export const fileProblems = [
  'empty-file',
  'too-large',
  'too-many-rows',
  'not-text',
  'is-a-spreadsheet',
  'not-known',
  'not-json',
  'no-features',
  'column-missing',
  'in-metres',
  'other-projection',
  'no-village-yet',
  'other-kind',
] as const
export type FileProblemCode = (typeof fileProblems)[number]

export type FileProblem = {
  readonly problem: FileProblemCode
  /** Column names as received: the only words of a file that the sentence repeats. */
  readonly columns?: readonly string[]
}

export function isFileProblem(value: unknown): value is FileProblem {
  return typeof value === 'object' && value !== null && 'problem' in value
}

export const remarkCodes = [
  'read-as-utf-16',
  'read-as-windows-1252',
  'converted-from-metres',
  'taken-as-metres',
  'positions-approximate',
  'others-end',
  'homes-stay',
] as const
export type RemarkCode = (typeof remarkCodes)[number]
export type Remark = { readonly remark: RemarkCode; readonly count?: number }

export type Counts = { readonly rows: number } & Readonly<Record<Outcome, number>>

export const noCounts: Counts = {
  rows: 0,
  accepted: 0,
  changed: 0,
  unchanged: 0,
  needs_review: 0,
  refused: 0,
}

/** What becomes of one row. `what` is what the row itself says it is about. */
export type RowResult = {
  readonly row: number
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly what: string
  /** Where it goes wrong, such as the point at which a ring crosses itself. */
  readonly at?: string
}

/** A longitude and a latitude, WGS84 degrees. */
export type Position = readonly [number, number]
export type Ring = readonly Position[]
/** Polygons, each an outer ring and its holes. */
export type Shape = readonly (readonly Ring[])[]

export const rowsMax = 3_000_000
export const fileBytesMax = 2_000 * 1024 * 1024
/** Shapes are read whole. */
export const shapeBytesMax = 100 * 1024 * 1024
