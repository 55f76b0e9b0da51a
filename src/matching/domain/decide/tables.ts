// The weights of a model as plain arrays: per field and level, and per field and value for the
// values that agree, since a rare value that agrees says more: log2(m / its own share), as in
// Winkler (2000).
import { usualChanceOf, usualRecords } from '../fit/usual.ts'
import { alikeIn, householdWeight } from './household.ts'
import { type FieldModel, type Model, weightOf } from './model.ts'

const fewRecords = 256

/** Per field and code: how many of `count` records have it. */
export type Uses = {
  readonly uses: readonly Float64Array[]
  readonly count: number
  /** The weights of values that agree, where they are worked out already. */
  readonly exact?: readonly Float64Array[]
}

export type Table = {
  readonly levels: readonly Float64Array[]
  /** Of the strongest level, per value. */
  readonly exact: readonly Float64Array[]
}

/** `alike`: in how many households two people agree in each field as one person would. */
export type Relatives = Table & { readonly alike: Float64Array }

/** Two of one household with one first name and one birthday: nearly always a muddle of rows. */
const namesakeTwins = 2e-5

/** One person against two strangers. */
export function strangersTable({ fields }: Model, uses: Uses): Table {
  const levels = fields.map(field => Float64Array.from(field.levels, weightOf))
  return { levels, exact: uses.exact ?? fields.map((field, k) => exactWeights(field, uses, k)) }
}

/** One person against two of one household, some of whom agree like one person. */
export function relativesTable({ fields }: Model, { exact }: Table): Relatives {
  const levels = fields.map(field =>
    Float64Array.from(field.levels, level => householdWeight(field, level)),
  )
  return { levels, exact, alike: Float64Array.from(fields, alikeIn) }
}

/** Of a value that agrees: worked out per pair, since few pairs come so far. */
export function relativeExact({ exact, alike }: Relatives, k: number, code: number): number {
  const share = alike[k] as number
  return -Math.log2(share + (1 - share) * 2 ** -((exact[k] as Float64Array)[code] as number))
}

/**
 * Twins share the birthday and brothers' sons the name, but hardly any two of one household both:
 * log2 of one person against the three ways in which two relatives can come to these two levels.
 */
export function apartByNameAndBirthday(
  { alike }: Relatives,
  { given, date }: { readonly given: number; readonly date: number },
  [name, birthday]: readonly [number, number],
): number {
  const [namesake, twin] = [alike[given] as number, alike[date] as number]
  const neither = (1 - namesake - twin) * 2 ** -(name + birthday)
  return -Math.log2(twin * 2 ** -name + namesake * 2 ** -birthday + neither + namesakeTwins)
}

function exactWeights(field: FieldModel, { uses, count }: Uses, k: number): Float64Array {
  const used = uses[k] as Float64Array
  if (field.termWeight !== undefined) return splinkWeights(field, used)
  return weightsByUse(used, records => exactWeight(field, { used: records, count }))
}

/** Most values are of a few records, so their weights are worked out once for all of them. */
function weightsByUse(used: Float64Array, weightOfUse: (records: number) => number): Float64Array {
  const few = Float64Array.from({ length: fewRecords }, (_, records) => weightOfUse(records))
  return used.map(records =>
    records < fewRecords ? (few[records] as number) : weightOfUse(records),
  )
}

/** In a short list the share of a value is drawn towards what is usual. */
export function exactWeight(
  field: FieldModel,
  { used, count }: { readonly used: number; readonly count: number },
): number {
  const exact = field.levels[0]
  if (!exact) return 0
  if (!field.isTermFrequent) return weightOf(exact)
  const usual = usualChanceOf(field.kind, 0) * usualRecords
  return Math.log2((exact.m * (count + usualRecords)) / (Math.max(used, 1) + usual))
}

/** Per field: the most that a level other than the strongest can add. */
export function mostOfOthers({ levels }: Table): Float64Array {
  return Float64Array.from(levels, row => row.slice(1).reduce((a, b) => Math.max(a, b), -Infinity))
}

/** As Splink does it: the chance level of the value in the place of that of all values. */
function splinkWeights(field: FieldModel, used: Float64Array): Float64Array {
  const { levels, termWeight = 0 } = field
  const exact = levels[0] ?? { code: '', m: 0.5, u: 0.5 }
  const known = used.reduce((sum, records) => sum + records, 0)
  const [plain, u] = [weightOf(exact), exact.u]
  const rarity = (records: number) => Math.log2((u * known) / Math.max(records, 1))
  return weightsByUse(used, records => plain + termWeight * rarity(records))
}
