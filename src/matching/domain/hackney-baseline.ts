// What would Hackney's rules have said? Exact equality, first hit wins: the line to beat, kept with
// its faults (a father and son at one address are one person to it). Never used on live lists.
import type { Candidate, Facts, Matcher, MatchReason } from './terms.ts'

export const hackneyBaseline: Matcher = {
  name: 'hackney-baseline',
  version: 1,
  decide(facts, candidates) {
    for (const { reason, holds } of rules) {
      const hit = candidates.find(candidate => holds(facts, candidate))
      if (hit) return { kind: 'same', person: hit.person, reasons: [reason] }
    }
    return { kind: 'new' }
  },
}

type Rule = { reason: MatchReason; holds(facts: Facts, candidate: Candidate): boolean }

/** In its order. Its fourth rule needs a tracing id, which this list does not carry. */
const rules: readonly Rule[] = [
  { reason: 'nhs-number', holds: (facts, other) => isGiven(facts.nhsNumber, other.nhsNumber) },
  { reason: 'uprn', holds: named((facts, other) => isGiven(facts.uprn, other.uprn)) },
  {
    reason: 'date-of-birth',
    holds: named((facts, other) => isGiven(facts.dateOfBirth, other.dateOfBirth)),
  },
  { reason: 'email', holds: named((facts, other) => meet(facts.emails, other.emails)) },
  { reason: 'phone', holds: named((facts, other) => meet(facts.phones, other.phones)) },
]

function named(holds: Rule['holds']): Rule['holds'] {
  return (facts, other) =>
    isGiven(facts.firstName, other.firstName) &&
    isGiven(facts.surname, other.surname) &&
    holds(facts, other)
}

function isGiven(one: string | undefined, other: string | undefined): boolean {
  return Boolean(one) && one === other
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some(value => other.includes(value))
}
