// How often do records of one person agree (m)? Expectation–maximisation (Dempster, Laird and Rubin
// 1977; for linkage Winkler 1988) over the patterns of one training session.
import { alikeIn, knowsRoofs } from '../decide/household.ts'
import { type FieldModel, leastChance, type Model } from '../decide/model.ts'
import type { Patterns } from './patterns.ts'
import { usualPairs, usualShares } from './usual.ts'

const roundsMax = 60
const stillEnough = 1e-5

export type Learnt = {
  /** Per field: shares of the levels among pairs of one person; nothing for a field held fast. */
  readonly shares: readonly (Float64Array | undefined)[]
  readonly pairsOfOne: number
}

/** How many of the pairs are one person, and how many are two of one household. */
export type Mixture = { readonly one: number; readonly household: number }

/** `fixed` are the fields that brought these pairs together: they say nothing here. */
export function learn(model: Model, patterns: Patterns, fixed: ReadonlySet<number>): Learnt {
  const shares = model.fields.map((field, k) =>
    fixed.has(k) ? undefined : Float64Array.from(field.levels, level => level.m),
  )
  let mixture: Mixture = { one: 0.3, household: knowsRoofs(model.fields) ? 0.2 : 0 }
  let pairsOfOne = 0
  const total = Math.max(1, patterns.total)
  for (let round = 0; round < roundsMax; round++) {
    const { isOne, isHousehold } = expect(model, patterns, { shares, mixture })
    pairsOfOne = sumOf(isOne, patterns.counts)
    const next = {
      one: Math.min(0.999, Math.max(1e-6, pairsOfOne / total)),
      household: sumOf(isHousehold, patterns.counts) / total,
    }
    const moved = Math.abs(next.one - mixture.one) + maximise(model, patterns, { shares, isOne })
    mixture = next
    if (moved < stillEnough) break
  }
  return { shares, pairsOfOne }
}

type Guess = { shares: readonly (Float64Array | undefined)[]; mixture: Mixture }
type Expected = { isOne: Float64Array; isHousehold: Float64Array }

/** Per pattern: the chances that its pairs are one person, and two of one household. */
export function expect(model: Model, patterns: Patterns, { shares, mixture }: Guess): Expected {
  const { width, levels, counts } = patterns
  const isOne = new Float64Array(counts.length)
  const isHousehold = new Float64Array(counts.length)
  const [ofOne, ofHousehold] = likelihoods(model, shares)
  const { one, household } = mixture
  const strangers = Math.max(1e-9, 1 - one - household)
  for (let p = 0; p < counts.length; p++) {
    let [oneOdds, householdOdds] = [one / strangers, household / strangers]
    for (let k = 0; k < width; k++) {
      const level = levels[p * width + k] as number
      if (level < 0) continue
      oneOdds *= ofOne?.[k]?.[level] ?? 1
      householdOdds *= ofHousehold?.[k]?.[level] ?? 1
    }
    const all = 1 + oneOdds + householdOdds
    isOne[p] = oneOdds / all
    isHousehold[p] = householdOdds / all
  }
  return { isOne, isHousehold }
}

/** Against two strangers: of one person, and of a household, which is alike in part. */
function likelihoods(model: Model, shares: Guess['shares']) {
  const ofOne = shares.map((row, k) => row?.map((m, l) => m / chanceOf(model, k, l)))
  const ofHousehold = ofOne.map((row, k) => {
    const alike = alikeIn(model.fields[k] as FieldModel)
    return row?.map(odds => alike * odds + 1 - alike)
  })
  return [ofOne, ofHousehold]
}

function chanceOf({ fields }: Model, k: number, l: number): number {
  return Math.max(fields[k]?.levels[l]?.u ?? 1, leastChance)
}

function maximise(
  model: Model,
  { width, levels, counts }: Patterns,
  { shares, isOne }: { shares: readonly (Float64Array | undefined)[]; isOne: Float64Array },
): number {
  let moved = 0
  for (const [k, row] of shares.entries()) {
    if (!row) continue
    const usual = usualShares[(model.fields[k] as FieldModel).kind]
    const seen = Float64Array.from(row, (_, l) => (usual[l] ?? 0) * usualPairs)
    let known = usualPairs
    for (let p = 0; p < counts.length; p++) {
      const level = levels[p * width + k] as number
      if (level < 0) continue
      const weight = (isOne[p] as number) * (counts[p] as number)
      seen[level] = (seen[level] as number) + weight
      known += weight
    }
    for (let l = 0; l < row.length; l++) {
      const next = (seen[l] as number) / known
      moved += Math.abs(next - (row[l] as number))
      row[l] = next
    }
  }
  return moved
}

function sumOf(isOne: Float64Array, counts: Float64Array): number {
  let sum = 0
  for (let p = 0; p < counts.length; p++) sum += (isOne[p] as number) * (counts[p] as number)
  return sum
}
