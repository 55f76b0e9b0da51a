// What does one row of a list say about one person? The facts as read; the words as given.
import type { NeedMark } from './need-marks.ts'
import type { Phone } from './read-phones.ts'

export type Entry = {
  /** The list's own key for this entry, where it has one that is sound. */
  readonly sourceKey?: string
  /** A dwelling whose occupier the list does not name. */
  readonly isUnnamed?: true
  readonly nhsNumber?: string
  readonly firstName: string
  readonly otherNames: string
  readonly surname: string
  readonly dateOfBirth?: string
  readonly addressLines: readonly string[]
  readonly postcode?: string
  readonly uprn?: string
  readonly email?: string
  readonly phones: readonly Phone[]
  /** The list says that this person died. Reported: an officer confirms it. */
  readonly isDied: boolean
  readonly dateOfDeath?: string
  /** They want nothing more of what the list is for. */
  readonly isWithdrawn?: true
  readonly districtCode?: string
  readonly source?: string
  readonly category?: string
  readonly listedOn?: string
  readonly listVersion?: string
  readonly authority?: string
  /** What the list says that this person depends on. */
  readonly marks?: readonly NeedMark[]
  readonly notes?: readonly string[]
}

/** What differs between two versions of an entry, in the order of the preview. */
export const entryChanges = [
  'died',
  'withdrawn',
  'moved-out',
  'moved-in',
  'back',
  'category',
  'details',
] as const
export type EntryChange = (typeof entryChanges)[number]

/** Whether each says an address outside the district. */
export type Outside = { readonly before: boolean; readonly after: boolean }

export function changeBetween(before: Entry, after: Entry, outside: Outside): EntryChange {
  if (after.isDied && !before.isDied) return 'died'
  if (after.isWithdrawn && !before.isWithdrawn) return 'withdrawn'
  if (outside.after && !outside.before) return 'moved-out'
  if (outside.before && !outside.after) return 'moved-in'
  if (after.category !== before.category) return 'category'
  return 'details'
}
