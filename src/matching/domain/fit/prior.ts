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
  /** For how many pairs each of them stands. */
  readonly times: Float64Array
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
      const share = (times[i / 2] as number) / (person + relatives + 1)
      one += person * share
      roof += relatives * share
    }
    const next = Math.min(0.5, Math.max(least, one / possible))
    const isStill = Math.abs(next - prior) < prior * 1e-4
    prior = next
    if (hasRoofs) household = Math.min(prior * householdsMost, roof / possible)
    if (isStill && round > 10) break
  }
  return { prior, household }
}

export function possiblePairs({ count, lists }: People): number {
  if (!lists) return Math.max(1, (count * (count - 1)) / 2)
  const second = lists.reduce((sum, list) => sum + list, 0)
  return Math.max(1, second * (count - second))
}

/** Pairs of one person, as far as can be told now: a, b, a, b; each is worth so many pairs. */
export type Ones = { readonly pairs: Int32Array; readonly worth: Float64Array }

export function pairsOfOne({ odds, pairs, times }: Found, { prior, household }: Priors): Ones {
  const places: number[] = []
  for (let i = 0; i < odds.length; i += 2) {
    const one = prior * (odds[i] as number)
    if (one >= 1 + household * (odds[i + 1] as number)) places.push(i)
  }
  const every = Math.max(1, places.length / onesMax)
  const [ones, worth]: [number[], number[]] = [[], []]
  for (let at = 0; at < places.length; at += every) {
    const place = places[Math.floor(at)] as number
    ones.push(pairs[place] as number, pairs[place + 1] as number)
    worth.push((times[place / 2] as number) * every)
  }
  return { pairs: Int32Array.from(ones), worth: Float64Array.from(worth) }
}

/** A fair sample of the candidates, as far as they are worth anything. */
export function findPairs(people: People, model: Model, heaps: Heaps): Found {
  const { rows, width, lists, comparisons } = people
  const scorer = scorerOf(comparisons, { ...model, prior: 0.5, household: 0 }, people)
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  const [odds, pairs, times]: [number[], number[], number[]] = [[], [], []]
  let worth = 1
  const take = (a: number, b: number) => {
    pair.atA = a * width
    pair.atB = b * width
    const weight = scorer.weigh(pair, lowest)
    if (weight < lowest) return
    const apart = scorer.apartFromHousehold(pair)
    odds.push(2 ** Math.min(weight, 900), 2 ** Math.min(weight - apart, 900))
    pairs.push(a, b)
    times.push(worth)
  }
  for (const [stretch, standsFor] of sampled(heaps)) {
    worth = standsFor
    eachPair(heaps, stretch, { lists, take })
  }
  return {
    odds: Float64Array.from(odds),
    pairs: Int32Array.from(pairs),
    times: Float64Array.from(times),
  }
}

/** Narrow rules whole, of wide ones the same number each; with what each stretch stands for. */
function sampled(heaps: Heaps): (readonly [Stretch, number])[] {
  const byRule = Map.groupBy(stretchesOf(heaps, 2_000), ({ rule }) => rule)
  const narrowFirst = [...byRule].sort(
    ([one], [other]) => (heaps.pairs[one] as number) - (heaps.pairs[other] as number),
  )
  const chosen: (readonly [Stretch, number])[] = []
  let [left, rules] = [pairsMax, narrowFirst.length]
  for (const [rule, own] of narrowFirst) {
    const pairs = heaps.pairs[rule] as number
    const every = Math.max(1, Math.ceil(pairs / (left / rules)))
    const taken = own.filter((_, i) => i % every === 0)
    for (const stretch of taken) chosen.push([stretch, own.length / taken.length])
    left -= Math.min(left / rules, pairs)
    rules -= 1
  }
  return chosen
}
