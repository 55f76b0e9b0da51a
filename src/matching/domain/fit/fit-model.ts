// The whole of learning, without any labels: chance levels, then sessions that are each blocked on
// other columns, then the prior. After Splink's order of work (Linacre and others 2022).
import { type Atoms, atomsOf } from '../block/atoms.ts'
import { heapsOf } from '../block/heaps.ts'
import { eachPair, stretchesOf } from '../block/pairs.ts'
import type { People } from '../compare/people.ts'
import { lookerOf } from '../decide/look.ts'
import type { Model } from '../decide/model.ts'
import { chancePatterns, setChances } from './chance-levels.ts'
import { expect, type Learnt, learn } from './learn.ts'
import { type Patterns, patternCounter } from './patterns.ts'
import { usualShares } from './usual.ts'

/** Each with the kinds of field that it holds fast. */
const sessions: readonly { readonly rule: readonly string[]; readonly holds: readonly string[] }[] =
  [
    { rule: ['given', 'family'], holds: ['given', 'family', 'middle'] },
    { rule: ['date'], holds: ['date'] },
    { rule: ['id'], holds: ['id'] },
    { rule: ['email'], holds: ['email'] },
    { rule: ['phone'], holds: ['phone'] },
    { rule: ['postcode'], holds: ['postcode', 'address'] },
    { rule: ['address'], holds: ['address', 'postcode'] },
    { rule: ['family', 'postcode'], holds: ['family', 'postcode', 'address'] },
  ]
const sessionPairsMax = 60_000
const rounds = 2

export function fitModel(people: People): Model {
  const model = startModel(people)
  const chances = chancePatterns(people)
  setChances(model, chances, undefined)
  const atoms = atomsOf(people)
  const trained = sessions.flatMap(({ rule, holds }) => {
    const patterns = sessionPatterns({ people, atoms }, rule)
    if (!patterns || patterns.total < 10) return []
    const fixed = new Set(people.fields.flatMap(({ kind }, k) => (holds.includes(kind) ? [k] : [])))
    return [{ patterns, fixed }]
  })
  for (let round = 0; round < rounds; round++) {
    setShares(
      model,
      trained.map(({ patterns, fixed }) => learn(model, patterns, fixed)),
    )
    model.prior = 1 / Math.max(2, people.count)
    setChances(model, chances, isOneByChance(model, chances))
  }
  return model
}

export function startModel({ comparisons, count }: People): Model {
  const fields = comparisons.map(({ name, kind, levels, isTermFrequent }) => {
    const usual = usualShares[kind]
    return {
      name,
      kind,
      isTermFrequent,
      levels: levels.map((code, l) => ({ code, m: usual[l] ?? 0.01, u: 0.1 })),
    }
  })
  return { prior: 1 / Math.max(2, count), household: 0, fields, rules: [] }
}

type Ground = { people: People; atoms: Atoms }

function sessionPatterns({ people, atoms }: Ground, by: readonly string[]): Patterns | undefined {
  if (by.some(name => !atoms.get(name))) return undefined
  const rule = { by, pairsMost: sessionPairsMax }
  const heaps = heapsOf({ atoms, count: people.count }, [rule])
  const { width, lists, comparisons } = people
  const look = lookerOf(comparisons, people)
  const counter = patternCounter(width)
  const take = (a: number, b: number) => counter.add(look(a, b))
  for (const stretch of stretchesOf(heaps, sessionPairsMax))
    eachPair(heaps, stretch, { lists, take })
  return counter.end()
}

/** Sessions count by the pairs of one person that they saw. */
function setShares(model: Model, sessionsLearnt: readonly Learnt[]): void {
  for (const [k, { levels }] of model.fields.entries()) {
    const taught = sessionsLearnt.filter(({ shares }) => shares[k])
    const all = taught.reduce((sum, { pairsOfOne }) => sum + pairsOfOne, 0)
    if (all === 0) continue
    for (const [l, level] of levels.entries()) {
      const sum = taught.reduce((so, one) => so + (one.shares[k]?.[l] ?? 0) * one.pairsOfOne, 0)
      level.m = sum / all
    }
  }
}

function isOneByChance(model: Model, patterns: Patterns): Float64Array {
  const shares = model.fields.map(field => Float64Array.from(field.levels, level => level.m))
  const mixture = { one: model.prior, household: model.household }
  return expect(model, patterns, { shares, mixture }).isOne
}
