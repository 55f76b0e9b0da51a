// What can be said about one row, and what does it lead to? A closed list with words for all.

/** `rejects`: not loaded. `holds`: waits for a person. `notes`: loaded, and shown. */
export const reasons = {
  'no-identity': 'rejects',
  'tested-too-long-ago': 'rejects',
  'status-not-taken': 'rejects',
  'support-not-asked': 'rejects',
  'kind-not-taken': 'rejects',
  'other-authority': 'rejects',
  'withdrawn-unknown': 'rejects',
  'name-missing': 'holds',
  'nhs-number-wrong': 'holds',
  'date-of-birth-unreadable': 'holds',
  'date-of-birth-two-digit-year': 'holds',
  'date-of-birth-us-order': 'holds',
  'date-of-birth-impossible': 'holds',
  'rule-date-unreadable': 'holds',
  'date-of-death-unreadable': 'holds',
  'died-flag-unreadable': 'holds',
  'status-unknown': 'holds',
  'outside-district': 'holds',
  'twice-in-file': 'holds',
  'may-be-known': 'holds',
  'date-of-birth-differs': 'holds',
  'cells-missing': 'holds',
  'cells-extra': 'holds',
  'row-cut': 'holds',
  'quote-not-closed': 'holds',
  'cell-too-long': 'holds',
  'letters-lost': 'holds',
  'cell-is-error': 'holds',
  'formula-without-value': 'holds',
  died: 'notes',
  withdrawn: 'notes',
  'date-of-birth-missing': 'notes',
  'postcode-missing': 'notes',
  'postcode-unreadable': 'notes',
  'phone-missing': 'notes',
  'phone-unreadable': 'notes',
  'phone-zero-put-back': 'notes',
  'email-unreadable': 'notes',
  'uprn-unreadable': 'notes',
  'listed-on-unreadable': 'notes',
  'key-damaged': 'notes',
  'name-split': 'notes',
  'name-is-one-word': 'notes',
  'occupier-unnamed': 'notes',
  'date-from-day-number': 'notes',
  'needs-code-unknown': 'notes',
  'mark-unreadable': 'notes',
  'same-row-again': 'notes',
  'place-unknown': 'notes',
} as const
export type Reason = keyof typeof reasons
export const reasonCodes = Object.keys(reasons) as Reason[]
/** Those that keep a row from being loaded, the gravest first. */
export const stoppingReasons = reasonCodes.filter(code => reasons[code] !== 'notes')

/** `got` is the cell as received: personal, so it stays with the entry and out of the log. */
export type Issue = { readonly code: Reason; readonly column?: string; readonly got?: string }

export const outcomes = ['accepted', 'changed', 'unchanged', 'needs_review', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]
export type RowCounts = { readonly rows: number } & Readonly<Record<Outcome, number>>

export const noRows: RowCounts = {
  rows: 0,
  accepted: 0,
  changed: 0,
  unchanged: 0,
  needs_review: 0,
  rejected: 0,
}

/** The worst reason decides; without one, the row is as good as its comparison says. */
export function outcomeOf(
  issues: readonly Issue[],
  otherwise: 'accepted' | 'changed' | 'unchanged',
): Outcome {
  const effects = issues.map(({ code }) => reasons[code])
  if (effects.includes('rejects')) return 'rejected'
  if (effects.includes('holds')) return 'needs_review'
  return otherwise
}

/** The one reason a row is filed under where each row may be counted only once. */
export function mainReason(issues: readonly Issue[]): Reason | undefined {
  const codes = new Set(issues.map(({ code }) => code))
  return reasonCodes.find(code => codes.has(code) && reasons[code] !== 'notes')
}
