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

/** A shop, care home, school or hall: reached and helped like a home. */
export const organisationAdded = eventKind({
  kind: 'places.OrganisationAdded',
  version: 1,
  body: z.strictObject({ organisation: z.uuid(), kind: z.enum(organisationKinds) }),
  words: z.strictObject({ name: z.string(), phone: z.string().nullable() }),
})

export const ownerNamed = eventKind({
  kind: 'places.OwnerNamed',
  version: 1,
  body: z.strictObject({ owner: z.uuid().nullable() }),
})
