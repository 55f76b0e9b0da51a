// By what does a list know an entry again on its next version, and by what do we match it?
import type { Facts } from '../../matching/index.ts'
import type { Entry } from './entry.ts'
import { nameKey } from './read-name.ts'

/** The source's own key where it is sound; else name, birth and postcode; at worst the words. */
export function entryKey(entry: Entry, comparable: string): string {
  if (entry.sourceKey) return `key:${entry.sourceKey}`
  if (entry.isUnnamed) return homeKey(entry, comparable)
  if (entry.nhsNumber) return `nhs:${entry.nhsNumber}`
  const { dateOfBirth = '', postcode = '' } = entry
  const name = `${nameKey(entry.firstName)}:${nameKey(entry.surname)}`
  const isEnough = name !== ':' && (dateOfBirth !== '' || postcode !== '')
  return isEnough ? `name:${name}:${dateOfBirth}:${postcode}` : `words:${comparable}`
}

function homeKey({ uprn, addressLines, postcode }: Entry, comparable: string): string {
  if (uprn) return `home:${uprn}`
  const address = nameKey(addressLines.join(' '))
  return address && postcode ? `home:${address}:${postcode}` : `words:${comparable}`
}

/** A second row about one person, in other words, is known again by those words. */
export function twinKey(comparable: string): string {
  return `twin:${comparable}`
}

/** Finds namesakes born on one day within a file; nothing without both. */
export function nameBorn(entry: Entry): string | null {
  const { firstName, surname, dateOfBirth, isUnnamed } = entry
  if (isUnnamed) return null
  if (!firstName || !surname || !dateOfBirth) return null
  return `${nameKey(firstName)}:${nameKey(surname)}:${dateOfBirth}`
}

export function factsOf(entry: Entry): Facts {
  return {
    ...(entry.nhsNumber ? { nhsNumber: entry.nhsNumber } : {}),
    firstName: nameKey(entry.firstName),
    surname: nameKey(entry.surname),
    ...(entry.dateOfBirth ? { dateOfBirth: entry.dateOfBirth } : {}),
    ...(entry.uprn ? { uprn: entry.uprn } : {}),
    ...(entry.postcode ? { postcode: entry.postcode } : {}),
    emails: entry.email ? [entry.email.toLowerCase()] : [],
    phones: entry.phones.map(({ e164 }) => e164),
  }
}
