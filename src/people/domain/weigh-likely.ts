// Is somebody in the register the one being added? The same engine that reads lists says so.

import type { Id } from '../../kernel/ids.ts'
import {
  type Candidate,
  type Facts,
  type Judge,
  judgeAll,
  type MatchReason,
} from '../../matching/index.ts'
import { asUsed, type Contact } from './add-person.ts'
import { matchFacts } from './match-facts.ts'
import type { ReviewReason } from './terms.ts'

/** What was typed about the new person, as far as it can be compared. */
export type Described = {
  readonly given: string
  readonly family: string
  readonly born: string | null
  readonly nhs: string | null
  readonly address: string
  readonly postcode: string
  readonly uprn: string | null
  readonly contacts: readonly Contact[]
}

/** `review` is null for a namesake: worth a look before adding, no doubt afterwards. */
export type Weighed = { readonly person: Id; readonly review: ReviewReason | null }

export function factsOfDescribed(said: Described): Facts {
  const contacts = said.contacts.map(one => ({ kind: one.kind, value: asUsed(one).value }))
  return matchFacts({ ...said, contacts })
}

/** Those who may be meant, the likeliest first. */
export function weighLikely(
  judge: Judge,
  facts: Facts,
  candidates: readonly Candidate[],
): readonly Weighed[] {
  return judgeAll(judge, facts, candidates)
    .filter(({ verdict, reasons }) => verdict !== 'other' || reasons.includes('name'))
    .map(({ person, verdict, reasons }) => ({
      person,
      review: verdict === 'other' ? null : reviewReasonOf(reasons),
    }))
}

/** The strongest of the reasons, in the words that a judge of pairs is given. */
function reviewReasonOf(reasons: readonly MatchReason[]): ReviewReason {
  const has = (reason: MatchReason) => reasons.includes(reason)
  if (has('nhs-number')) return 'same-nhs-number'
  if (has('date-of-birth-differs')) return 'born-differs'
  if (has('uprn') && has('name')) return 'same-name-and-home'
  return has('date-of-birth') ? 'same-name-and-birth' : 'same-name-and-number'
}
