// Which words does the register use, and which of them stop us from making contact?

export const personFlags = [
  'do-not-call',
  'deceased-reported',
  'deceased-confirmed',
  'moved-reported',
  'moved-confirmed',
  'no-basis',
  'withdrawn',
  'no-texts',
  'no-emails',
  'visit-in-pairs',
  'textphone',
  'interpreter',
  'hard-of-hearing',
  'lives-alone',
] as const
export type PersonFlag = (typeof personFlags)[number]

export const contactKinds = ['mobile', 'landline', 'email'] as const
export type ContactKind = (typeof contactKinds)[number]

export const contactStates = ['untested', 'works', 'wrong', 'barred'] as const
export type ContactState = (typeof contactStates)[number]

export const reviewReasons = [
  'same-name-and-home',
  'same-name-and-birth',
  'same-name-and-number',
  'same-nhs-number',
  'twins',
  'born-differs',
  'moved-and-born',
  'held-row',
  'asked-by-staff',
] as const
export type ReviewReason = (typeof reviewReasons)[number]

/** Why two are kept apart: a pair was judged, records were parted, a held row was somebody new. */
export const apartReasons = ['judged', 'parted', 'held-row'] as const
export type ApartReason = (typeof apartReasons)[number]

/** How somebody came to be added by hand. */
export const handSources = ['own-call', 'other-call', 'door', 'referral'] as const
export type HandSource = (typeof handSources)[number]

/** What we keep somebody for who is on no list. */
export const purposes = ['asked-for-help', 'worried-about', 'at-risk', 'same-household'] as const
export type Purpose = (typeof purposes)[number]
