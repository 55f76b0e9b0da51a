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

/** What can be compared with the facts of somebody else. */
export function factsOf(entry: Entry): Facts {
  return {
    ...(entry.nhsNumber ? { nhsNumber: entry.nhsNumber } : {}),
    firstName: entry.firstName,
    middleNames: entry.otherNames,
    surname: entry.surname,
    ...(entry.dateOfBirth ? { dateOfBirth: entry.dateOfBirth } : {}),
    ...(entry.uprn ? { uprn: entry.uprn } : {}),
    address: entry.addressLines.filter(line => line !== '').join(', '),
    ...(entry.postcode ? { postcode: entry.postcode } : {}),
    emails: entry.email ? [entry.email] : [],
    phones: entry.phones.map(({ e164 }) => e164),
  }
}
