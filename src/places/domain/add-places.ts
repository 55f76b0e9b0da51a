// A council's places and homes are loaded, parents before children.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { addressKey } from './address-key.ts'
import { dwellingsAdded, placeAdded, placeKinds } from './events.ts'

const placesMax = 4_000
const dwellingsMax = 5_000

export const AddPlaces = z.strictObject({
  places: z
    .array(
      z.strictObject({
        place: z.uuid(),
        kind: z.enum(placeKinds),
        parent: z.uuid().nullable(),
        name: z.string().min(1).max(200),
        gss: z.string().nullable(),
        postcodes: z.array(z.string()),
      }),
    )
    .max(placesMax),
  dwellings: z
    .array(
      z.strictObject({
        id: z.uuid(),
        street: z.uuid(),
        uprn: z.string().nullable(),
        address: z.string(),
        postcode: z.string(),
      }),
    )
    .max(dwellingsMax),
})
export type AddPlaces = z.infer<typeof AddPlaces>

export const addPlaces = command<AddPlaces, null>({
  name: 'places.add-places',
  input: AddPlaces,
  may: 'places.load',
  decide(_state, input) {
    const streets = Map.groupBy(input.dwellings, dwelling => dwelling.street)
    return [
      ...input.places.map(place => placeAdded({ subjects: [], place: place.place, body: place })),
      ...[...streets].map(([street, dwellings]) => homesOf(street, dwellings)),
    ]
  },
})

function homesOf(street: string, dwellings: AddPlaces['dwellings']) {
  return dwellingsAdded({
    subjects: [],
    place: street,
    body: { dwellings: dwellings.map(({ id, uprn }) => ({ id, uprn })) },
    words: {
      addresses: dwellings.map(({ address, postcode }) => ({
        address,
        postcode,
        key: addressKey(address, postcode),
      })),
    },
  })
}
