// All that can be learnt from the records themselves: how people agree, how likely it is that two
// records are one, and by which rules to look for them. From a sample where there are very many.
import { atomsOf } from '../block/atoms.ts'
import { type HeapLimits, heapsOf } from '../block/heaps.ts'
import { rulesFor } from '../block/rules.ts'
import { firstOf, type People } from '../compare/people.ts'
import type { Model } from '../decide/model.ts'
import { chooseRules } from './choose-rules.ts'
import { fitModel } from './fit-model.ts'
import { findPairs, pairsOfOne, priorsOf } from './prior.ts'

const sampleMax = 150_000
const pairsPerRecord = 150
const pairsLeast = 2_000_000
const pairsMost = 12_000_000
const rulesShare = 10
const heapMax = 500
const budgetPerRecord = 5
const budgetLeast = 1_000_000
const pairsPerFind = 100

export function learnModel(people: People): Model {
  const sample = firstOf(people, sampleMax)
  const atoms = atomsOf(sample)
  const heaps = heapsOf({ atoms, count: sample.count }, rulesFor(atoms), limitsFor(sample.count))
  const model = fitModel(sample)
  const found = findPairs(sample, model, heaps)
  const priors = priorsOf(sample, model, found)
  const rules = chooseRules(
    heaps,
    { pairs: pairsOfOne(found, priors), worth: found.times },
    {
      pairs: Math.max(budgetLeast, people.count * budgetPerRecord),
      pairsPerFind,
      most: pairsMost,
      times: (people.count / sample.count) ** 2,
      pairsPerRule: limitsFor(people.count).pairsPerRule,
    },
  )
  return { ...model, ...priors, rules: rules.map(rule => heaps.rules[rule] ?? []) }
}

export function limitsFor(count: number): HeapLimits {
  const pairs = Math.min(pairsMost, Math.max(pairsLeast, count * pairsPerRecord))
  return { pairsPerRule: pairs / rulesShare, heapMax }
}
