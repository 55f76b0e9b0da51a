// What does an accepted or changed row do to the register of people? Nothing is overwritten: what
// was said before stays in the record, and only what this list itself changed is corrected.
import type { Draft } from '../../events/kinds.ts'
import {
  type ContactKind,
  flagRaised,
  personAdded,
  personCorrected,
} from '../../people/domain/index.ts'
import type { Entry } from './entry.ts'

export type Placed = { readonly place: string | null; readonly dwelling: string | null }
export type NewPerson = Placed & {
  readonly person: string
  readonly list: string
  readonly entry: Entry
  newId(): string
}

export function addedPerson({ person, list, entry, place, dwelling, newId }: NewPerson): Draft {
  const points = contactsOf(entry)
  return personAdded({
    subjects: [person],
    place,
    body: {
      person,
      dwelling,
      household: null,
      source: list,
      flags: entry.isDied ? ['deceased-reported'] : [],
      contactPoints: points.map(({ kind }) => ({ id: newId(), kind })),
    },
    words: {
      given: entry.firstName,
      middle: entry.otherNames,
      family: entry.surname,
      born: entry.dateOfBirth ?? null,
      nhs: entry.nhsNumber ?? null,
      address: addressOf(entry),
      postcode: entry.postcode ?? '',
      language: null,
      contacts: points.map(({ value, raw }) => ({ value, raw })),
    },
  })
}

export type KnownPersonRow = NewPerson & {
  /** What this list said before; absent when the person is known from elsewhere. */
  readonly before?: Entry
  /** Values of the contact points that we have already. */
  readonly contacts: readonly string[]
}

/** Undefined when the row has nothing to add. */
export function correctedPerson(row: KnownPersonRow): Draft | undefined {
  const { person, list, entry, before, newId } = row
  const said = before ? changedWords(before, entry) : {}
  const has = new Set(row.contacts.map(value => value.toLowerCase()))
  const points = contactsOf(entry).filter(({ value }) => !has.has(value.toLowerCase()))
  const isMoved = 'address' in said || 'postcode' in said
  const fields = [...Object.keys(said), ...(points.length > 0 ? ['contacts'] : [])]
  if (fields.length === 0) return undefined
  return personCorrected({
    subjects: [person],
    place: row.place,
    body: {
      person,
      fields,
      source: list,
      contactPoints: points.map(({ kind }) => ({ id: newId(), kind })),
      ...(isMoved ? { place: row.place, dwelling: row.dwelling } : {}),
    },
    words: { ...said, contacts: points.map(({ value, raw }) => ({ value, raw })) },
  })
}

/** Reported by the list; an officer confirms it before any words of condolence are sent. */
export function reportedDeath({ person, list, version }: Said): Draft {
  const body = { person, flag: 'deceased-reported' as const, source: list }
  return flagRaised({ subjects: [person], body: { ...body, ...(version ? { version } : {}) } })
}

/** Out of every queue at once; a person decides whether anything else allows contact. */
export function reportedWithdrawal({ person, list, version }: Said): Draft {
  const body = { person, flag: 'withdrawn' as const, source: list }
  return flagRaised({ subjects: [person], body: { ...body, ...(version ? { version } : {}) } })
}

/** Whose record it is, and which version of which list said so. */
type Said = { readonly person: string; readonly list: string; readonly version?: string }

type ContactPoint = { kind: ContactKind; value: string; raw: string }

function contactsOf({ phones, email }: Entry): ContactPoint[] {
  const numbers = phones.map(({ isMobile, e164, raw }) => ({
    kind: isMobile ? ('mobile' as const) : ('landline' as const),
    value: e164,
    raw,
  }))
  return email ? [...numbers, { kind: 'email', value: email, raw: email }] : numbers
}

export function addressOf({ addressLines }: Entry): string {
  return addressLines.filter(line => line !== '').join(', ')
}

function changedWords(before: Entry, after: Entry) {
  const isOther = (name: 'firstName' | 'otherNames' | 'surname') =>
    before[name] !== after[name] && after[name] !== ''
  const isPostcodeOther = before.postcode !== after.postcode && after.postcode
  const isAddressOther = addressOf(before) !== addressOf(after) && addressOf(after) !== ''
  return {
    ...(isOther('firstName') ? { given: after.firstName } : {}),
    ...(isOther('otherNames') ? { middle: after.otherNames } : {}),
    ...(isOther('surname') ? { family: after.surname } : {}),
    ...(!before.dateOfBirth && after.dateOfBirth ? { born: after.dateOfBirth } : {}),
    ...(!before.nhsNumber && after.nhsNumber ? { nhs: after.nhsNumber } : {}),
    ...(isAddressOther ? { address: addressOf(after) } : {}),
    ...(isPostcodeOther ? { postcode: after.postcode ?? '' } : {}),
  }
}
