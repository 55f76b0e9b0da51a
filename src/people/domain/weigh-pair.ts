// How likely are two records one person? The engine that reads lists says so; nobody is joined by
// this, it orders the queue and says a word.
import type { Facts as Comparable, Judge, Told } from '../../matching/index.ts'
import type { Evidence, FactName, Facts } from './evidence.ts'
import { matchFacts } from './match-facts.ts'

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

export type Pair = { readonly one: Facts; readonly other: Facts; readonly evidence: Evidence }

/** Only facts that both say; what speaks for it is never one that differs. */
export function weighPair(judge: Judge, { one, other, evidence }: Pair): Weighed {
  const { probability, told } = judge.weigh(comparable(one), comparable(other))
  const names = (some: readonly Told[]) => [...new Set(some.flatMap(factsOf))]
  const agreement = (name: FactName) => evidence[name].agreement
  const isAlike = (name: FactName) => ['same', 'close'].includes(agreement(name))
  return {
    probability,
    likeness: likenessOf(isTwoNames(evidence) ? Math.min(probability, even) : probability),
    speaksFor: names(told.filter(({ bits }) => bits > 0)).filter(isAlike),
    against: names(told.filter(({ bits }) => bits < 0)).filter(
      name => agreement(name) !== 'missing' && agreement(name) !== 'same',
    ),
  }
}

const even = 0.5

/** Two first names are two people, twins perhaps, until a number or a person says otherwise. */
function isTwoNames({ given, nhs }: Evidence): boolean {
  return given.agreement === 'different' && nhs.agreement !== 'same'
}

/** The engine's fields, as facts that a reader knows. */
const factsByField: Readonly<Record<string, readonly FactName[]>> = {
  'national id': ['nhs'],
  'given name': ['given'],
  'family name': ['family'],
  'date of birth': ['born'],
  phone: ['mobile', 'landline'],
  email: ['email'],
  address: ['address'],
  postcode: ['postcode'],
}

function factsOf({ field }: Told): readonly FactName[] {
  return factsByField[field] ?? []
}

function comparable(facts: Facts): Comparable {
  const [given = '', ...middle] = facts.given.split(' ')
  const contacts = (kind: string, text: string) =>
    text.split(' ').flatMap(value => (value === '' ? [] : [{ kind, value }]))
  return matchFacts({
    given,
    middle: middle.join(' '),
    family: facts.family,
    born: facts.born || null,
    nhs: facts.nhs || null,
    address: facts.address,
    postcode: facts.postcode,
    contacts: [
      ...contacts('landline', facts.landline),
      ...contacts('mobile', facts.mobile),
      ...contacts('email', facts.email),
    ],
  })
}

function likenessOf(probability: number): Likeness {
  if (probability < 0.02) return 'surely-different'
  if (probability < 0.3) return 'likely-different'
  if (probability <= 0.7) return 'cannot-tell'
  return probability < 0.99 ? 'likely-same' : 'surely-same'
}
