// Is somebody in the register the one being added? The same matcher that reads lists says so.

import type { Id } from '../../kernel/ids.ts'
import { carefulMatcher, type MatchReason } from '../../matching/index.ts'
import type { Contact } from './add-person.ts'
import { asUsed } from './add-person.ts'
import { fold, postcodeKey } from './keys.ts'
import { readNhsNumber } from './nhs-number.ts'
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

/** Somebody in the register who shares at least one of those facts. */
export type Alike = Omit<Described, 'contacts'> & {
  readonly person: Id
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}

/** `review` is null for a namesake: worth a look before adding, no doubt afterwards. */
export type Weighed = { readonly person: Id; readonly review: ReviewReason | null }

/** Those who may be meant, the likeliest first. */
export function weighLikely(said: Described, alike: readonly Alike[]): readonly Weighed[] {
  const emails = said.contacts.filter(one => one.kind === 'email')
  const phones = said.contacts.filter(one => one.kind !== 'email')
  const facts = matchable({
    ...said,
    nhs: said.nhs === null ? null : (readNhsNumber(said.nhs) ?? null),
    emails: emails.map(one => asUsed(one).value),
    phones: phones.map(one => asUsed(one).value),
  })
  const weighed = alike.map(one => {
    const decision = carefulMatcher.decide(facts, [{ ...matchable(one), person: one.person }])
    const review = decision.kind === 'new' ? null : reviewReasonOf(decision.reasons)
    return { person: one.person, review, isSure: decision.kind === 'same' }
  })
  const rank = (one: { review: ReviewReason | null; isSure: boolean }) =>
    one.isSure ? 0 : one.review === null ? 2 : 1
  return weighed.sort((a, b) => rank(a) - rank(b)).map(({ person, review }) => ({ person, review }))
}

type Matchable = Omit<Alike, 'person' | 'address'>

function matchable({ given, family, born, nhs, postcode, uprn, emails, phones }: Matchable) {
  return {
    firstName: fold(given),
    surname: fold(family),
    ...(nhs ? { nhsNumber: nhs } : {}),
    ...(born ? { dateOfBirth: born } : {}),
    ...(uprn ? { uprn } : {}),
    ...(postcode ? { postcode: postcodeKey(postcode) } : {}),
    emails,
    phones,
  }
}

/** The strongest of the reasons, in the words that a judge of pairs is given. */
function reviewReasonOf(reasons: readonly MatchReason[]): ReviewReason {
  if (reasons.includes('nhs-number')) return 'same-nhs-number'
  if (reasons.includes('date-of-birth-differs')) return 'born-differs'
  if (reasons.includes('uprn')) return 'same-name-and-home'
  return reasons.includes('date-of-birth') ? 'same-name-and-birth' : 'same-name-and-number'
}
