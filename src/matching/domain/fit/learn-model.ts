// All that can be learnt from the records themselves: how people agree, how likely it is that two
// records are one, and by which rules to look for them. From a sample where there are very many.
import { atomsOf } from '../block/atoms.ts'
import { heapsOf } from '../block/heaps.ts'
import { rulesFor } from '../block/rules.ts'
import { firstOf, type People } from '../compare/people.ts'
import type { Model } from '../decide/model.ts'
import { chooseRules } from './choose-rules.ts'
import { fitModel } from './fit-model.ts'
import { findPairs, pairsOfOne, priorsOf } from './prior.ts'

const sampleMax = 150_000
const pairsPerRecord = 150
const pairsLeast = 2_000_000
const allPairsMost = 12_000_000
const rulesShare = 10
const budgetPerRecord = 5
const budgetLeast = 1_000_000
const pairsPerFind = 100

export function learnModel(people: People): Model {
  const sample = firstOf(people, sampleMax)
  const atoms = atomsOf(sample)
  const rules = rulesFor(atoms, pairsMostFor(sample.count))
  const heaps = heapsOf({ atoms, count: sample.count }, rules)
  const model = fitModel(sample)
  const found = findPairs(sample, model, heaps)
  const priors = priorsOf(sample, model, found)
  const pairsMost = pairsMostFor(people.count)
  const chosen = chooseRules(heaps, pairsOfOne(found, priors), {
    pairs: Math.max(budgetLeast, people.count * budgetPerRecord),
    pairsPerFind,
    most: allPairsMost,
    times: (people.count / sample.count) ** 2,
    pairsPerRule: pairsMost,
  })
  const by = (rule: number) => heaps.rules[rule]?.by ?? []
  return { ...model, ...priors, rules: chosen.map(rule => ({ by: by(rule), pairsMost })) }
}

/** Of one rule: its larger heaps are left out. */
function pairsMostFor(count: number): number {
  return Math.min(allPairsMost, Math.max(pairsLeast, count * pairsPerRecord)) / rulesShare
}
