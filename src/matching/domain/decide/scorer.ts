// How much does all that is known of two records speak for one person? The sum of the weights of
// the levels at which their fields agree; a field that one of them lacks says nothing.
import type { Comparison } from '../compare/comparison.ts'
import { differentName, swappedName } from '../compare/names.ts'
import { usualChanceOf, usualRecords } from '../fit/usual.ts'
import { against, alikeIn, householdWeight } from './household.ts'
import { type Model, priorWeight, weightOf } from './model.ts'
import { type Places, placesOf } from './places.ts'

export const unknown = -1

export type Scorer = {
  /** The levels of the last pair that was looked at. */
  readonly levels: Int8Array
  /** -Infinity as soon as the pair cannot come to `floor` any more. */
  weigh(pair: Pair, floor: number): number
  /** Only the levels, without any weight. */
  look(pair: Pair): Int8Array
  /** Of the pair weighed last: how much speaks against two of one household, without any prior. */
  apartFromHousehold(pair: Pair): number
}

/** Two records as places in rows of codes. */
export type Pair = { rowsA: Int32Array; atA: number; rowsB: Int32Array; atB: number }

/** Per field and code: how many of `count` records have it. */
export type Uses = { readonly uses: readonly Float64Array[]; readonly count: number }

export function scorerOf(
  comparisons: readonly Comparison[],
  model: Model,
  { uses, count }: Uses,
): Scorer {
  const width = comparisons.length
  const levels = new Int8Array(width)
  const places = placesOf(comparisons)
  const weights = model.fields.map(field => Float64Array.from(field.levels, weightOf))
  const strangers = { weights, exact: exactWeights(model, { uses, count }) }
  const relatives = {
    weights: model.fields.map(field =>
      Float64Array.from(field.levels, level => householdWeight(field, level)),
    ),
    exact: exactHouseholdWeights(model, strangers.exact),
  }
  const start = priorWeight(model.prior)
  const householdStart = Math.log2(model.prior / Math.max(model.household, 1e-300))
  const rests = restsOf(strangers)
  const mayBeSwapped = places.given >= 0 && places.family >= 0

  function weigh(pair: Pair, floor: number): number {
    let weight = start
    for (let k = 0; k < width; k++) {
      const level = levelAt(pair, k)
      levels[k] = level
      if (level >= 0) weight += weightAt(strangers, k, { level, code: pair.rowsA[pair.atA + k] })
      if (weight + (rests[k] as number) < floor) return Number.NEGATIVE_INFINITY
    }
    if (mayBeSwapped && swap(pair)) weight = sum(pair, strangers, start)
    if (weight < floor || model.household === 0) return weight
    return against(weight, sum(pair, relatives, householdStart))
  }

  function look(pair: Pair): Int8Array {
    for (let k = 0; k < width; k++) levels[k] = levelAt(pair, k)
    if (mayBeSwapped) swap(pair)
    return levels
  }

  function levelAt({ rowsA, atA, rowsB, atB }: Pair, k: number): number {
    const a = rowsA[atA + k] as number
    const b = rowsB[atB + k] as number
    if (a < 0 || b < 0) return unknown
    return (comparisons[k] as Comparison).compare(a, b)
  }

  /** First and family name changed places; or the family name stands alone as the first. */
  function swap(pair: Pair): boolean {
    const { given, family } = places
    if (levels[given] !== differentName) return false
    if (levels[family] !== differentName && levels[family] !== unknown) return false
    if (!isSwapped(pair, places, comparisons[given] as Comparison)) return false
    levels[given] = swappedName
    if (levels[family] === differentName) levels[family] = swappedName
    return true
  }

  function sum({ rowsA, atA }: Pair, table: Table, from: number): number {
    let weight = from
    for (let k = 0; k < width; k++) {
      const level = levels[k] as number
      if (level >= 0) weight += weightAt(table, k, { level, code: rowsA[atA + k] })
    }
    return weight
  }

  const apartFromHousehold = (pair: Pair) => sum(pair, relatives, 0)
  return { levels, weigh, look, apartFromHousehold }
}

type Table = {
  readonly weights: readonly Float64Array[]
  /** Of the strongest level, per value; nothing where rare values say no more than common ones. */
  readonly exact: readonly (Float64Array | undefined)[]
}

function weightAt(
  { weights, exact }: Table,
  k: number,
  { level, code }: { level: number; code: number | undefined },
): number {
  const own = level === 0 ? exact[k]?.[code as number] : undefined
  return own ?? ((weights[k] as Float64Array)[level] as number)
}

const soundsSame = 3

function isSwapped(
  { rowsA, atA, rowsB, atB }: Pair,
  { given, family }: Places,
  { compare }: Comparison,
): boolean {
  const [givenA, familyA] = [rowsA[atA + given] as number, rowsA[atA + family] as number]
  const [givenB, familyB] = [rowsB[atB + given] as number, rowsB[atB + family] as number]
  if (familyA < 0 && familyB < 0) return false
  const isFirst = familyB < 0 || compare(givenA, familyB) <= soundsSame
  return isFirst && (familyA < 0 || compare(givenB, familyA) <= soundsSame)
}

/**
 * A rare value that agrees says more: log2(m / its own share), as in Winkler (2000). In a short
 * list the share of a value is drawn towards what is usual.
 */
function exactWeights({ fields }: Model, { uses, count }: Uses): (Float64Array | undefined)[] {
  return fields.map(({ isTermFrequent, levels, kind }, k) => {
    const exact = levels[0]
    if (!isTermFrequent || !exact) return undefined
    const usual = usualChanceOf(kind, 0) * usualRecords
    const all = exact.m * (count + usualRecords)
    return (uses[k] as Float64Array).map(used => Math.log2(all / (Math.max(used, 1) + usual)))
  })
}

/** The same beside the share of households that agree like one person. */
function exactHouseholdWeights(
  { fields }: Model,
  exact: readonly (Float64Array | undefined)[],
): (Float64Array | undefined)[] {
  return fields.map((field, k) => {
    const share = alikeIn(field)
    return exact[k]?.map(weight => -Math.log2(share + (1 - share) * 2 ** -weight))
  })
}

/** The most that the fields after each field can still add; a swap can turn two of them round. */
function restsOf({ weights, exact }: Table): Float64Array {
  const most = weights.map((row, k) => {
    let best = 0
    for (const weight of row) if (weight > best) best = weight
    for (const weight of exact[k] ?? []) if (weight > best) best = weight
    return best
  })
  const rests = new Float64Array(weights.length)
  let rest = swapRoom
  for (let k = weights.length - 1; k >= 0; k--) {
    rests[k] = rest
    rest += most[k] as number
  }
  return rests
}

/** Two "different" names that turn out to be swapped give back what they took. */
const swapRoom = 16
