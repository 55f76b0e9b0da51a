// How likely are two records one person? Plain weights in bits, in one small place, until the
// matching engine gives its own; nobody is joined by this, it orders the queue and says a word.
import type { Evidence, FactName, Found } from './evidence.ts'

export const likenesses = [
  'surely-different',
  'likely-different',
  'cannot-tell',
  'likely-same',
  'surely-same',
] as const
export type Likeness = (typeof likenesses)[number]

export type Weighed = {
  readonly probability: number
  readonly likeness: Likeness
  /** Facts that speak for it and against it, the strongest first. */
  readonly speaksFor: readonly FactName[]
  readonly against: readonly FactName[]
}

type Weights = { readonly same: number; readonly close: number; readonly different: number }

const weights: Readonly<Record<FactName, Weights>> = {
  nhs: { same: 12, close: 0, different: -12 },
  born: { same: 7, close: 2, different: -6 },
  family: { same: 4, close: 2, different: -3 },
  given: { same: 4, close: 3, different: -4 },
  address: { same: 4, close: 2, different: -1 },
  postcode: { same: 2, close: 0, different: -1 },
  mobile: { same: 6, close: 5, different: -0.5 },
  landline: { same: 3, close: 3, different: -0.5 },
  email: { same: 6, close: 5, different: -1 },
}
const unusualBonus = 2
/** Two records taken at random are two people: what they share has to outweigh this. */
const priorBits = -6
/** A home says one thing once: its surname, address, postcode and phone come together. */
const ofHome: readonly FactName[] = ['family', 'address', 'postcode', 'landline']
const homeMostBits = 6
/** Two first names in one home are two people, however much else they share: twins. */
const twoNamesAtHomeBits = -4

/** `sharesHome`: others of the name live there, so the home says less about these two. */
export function weighPair(evidence: Evidence, { sharesHome }: { sharesHome: boolean }): Weighed {
  const names = Object.keys(weights) as FactName[]
  const plain = names.map(name => ({ name, bits: bitsOf(name, evidence[name]) }))
  const home = sum(plain.filter(one => ofHome.includes(one.name)))
  const share = sharesHome && home > homeMostBits ? homeMostBits / home : 1
  const bits = plain.map(one => (ofHome.includes(one.name) ? scaled(one, share) : one))
  const isOneHome = evidence.address.agreement === 'same' || sharesHome
  const isTwoNames = evidence.given.agreement === 'different' && isOneHome
  const all = priorBits + sum(bits)
  const probability = 1 / (1 + 2 ** -(all + (isTwoNames ? twoNamesAtHomeBits : 0)))
  const sorted = [...bits].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
  return {
    probability,
    likeness: likenessOf(probability),
    speaksFor: sorted.filter(one => one.bits > 0).map(one => one.name),
    against: sorted.filter(one => one.bits < 0).map(one => one.name),
  }
}

function bitsOf(name: FactName, { agreement, manner }: Found): number {
  if (agreement === 'missing') return 0
  const bonus = manner === 'unusual' && name === 'family' ? unusualBonus : 0
  return weights[name][agreement] + bonus
}

function scaled<T extends { readonly bits: number }>(one: T, share: number): T {
  return { ...one, bits: one.bits * share }
}

function sum(bits: readonly { bits: number }[]): number {
  return bits.reduce((total, one) => total + one.bits, 0)
}

function likenessOf(probability: number): Likeness {
  if (probability < 0.02) return 'surely-different'
  if (probability < 0.3) return 'likely-different'
  if (probability <= 0.7) return 'cannot-tell'
  return probability < 0.99 ? 'likely-same' : 'surely-same'
}
