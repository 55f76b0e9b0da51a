// Who may be joined by machine? Whom the engine is sure of, whom its facts name by themselves, and
// whom nothing contradicts: never two numbers or two dates of birth. Whoever is only likely is for
// a person to judge, and nothing is overwritten meanwhile.
import type { Candidate, Facts, MatchDecision, Matcher, MatchReason } from '../terms.ts'
import type { Judge, Judgement } from './judge.ts'
import { reasonsOf } from './reasons.ts'

/** Which people were judged to be two: `apart(a, b)`. */
export type Apart = (one: string, other: string) => boolean

const sameFrom = 9
/** As likely one person as not: whoever is less likely is not worth the time of a reviewer. */
const reviewFrom = 0
/** Another who is a hundred times less likely casts no doubt. */
const rivalWithin = 7

export function councilMatcher(judge: Judge, apart: Apart = () => false): Matcher {
  return {
    name: 'engine',
    version: 1,
    decide: (facts, candidates) => decide(judgeAll(judge, facts, candidates), apart),
  }
}

export type Judged = Judgement & {
  readonly person: string
  readonly verdict: 'same' | 'doubtful' | 'other'
  readonly reasons: readonly MatchReason[]
}

/** Each person once, by the record that speaks most for them; the likeliest first. */
export function judgeAll(
  judge: Judge,
  facts: Facts,
  candidates: readonly Candidate[],
): readonly Judged[] {
  const people = Map.groupBy(candidates, ({ person }) => person)
  return [...people]
    .map(([person, records]) => judgeOne(judge, facts, { person, records }))
    .sort((a, b) => b.weight - a.weight || (a.person < b.person ? -1 : 1))
}

type Known = { readonly person: string; readonly records: readonly Candidate[] }

function judgeOne(judge: Judge, facts: Facts, { person, records }: Known): Judged {
  const each = records.map(record => judge.weigh(facts, record))
  const best = each.reduce((one, other) => (other.weight > one.weight ? other : one))
  const reasons = reasonsOf(best.told)
  return { ...best, person, reasons, verdict: verdictOf({ best, each, reasons, facts, records }) }
}

type Weighed = {
  readonly best: Judgement
  readonly each: readonly Judgement[]
  readonly reasons: readonly MatchReason[]
  readonly facts: Facts
  readonly records: readonly Candidate[]
}

function verdictOf({ best, each, reasons, facts, records }: Weighed): Judged['verdict'] {
  const isNumbered = each.some(({ told }) => told.some(isSameNumber))
  const isSure = best.isTrusted || (best.weight >= sameFrom && hasThirdFact(reasons))
  if (isSure && best.suffices && !records.some(record => contradicts(facts, record))) return 'same'
  if (isNumbered) return 'doubtful'
  return best.weight >= reviewFrom && !areRelatives(best) ? 'doubtful' : 'other'
}

const otherBirth = ['two parts', 'year', 'near', 'decade', 'different']
const oneName = ['exact', 'nickname']

/**
 * What a home has in common is no reason to ask: not of two first names without anything that is
 * one person's own, and not of two birthdays that are no slip, unless the first name is the same.
 */
function areRelatives({ told }: Judgement): boolean {
  const level = (field: string) => told.find(one => one.field === field)?.level ?? ''
  const given = level('given name')
  if (given === 'different' && level('email') !== 'exact') return true
  return otherBirth.includes(level('date of birth')) && given !== '' && !oneName.includes(given)
}

function isSameNumber({ field, level }: { field: string; level: string }): boolean {
  return field === 'national id' && level === 'exact'
}

/** Two namesakes born on one day are two people unless something else is theirs. */
function hasThirdFact(reasons: readonly MatchReason[]): boolean {
  return (['nhs-number', 'uprn', 'postcode', 'email', 'phone'] as const).some(reason =>
    reasons.includes(reason),
  )
}

/** What any of the joined records says of who they are counts. */
function contradicts(facts: Facts, record: Facts): boolean {
  return differ(facts.nhsNumber, record.nhsNumber) || differ(facts.dateOfBirth, record.dateOfBirth)
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return Boolean(one && other && one !== other)
}

function decide(judged: readonly Judged[], apart: Apart): MatchDecision {
  const likely = judged.filter(({ verdict }) => verdict !== 'other')
  const [first, ...others] = likely
  if (!first) return { kind: 'new' }
  const same = likely.find(({ verdict }) => verdict === 'same')
  const isRival = (one: Judged) =>
    same !== undefined &&
    one !== same &&
    !apart(one.person, same.person) &&
    (one.verdict === 'same' || one.weight > same.weight - rivalWithin || hasNumber(one))
  if (same && !likely.some(isRival)) {
    return { kind: 'same', person: same.person, reasons: same.reasons }
  }
  const reasons = new Set(likely.flatMap(one => one.reasons))
  if (others.length > 0) reasons.add('several-people')
  return { kind: 'doubtful', persons: likely.map(({ person }) => person), reasons: [...reasons] }
}

function hasNumber({ told }: Judged): boolean {
  return told.some(isSameNumber)
}
