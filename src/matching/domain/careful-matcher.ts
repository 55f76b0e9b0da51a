// Who may be joined by machine? Only whom two strong facts name and nothing contradicts. Another
// date of birth is never joined: father and son with one name, twins at one address. The rest is
// for a person to judge, and nothing is overwritten meanwhile.
import { type Comparison, compare } from './compare.ts'
import type { Candidate, Facts, MatchDecision, Matcher, MatchReason } from './terms.ts'

export const carefulMatcher: Matcher = {
  name: 'careful',
  version: 1,
  decide(facts, candidates) {
    const judged = candidates.map(candidate => judge(facts, candidate))
    const same = judged.filter(({ verdict }) => verdict === 'same')
    const doubtful = judged.filter(({ verdict }) => verdict === 'doubtful')
    const [only] = same
    // A shared number outweighs a namesake: the father does not cast doubt on the son.
    const rivals = doubtful.filter(({ comparison }) => comparison.shared.has('nhs-number'))
    if (only && same.length === 1 && rivals.length === 0) {
      return { kind: 'same', person: only.person, reasons: [...only.comparison.shared] }
    }
    return same.length + doubtful.length === 0 ? { kind: 'new' } : doubt([...same, ...doubtful])
  },
}

type Judged = {
  readonly person: string
  readonly comparison: Comparison
  readonly verdict: 'same' | 'doubtful' | 'other'
}

function judge(facts: Facts, candidate: Candidate): Judged {
  const comparison = compare(facts, candidate)
  return { person: candidate.person, comparison, verdict: verdictOf(comparison) }
}

function verdictOf({ shared, against }: Comparison): Judged['verdict'] {
  const isBornSame = shared.has('date-of-birth')
  if (shared.has('nhs-number')) return isBornSame ? 'same' : 'doubtful'
  if (!shared.has('name')) return 'other'
  const hasOwnWay = shared.has('uprn') || shared.has('email') || shared.has('phone')
  const isNumberOther = against.has('nhs-number-differs')
  if (isBornSame && (hasOwnWay || shared.has('postcode')))
    return isNumberOther ? 'doubtful' : 'same'
  if (isBornSame) return isNumberOther ? 'other' : 'doubtful'
  // Two numbers and two birthdays: two people, however alike their names.
  if (isNumberOther && against.has('date-of-birth-differs')) return 'other'
  return hasOwnWay ? 'doubtful' : 'other'
}

function doubt(judged: readonly Judged[]): MatchDecision {
  const reasons = new Set<MatchReason>()
  for (const { comparison } of judged) {
    for (const reason of [...comparison.shared, ...comparison.against]) reasons.add(reason)
  }
  if (judged.length > 1) reasons.add('several-people')
  return { kind: 'doubtful', persons: judged.map(({ person }) => person), reasons: [...reasons] }
}
