// Are first and family name in each other's place? Or does the family name stand alone as the
// first?
import type { Comparison } from '../compare/comparison.ts'
import { differentName, swappedName } from '../compare/names.ts'
import type { Sight } from './look.ts'
import type { Places } from './places.ts'
import type { Pair } from './scorer.ts'

const soundsSame = 3

/** Both names have been looked at; says whether their levels are now those of a swap. */
export function markSwapped({ levels, places, comparisons }: Sight, pair: Pair): boolean {
  const { given, family } = places
  if (levels[given] !== differentName) return false
  const familyLevel = levels[family] as number
  if (familyLevel !== differentName && familyLevel >= 0) return false
  if (!isSwapped(pair, places, comparisons[given] as Comparison)) return false
  levels[given] = swappedName
  if (familyLevel === differentName) levels[family] = swappedName
  return true
}

/** What a swap weighs more than two different names. */
export function swapGain(
  weights: readonly Float64Array[],
  { given, family }: Places,
  { rowsA, atA, rowsB, atB }: Pair,
): number {
  const gain = (row: Float64Array | undefined) =>
    (row?.[swappedName] ?? 0) - (row?.[differentName] ?? 0)
  const hasBoth = (rowsA[atA + family] as number) >= 0 && (rowsB[atB + family] as number) >= 0
  return gain(weights[given]) + (hasBoth ? gain(weights[family]) : 0)
}

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
