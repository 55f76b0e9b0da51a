// What of a record can be compared with what somebody says, and by which keys is it found?
import { type Facts, lastingKeys } from '../../matching/index.ts'
import { readNhsNumber } from './nhs-number.ts'

export type Recorded = {
  readonly given: string
  readonly middle?: string
  readonly family: string
  readonly born: string | null
  readonly nhs: string | null
  readonly address?: string
  readonly postcode: string
  readonly uprn?: string | null
  readonly contacts: readonly { readonly kind: string; readonly value: string }[]
}

export function matchFacts(record: Recorded): Facts {
  const { given, middle, family, born, address, postcode, uprn, contacts } = record
  const nhs = record.nhs ? readNhsNumber(record.nhs) : undefined
  const emails = contacts.filter(({ kind }) => kind === 'email')
  const phones = contacts.filter(({ kind }) => kind !== 'email')
  return {
    ...(nhs ? { nhsNumber: nhs } : {}),
    firstName: given,
    ...(middle ? { middleNames: middle } : {}),
    surname: family,
    ...(born ? { dateOfBirth: born } : {}),
    ...(uprn ? { uprn } : {}),
    ...(address ? { address } : {}),
    ...(postcode ? { postcode } : {}),
    emails: emails.map(({ value }) => value),
    phones: phones.map(({ value }) => value),
  }
}

/** In order, so that the same facts always make the same row. */
export function matchKeys(record: Recorded): readonly number[] {
  return lastingKeys(matchFacts(record)).sort((a, b) => a - b)
}
