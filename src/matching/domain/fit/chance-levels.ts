// How often do two people agree by chance (u)? Counted among pairs of records taken blindly, from
// which the few pairs of one person are taken off again once the model knows them.
import type { People } from '../compare/people.ts'
import { lookerOf } from '../decide/look.ts'
import type { Model } from '../decide/model.ts'
import { diceOf } from './chance.ts'
import { type Patterns, patternCounter } from './patterns.ts'
import { usualChanceOf, usualChancePairs } from './usual.ts'

const pairsMax = 200_000
const allPairsMax = 1_000
const seed = 20_261_122

export function chancePatterns(people: People): Patterns {
  const { count, width, lists } = people
  const look = lookerOf(people.comparisons, people)
  const counter = patternCounter(width)
  const take = (a: number, b: number) => {
    if (a === b || (lists && lists[a] === lists[b])) return
    counter.add(look(a, b))
  }
  if (count <= allPairsMax) {
    for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) take(a, b)
  } else {
    const dice = diceOf(seed)
    for (let i = 0; i < pairsMax; i++) take(Math.floor(dice() * count), Math.floor(dice() * count))
  }
  return counter.end()
}

/** `isOne` gives, per pattern, the chance that it is one person after all. */
export function setChances(model: Model, patterns: Patterns, isOne: Float64Array | undefined) {
  const { width, levels, counts } = patterns
  for (const [k, field] of model.fields.entries()) {
    const seen = new Float64Array(field.levels.length)
    let known = 0
    for (let p = 0; p < counts.length; p++) {
      const level = levels[p * width + k] as number
      if (level < 0) continue
      const weight = (counts[p] as number) * (1 - (isOne?.[p] ?? 0))
      seen[level] = (seen[level] as number) + weight
      known += weight
    }
    for (const [l, level] of field.levels.entries()) {
      const usual = usualChanceOf(field.kind, l) * usualChancePairs
      level.u = ((seen[l] as number) + usual) / (known + usualChancePairs)
    }
  }
}
