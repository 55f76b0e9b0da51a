// Is this row somebody we know? The words of the question, and of every answer to it.

/** What can be compared, as it was given; absent or empty means not known, never "none". */
export type Facts = {
  /** Only one that passes its check. */
  readonly nhsNumber?: string
  readonly firstName: string
  readonly middleNames?: string
  readonly surname: string
  readonly dateOfBirth?: string
  readonly uprn?: string
  readonly address?: string
  readonly postcode?: string
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}
/** One record of somebody we know; people whose records were joined have several. */
export type Candidate = Facts & { readonly person: string }

export const matchReasons = [
  'nhs-number',
  'date-of-birth',
  'name',
  'uprn',
  'postcode',
  'email',
  'phone',
  'nhs-number-differs',
  'date-of-birth-differs',
  'date-of-birth-missing',
  'name-differs',
  'several-people',
] as const
export type MatchReason = (typeof matchReasons)[number]

export type MatchDecision =
  | { readonly kind: 'same'; readonly person: string; readonly reasons: readonly MatchReason[] }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'doubtful'
      /** The likeliest first. */
      readonly persons: readonly string[]
      readonly reasons: readonly MatchReason[]
    }

/** Candidates are all people who share at least one fact of the row; order means nothing. */
export type Matcher = {
  readonly name: string
  readonly version: number
  decide(facts: Facts, candidates: readonly Candidate[]): MatchDecision
}
