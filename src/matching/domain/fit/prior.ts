// How likely is it that two records taken by chance are one person, or two of one household? So
// likely that the pairs expected from it are just those that the weights then find: solved by
// expectation–maximisation with three explanations, whose weights stand fast.

import type { Heaps } from '../block/heaps.ts'
import { eachPair, type Stretch, stretchesOf } from '../block/pairs.ts'
import type { People } from '../compare/people.ts'
import { knowsRoofs } from '../decide/household.ts'
import type { Model } from '../decide/model.ts'
import { type Pair, scorerOf } from '../decide/scorer.ts'

const pairsMax = 600_000
const roundsMax = 100
const lowest = -6
const onesMax = 30_000
/** No list is mostly relatives, nor free of them for certain. */
const householdsMost = 3

export type Priors = { readonly prior: number; readonly household: number }
export type Found = {
  /** Pair after pair: odds of one person, and of one household, against two strangers. */
  readonly odds: Float64Array
  readonly pairs: Int32Array
  /** For how many pairs each of these stands. */
  readonly times: number
}

export function priorsOf(people: People, model: Model, { odds: found, times }: Found): Priors {
  const possible = possiblePairs(people)
  const least = 1 / possible
  const hasRoofs = knowsRoofs(model.fields)
  let prior = Math.min(0.3, 1 / Math.max(2, people.count))
  let household = hasRoofs ? prior / 2 : 0
  for (let round = 0; round < roundsMax; round++) {
    let [one, roof] = [0, 0]
    for (let i = 0; i < found.length; i += 2) {
      const [person, relatives] = [
        prior * (found[i] as number),
        household * (found[i + 1] as number),
      ]
      const all = person + relatives + 1
      one += person / all
      roof += relatives / all
    }
    const next = Math.min(0.5, Math.max(least, (one * times) / possible))
    const isStill = Math.abs(next - prior) < prior * 1e-4
    prior = next
    if (hasRoofs) household = Math.min(prior * householdsMost, (roof * times) / possible)
    if (isStill && round > 10) break
  }
  return { prior, household }
}

export function possiblePairs({ count, lists }: People): number {
  if (!lists) return Math.max(1, (count * (count - 1)) / 2)
  const second = lists.reduce((sum, list) => sum + list, 0)
  return Math.max(1, second * (count - second))
}

/** Pairs of one person, as far as can be told now: a, b, a, b; each stands for `worth` pairs. */
export function pairsOfOne(
  { odds, pairs, times }: Found,
  { prior, household }: Priors,
): { pairs: Int32Array; worth: number } {
  const places: number[] = []
  for (let i = 0; i < odds.length; i += 2) {
    const one = prior * (odds[i] as number)
    if (one >= 1 + household * (odds[i + 1] as number)) places.push(i)
  }
  const every = Math.max(1, places.length / onesMax)
  const ones: number[] = []
  for (let at = 0; at < places.length; at += every) {
    const place = places[Math.floor(at)] as number
    ones.push(pairs[place] as number, pairs[place + 1] as number)
  }
  return { pairs: Int32Array.from(ones), worth: times * every }
}

/** A fair sample of the candidates, as far as they are worth anything. */
export function findPairs(people: People, model: Model, heaps: Heaps): Found {
  const { rows, width, lists, comparisons } = people
  const scorer = scorerOf(comparisons, { ...model, prior: 0.5, household: 0 }, people)
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  const { chosen, times } = sampled(heaps)
  const odds: number[] = []
  const pairs: number[] = []
  const take = (a: number, b: number) => {
    pair.atA = a * width
    pair.atB = b * width
    const weight = scorer.weigh(pair, lowest)
    if (weight < lowest) return
    const apart = scorer.apartFromHousehold(pair)
    odds.push(2 ** Math.min(weight, 900), 2 ** Math.min(weight - apart, 900))
    pairs.push(a, b)
  }
  for (const stretch of chosen) eachPair(heaps, stretch, { lists, take })
  return { odds: Float64Array.from(odds), pairs: Int32Array.from(pairs), times }
}

function sampled(heaps: Heaps): { chosen: Stretch[]; times: number } {
  const total = heaps.pairs.reduce((sum, pairs) => sum + pairs, 0)
  const stretches = stretchesOf(heaps, 2_000)
  const every = Math.max(1, Math.ceil(total / pairsMax))
  const chosen = stretches.filter((_, i) => i % every === 0)
  return { chosen, times: stretches.length / Math.max(1, chosen.length) }
}
