// What happens to places: they are added, homes are placed in them, somebody looks after them.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

export const placeKinds = ['district', 'village', 'zone', 'street'] as const
export type PlaceKind = (typeof placeKinds)[number]

export const placeAdded = eventKind({
  kind: 'places.PlaceAdded',
  version: 1,
  body: z.strictObject({
    place: z.uuid(),
    kind: z.enum(placeKinds),
    parent: z.uuid().nullable(),
    name: z.string(),
    gss: z.string().nullable(),
    postcodes: z.array(z.string()),
  }),
})

/** The homes of one street. Addresses are words: they can be corrected and erased. */
export const dwellingsAdded = eventKind({
  kind: 'places.DwellingsAdded',
  version: 1,
  body: z.strictObject({
    dwellings: z.array(z.strictObject({ id: z.uuid(), uprn: z.string().nullable() })),
  }),
  words: z.strictObject({
    addresses: z.array(
      z.strictObject({ address: z.string(), postcode: z.string(), key: z.string() }),
    ),
  }),
})

export const organisationKinds = [
  'shop',
  'business',
  'care-home',
  'school',
  'hall',
  'park-home-site',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** A shop, care home, school or hall: reached and helped like a home. */
export const organisationAdded = eventKind({
  kind: 'places.OrganisationAdded',
  version: 1,
  body: z.strictObject({ organisation: z.uuid(), kind: z.enum(organisationKinds) }),
  words: z.strictObject({ name: z.string(), phone: z.string().nullable() }),
})

/** Called otherwise now, or with another number; where it lies stays. */
export const organisationCorrected = eventKind({
  kind: 'places.OrganisationCorrected',
  version: 1,
  body: z.strictObject({ organisation: z.uuid(), kind: z.enum(organisationKinds) }),
  words: z.strictObject({ name: z.string(), phone: z.string().nullable() }),
})

export const ownerNamed = eventKind({
  kind: 'places.OwnerNamed',
  version: 1,
  body: z.strictObject({ owner: z.uuid().nullable() }),
})

/** Homes whose address, number or street is now written otherwise; one that ended begins again. */
export const dwellingsCorrected = eventKind({
  kind: 'places.DwellingsCorrected',
  version: 1,
  body: z.strictObject({
    dwellings: z.array(z.strictObject({ id: z.uuid(), uprn: z.string().nullable() })),
  }),
  words: z.strictObject({
    addresses: z.array(
      z.strictObject({ address: z.string(), postcode: z.string(), key: z.string() }),
    ),
  }),
})

/** Nothing is deleted: whoever was placed there stays, until they are moved by name. */
export const dwellingsEnded = eventKind({
  kind: 'places.DwellingsEnded',
  version: 1,
  body: z.strictObject({ dwellings: z.array(z.uuid()) }),
})

export const placesEnded = eventKind({
  kind: 'places.PlacesEnded',
  version: 1,
  body: z.strictObject({ places: z.array(z.uuid()) }),
})

export const placesReopened = eventKind({
  kind: 'places.PlacesReopened',
  version: 1,
  body: z.strictObject({ places: z.array(z.uuid()) }),
})

export const placeRenamed = eventKind({
  kind: 'places.PlaceRenamed',
  version: 1,
  body: z.strictObject({ place: z.uuid(), name: z.string() }),
})

export const postcodesPlaced = eventKind({
  kind: 'places.PostcodesPlaced',
  version: 1,
  body: z.strictObject({ postcodes: z.array(z.string()) }),
})

export const aliasKinds = ['address', 'postcode', 'street', 'village'] as const
export type AliasKind = (typeof aliasKinds)[number]

/** Somebody said where this lies; the event's place is the answer. */
export const aliasRemembered = eventKind({
  kind: 'places.AliasRemembered',
  version: 1,
  body: z.strictObject({ kind: z.enum(aliasKinds) }),
  words: z.strictObject({ key: z.string() }),
})
