// How much does all that is known of two records speak for one person? The sum of the weights of
// the levels at which their fields agree; a field that one of them lacks says nothing.
import type { Comparison } from '../compare/comparison.ts'
import { differentName, swappedName } from '../compare/names.ts'
import type { FieldKind } from '../encode/fields.ts'
import { against } from './household.ts'
import { type Model, priorWeight } from './model.ts'
import { type Places, placesOf } from './places.ts'
import { mostOfOthers, relativesTable, strangersTable, type Table, type Uses } from './tables.ts'

export const unknown = -1
/** Not looked at yet: only that the two values are not the same. */
const open = -2

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
export type { Uses }

export function scorerOf(comparisons: readonly Comparison[], model: Model, uses: Uses): Scorer {
  const width = comparisons.length
  const levels = new Int8Array(width)
  const places = placesOf(comparisons)
  const strangers = strangersTable(model, uses)
  const relatives = relativesTable(model, strangers)
  const most = mostOfOthers(strangers)
  const start = priorWeight(model.prior)
  const householdStart = Math.log2(model.prior / Math.max(model.household, 1e-300))
  const order = cheapestFirst(comparisons)
  const hasNames = places.given >= 0 && places.family >= 0

  function weigh(pair: Pair, floor: number): number {
    let bound = start + glance(pair)
    if (bound < floor) return Number.NEGATIVE_INFINITY
    for (const k of order) {
      if (levels[k] !== open) continue
      bound += settle(pair, k)
      if (bound < floor) return Number.NEGATIVE_INFINITY
    }
    if (model.household === 0) return bound
    return against(bound, sum(pair, relatives, householdStart))
  }

  /** Which values are missing, and which the same? Gives the most that the pair can come to. */
  function glance({ rowsA, atA, rowsB, atB }: Pair): number {
    let bound = 0
    for (let k = 0; k < width; k++) {
      const a = rowsA[atA + k] as number
      const b = rowsB[atB + k] as number
      if (a < 0 || b < 0) levels[k] = unknown
      else if (a === b && k !== places.date) {
        levels[k] = 0
        bound += (strangers.exact[k] as Float64Array)[a] as number
      } else {
        levels[k] = open
        bound += Math.max(most[k] as number, k === places.date && a === b ? sameDate(a) : 0)
      }
    }
    return bound
  }

  function sameDate(code: number): number {
    return (strangers.exact[places.date] as Float64Array)[code] as number
  }

  /** Looks at one field, or at both names, and gives what the bound has to be changed by. */
  function settle(pair: Pair, k: number): number {
    const isName = hasNames && (k === places.given || k === places.family)
    if (!isName) return settleOne(pair, k)
    const { given, family } = places
    let change = 0
    if (levels[given] === open) change += settleOne(pair, given)
    if (levels[family] === open) change += settleOne(pair, family)
    return swap(pair) ? change + swapGain(pair) : change
  }

  function settleOne(pair: Pair, k: number): number {
    const a = pair.rowsA[pair.atA + k] as number
    const b = pair.rowsB[pair.atB + k] as number
    const level = (comparisons[k] as Comparison).compare(a, b)
    levels[k] = level
    const before =
      k === places.date && a === b ? Math.max(most[k] as number, sameDate(a)) : (most[k] as number)
    const row = strangers.levels[k] as Float64Array
    const weight = level === 0 ? (strangers.exact[k] as Float64Array)[a] : row[level]
    return (weight as number) - before
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

  function swapGain({ rowsA, atA, rowsB, atB }: Pair): number {
    const gain = (row: Float64Array | undefined) =>
      (row?.[swappedName] ?? 0) - (row?.[differentName] ?? 0)
    const { given, family } = places
    const hasBoth = (rowsA[atA + family] as number) >= 0 && (rowsB[atB + family] as number) >= 0
    return gain(strangers.levels[given]) + (hasBoth ? gain(strangers.levels[family]) : 0)
  }

  function look(pair: Pair): Int8Array {
    const { rowsA, atA, rowsB, atB } = pair
    for (let k = 0; k < width; k++) {
      const a = rowsA[atA + k] as number
      const b = rowsB[atB + k] as number
      levels[k] = a < 0 || b < 0 ? unknown : (comparisons[k] as Comparison).compare(a, b)
    }
    if (hasNames) swap(pair)
    return levels
  }

  function sum({ rowsA, atA }: Pair, table: Table, from: number): number {
    let weight = from
    for (let k = 0; k < width; k++) {
      const level = levels[k] as number
      if (level === 0)
        weight += (table.exact[k] as Float64Array)[rowsA[atA + k] as number] as number
      else if (level > 0) weight += (table.levels[k] as Float64Array)[level] as number
    }
    return weight
  }

  const apartFromHousehold = (pair: Pair) => sum(pair, relatives, 0)
  return { levels, weigh, look, apartFromHousehold }
}

const byCost: readonly FieldKind[] = ['date', 'given', 'family', 'id', 'postcode', 'word', 'phone']

/** What is cheap to compare and tells much, first; addresses, which cost most, last. */
function cheapestFirst(comparisons: readonly Comparison[]): readonly number[] {
  const cost = (k: number) => {
    const place = byCost.indexOf((comparisons[k] as Comparison).kind)
    if (place >= 0) return place
    return comparisons[k]?.kind === 'address' ? byCost.length + 1 : byCost.length
  }
  return comparisons.map((_, k) => k).sort((a, b) => cost(a) - cost(b))
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
