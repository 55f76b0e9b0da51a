// The words of a welfare concern: why it began, what is tried, how it may end.

/** `parted`: told of two joined records that turned out to be two people. */
export const causes = ['worry', 'danger-word', 'outcome', 'no-answer', 'parted'] as const
export type Cause = (typeof causes)[number]

/** The checklist, in the order in which it is tried. */
export const steps = ['keyholder', 'telecare', 'family', 'social-care', 'emergency'] as const
export type Step = (typeof steps)[number]

export const stepResults = ['done', 'not-possible'] as const
export type StepResult = (typeof stepResults)[number]

/** Nobody is left as "not reached": each of these says where the person is. */
export const endings = [
  'seen-and-safe',
  'spoken-to-and-safe',
  'with-services',
  'in-hospital-or-care',
  'has-died',
  'raised-in-error',
] as const
export type Ending = (typeof endings)[number]

export const wordsLettersMax = 500
