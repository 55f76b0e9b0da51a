// The door of places: the tree, the homes, where an address lies, and who looks after it.
import { bind, capability } from '../events/index.ts'
import { addOrganisation } from './domain/add-organisation.ts'
import { addPlaces } from './domain/add-places.ts'
import { dwellingsAdded, organisationAdded, ownerNamed, placeAdded } from './domain/events.ts'
import { nameOwner } from './domain/name-owner.ts'
import { takeStreet } from './pages/take-street.tsx'
import { loadOwner } from './store/name-owner.ts'
import { project } from './store/project.ts'

export { type ShippedDistrict, type ShippedVillage, southCambridgeshire } from './data/index.ts'
export { addOrganisation } from './domain/add-organisation.ts'
export { addPlaces } from './domain/add-places.ts'
export { addressKey } from './domain/address-key.ts'
export type { PlaceKind } from './domain/events.ts'
export { nameOwner } from './domain/name-owner.ts'
export * from './store/queries.ts'

export const places = capability({
  name: 'places',
  events: [placeAdded, dwellingsAdded, organisationAdded, ownerNamed],
  commands: [
    bind(addPlaces, async () => ({ state: null, place: null })),
    bind(addOrganisation, async (_tx, { place }) => ({ state: null, place })),
    bind(nameOwner, loadOwner),
  ],
  project,
  readModels: ['places', 'dwellings', 'postcodes', 'place_owners', 'organisations'],
  permissions: {
    'places.organise': ['hub-manager', 'village-coordinator', 'officer'],
    'places.load': ['hub-manager', 'system-administrator'],
  },
  routes: [
    { method: 'post', path: '/places/:place/take', may: 'places.organise', handler: takeStreet },
  ],
})
