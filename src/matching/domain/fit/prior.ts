// How likely is it that two records taken by chance are one person? So likely that the pairs
// expected from it are just those that the weights then find: solved by going round a few times.

import type { Heaps } from '../block/heaps.ts'
import { eachPair, type Stretch, stretchesOf } from '../block/pairs.ts'
import type { People } from '../compare/people.ts'
import type { Model } from '../decide/model.ts'
import { type Pair, scorerOf } from '../decide/scorer.ts'

const pairsMax = 1_000_000
const roundsMax = 200
const binsPerBit = 8
const lowest = -10
const highest = 90

export function priorOf(people: People, model: Model, heaps: Heaps): number {
  const { bins, all } = histogramOf(people, model, heaps)
  const possible = possiblePairs(people)
  let prior = Math.min(0.3, 1 / Math.max(2, people.count))
  for (let round = 0; round < roundsMax; round++) {
    let found = 0
    const odds = prior / (1 - prior)
    for (const [i, pairs] of bins.entries()) {
      const other = 2 ** -(lowest + (i + 0.5) / binsPerBit)
      found += pairs / (1 + other / odds)
    }
    const next = Math.min(0.5, Math.max(found, 1) / possible)
    const isStill = Math.abs(next - prior) < prior * 1e-4
    prior = next
    if (isStill) break
  }
  return all === 0 ? 1 / Math.max(2, possible) : prior
}

export function possiblePairs({ count, lists }: People): number {
  if (!lists) return Math.max(1, (count * (count - 1)) / 2)
  const second = lists.reduce((sum, list) => sum + list, 0)
  return Math.max(1, second * (count - second))
}

/** How many pairs have which weight, without any prior; a fair sample where there are very many. */
function histogramOf(people: People, model: Model, heaps: Heaps) {
  const bins = new Float64Array((highest - lowest) * binsPerBit)
  const { rows, width, lists, comparisons } = people
  const scorer = scorerOf(comparisons, { ...model, prior: 0.5 }, people)
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  const { chosen, times } = sampled(heaps)
  let all = 0
  const take = (a: number, b: number) => {
    all += 1
    pair.atA = a * width
    pair.atB = b * width
    const weight = scorer.weigh(pair, lowest)
    if (weight < lowest) return
    const bin = Math.min(bins.length - 1, Math.floor((weight - lowest) * binsPerBit))
    bins[bin] = (bins[bin] as number) + times
  }
  for (const stretch of chosen) eachPair(heaps, stretch, { lists, take })
  return { bins, all }
}

function sampled(heaps: Heaps): { chosen: Stretch[]; times: number } {
  const total = heaps.pairs.reduce((sum, pairs) => sum + pairs, 0)
  const stretches = stretchesOf(heaps, 2_000)
  const times = Math.max(1, Math.ceil(total / pairsMax))
  const chosen = stretches.filter((_, i) => i % times === 0)
  return { chosen, times: stretches.length / Math.max(1, chosen.length) }
}
