// How often do records of one person agree (m)? Expectation–maximisation (Dempster, Laird and Rubin
// 1977; for linkage Winkler 1988) over the patterns of one training session.
import type { FieldModel, Model } from '../decide/model.ts'
import type { Patterns } from './patterns.ts'
import { usualPairs, usualShares } from './usual.ts'

const roundsMax = 60
const stillEnough = 1e-5

export type Learnt = {
  /** Per field: shares of the levels among pairs of one person; nothing for a field held fast. */
  readonly shares: readonly (Float64Array | undefined)[]
  readonly pairsOfOne: number
}

/** `fixed` are the fields that brought these pairs together: they say nothing here. */
export function learn(model: Model, patterns: Patterns, fixed: ReadonlySet<number>): Learnt {
  const shares = model.fields.map((field, k) =>
    fixed.has(k) ? undefined : Float64Array.from(field.levels, level => level.m),
  )
  const chances = model.fields.map(field => Float64Array.from(field.levels, level => level.u))
  let share = 0.3
  let pairsOfOne = 0
  for (let round = 0; round < roundsMax; round++) {
    const isOne = expect(patterns, { shares, chances, share })
    pairsOfOne = sumOf(isOne, patterns.counts)
    const next = Math.min(0.999, Math.max(1e-6, pairsOfOne / Math.max(1, patterns.total)))
    const moved = Math.abs(next - share) + maximise(model, patterns, { shares, isOne })
    share = next
    if (moved < stillEnough) break
  }
  return { shares, pairsOfOne }
}

type Parameters = {
  shares: readonly (Float64Array | undefined)[]
  chances: readonly Float64Array[]
  share: number
}

/** Per pattern: the chance that its pairs are one person. */
export function expect(patterns: Patterns, { shares, chances, share }: Parameters): Float64Array {
  const { width, levels, counts } = patterns
  const isOne = new Float64Array(counts.length)
  const start = Math.log(share / (1 - share))
  const weights = shares.map((row, k) =>
    row?.map((m, l) => Math.log(Math.max(m, 1e-9) / Math.max(chances[k]?.[l] ?? 1, 1e-9))),
  )
  for (let p = 0; p < counts.length; p++) {
    let weight = start
    for (let k = 0; k < width; k++) {
      const level = levels[p * width + k] as number
      if (level >= 0) weight += weights[k]?.[level] ?? 0
    }
    isOne[p] = 1 / (1 + Math.exp(-weight))
  }
  return isOne
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
