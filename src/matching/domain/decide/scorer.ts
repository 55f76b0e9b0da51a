// How much does all that is known of two records speak for one person? The sum of the weights of
// the levels at which their fields agree; a field that one of them lacks says nothing.
import type { Comparison } from '../compare/comparison.ts'
import { against } from './household.ts'
import { type Sight, sightOf, unknown } from './look.ts'
import { type Model, priorWeight } from './model.ts'
import { markSwapped, swapGain } from './swapped.ts'
import {
  apartByNameAndBirthday,
  mostOfOthers,
  type Relatives,
  relativeExact,
  relativesTable,
  strangersTable,
  type Table,
  type Uses,
} from './tables.ts'

/** Not looked at yet: only that the two values are not the same. */
const open = -2

export type Scorer = {
  /** The levels of the last pair that was looked at. */
  readonly levels: Int8Array
  /** -Infinity as soon as the pair cannot come to `floor` any more. */
  weigh(pair: Pair, floor: number): number
  /** Of the pair weighed last: how much speaks against two of one household, without any prior. */
  apartFromHousehold(pair: Pair): number
}

/** Two records as places in rows of codes. */
export type Pair = { rowsA: Int32Array; atA: number; rowsB: Int32Array; atB: number }
export type { Uses }

export type Scale = Sight & {
  readonly strangers: Table
  readonly relatives: Relatives
  readonly most: Float64Array
  readonly order: readonly number[]
  readonly start: number
  /** What the prior of a household adds; nothing where the list knows of none. */
  readonly householdStart: number | undefined
}

export function scorerOf(comparisons: readonly Comparison[], model: Model, uses: Uses): Scorer {
  const sight = sightOf(comparisons)
  const strangers = strangersTable(model, uses)
  const { prior, household } = model
  const scale: Scale = {
    ...sight,
    strangers,
    relatives: relativesTable(model, strangers),
    most: mostOfOthers(strangers),
    order: cheapestFirst(comparisons),
    start: priorWeight(prior),
    householdStart: household > 0 ? Math.log2(prior / household) : undefined,
  }
  return {
    levels: scale.levels,
    weigh: (pair, floor) => weigh(scale, pair, floor),
    apartFromHousehold: pair => apart(scale, pair),
  }
}

function weigh(scale: Scale, pair: Pair, floor: number): number {
  const { order, levels, householdStart } = scale
  let bound = scale.start + glance(scale, pair)
  for (let i = 0; i < order.length && bound >= floor; i++) {
    const k = order[i] as number
    if (levels[k] === open) bound += settle(scale, pair, k)
  }
  if (bound < floor) return Number.NEGATIVE_INFINITY
  if (householdStart === undefined) return bound
  return against(bound, householdStart + apart(scale, pair))
}

/** Which values are missing, and which the same? Gives the most that the pair can come to. */
function glance(scale: Scale, { rowsA, atA, rowsB, atB }: Pair): number {
  const { levels, comparisons, strangers, most } = scale
  let bound = 0
  for (let k = 0; k < levels.length; k++) {
    const a = rowsA[atA + k] as number
    const b = rowsB[atB + k] as number
    if (a < 0 || b < 0) levels[k] = unknown
    else if (a === b) {
      const level = ownLevel(comparisons[k] as Comparison, a)
      levels[k] = level
      if (level >= 0) bound += weightAt(strangers, k, level === 0 ? -1 - a : level)
    } else {
      levels[k] = open
      bound += most[k] as number
    }
  }
  return bound
}

/** A value beside itself: the strongest level, but for half a date. */
function ownLevel({ compare, isPartly }: Comparison, code: number): number {
  return isPartly ? compare(code, code) : 0
}

/** Of a level; or of the value whose code is -1 - `level`, at the strongest. */
function weightAt({ exact, levels }: Table, k: number, level: number): number {
  const own = level < 0 ? (exact[k] as Float64Array)[-1 - level] : undefined
  return own ?? ((levels[k] as Float64Array)[Math.max(0, level)] as number)
}

/** Looks at one field, or at both names, and gives what the bound has to be changed by. */
function settle(scale: Scale, pair: Pair, k: number): number {
  const { hasNames, places, levels, strangers } = scale
  const { given, family } = places
  if (!hasNames || (k !== given && k !== family)) return settleOne(scale, pair, k)
  let change = 0
  if (levels[given] === open) change += settleOne(scale, pair, given)
  if (levels[family] === open) change += settleOne(scale, pair, family)
  if (!markSwapped(scale, pair)) return change
  return change + swapGain(strangers.levels, places, pair)
}

function settleOne({ comparisons, levels, strangers, most }: Scale, pair: Pair, k: number): number {
  const a = pair.rowsA[pair.atA + k] as number
  const b = pair.rowsB[pair.atB + k] as number
  const level = (comparisons[k] as Comparison).compare(a, b)
  levels[k] = level
  const weight = level < 0 ? 0 : weightAt(strangers, k, level === 0 ? -1 - a : level)
  return weight - (most[k] as number)
}

/** Of the levels of the last pair: one person against two of one household. */
function apart(scale: Scale, { rowsA, atA }: Pair): number {
  const { levels, relatives, places } = scale
  const { given, date } = places
  const isTwofold = (levels[given] ?? unknown) >= 0 && (levels[date] ?? unknown) >= 0
  let weight = 0
  for (let k = 0; k < levels.length; k++) {
    const level = levels[k] as number
    if (isTwofold && (k === given || k === date)) continue
    if (level === 0) weight += relativeExact(relatives, k, rowsA[atA + k] as number)
    else if (level > 0) weight += (relatives.levels[k] as Float64Array)[level] as number
  }
  if (!isTwofold) return weight
  const worth = (k: number) => worthOf(scale, k, rowsA[atA + k] as number)
  return weight + apartByNameAndBirthday(relatives, places, [worth(given), worth(date)])
}

/** Against two strangers. */
function worthOf({ levels, strangers }: Scale, k: number, code: number): number {
  const level = levels[k] as number
  return weightAt(strangers, k, level === 0 ? -1 - code : level)
}

/** What is cheap to compare and tells much, first; addresses, which cost most, last. */
function cheapestFirst(comparisons: readonly Comparison[]): readonly number[] {
  const byCost = ['date', 'given', 'family', 'id', 'postcode', 'word', 'phone', 'middle', 'email']
  const cost = ({ kind }: Comparison) => (byCost.indexOf(kind) + 99) % 99
  return comparisons
    .map((comparison, k) => ({ k, cost: cost(comparison) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ k }) => k)
}
