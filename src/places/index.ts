// The door of places: the tree, the homes, where an address lies, and who looks after it.
import { bind, capability } from '../events/index.ts'
import { takeRoutes } from '../files-out/index.ts'
import { addOrganisation } from './domain/add-organisation.ts'
import { addPlaces } from './domain/add-places.ts'
import { correctOrganisation } from './domain/correct-organisation.ts'
import {
  aliasRemembered,
  dwellingsAdded,
  dwellingsCorrected,
  dwellingsEnded,
  organisationAdded,
  organisationCorrected,
  ownerNamed,
  placeAdded,
  placeRenamed,
  placesEnded,
  placesReopened,
  postcodesPlaced,
} from './domain/events.ts'
import { nameOwner } from './domain/name-owner.ts'
import { changeOrganisation, showOrganisation } from './pages/correct-organisation.tsx'
import { askWhoHas, handStreet } from './pages/hand-street.tsx'
import { sendOrganisation, showOrganisations } from './pages/organisations.tsx'
import { organisationsTable } from './pages/organisations-table.ts'
import { takeStreet } from './pages/take-street.tsx'
import { loadOwner } from './store/name-owner.ts'
import { placesApi } from './store/offer-api.ts'
import { loadOrganisation } from './store/organisations.ts'
import { project } from './store/project.ts'

export { type ShippedDistrict, type ShippedVillage, southCambridgeshire } from './data/index.ts'
export { addOrganisation } from './domain/add-organisation.ts'
export { addPlaces } from './domain/add-places.ts'
export { addressKey } from './domain/address-key.ts'
export * from './domain/events.ts'
export { nameOwner } from './domain/name-owner.ts'
export { findHome, homesLike, homesMax, type KnownHome } from './store/homes.ts'
export { organisationsWithin } from './store/organisations.ts'
export * from './store/queries.ts'

export const places = capability({
  name: 'places',
  api: placesApi,
  events: [
    placeAdded,
    dwellingsAdded,
    dwellingsCorrected,
    dwellingsEnded,
    placesEnded,
    placesReopened,
    placeRenamed,
    postcodesPlaced,
    aliasRemembered,
    organisationAdded,
    organisationCorrected,
    ownerNamed,
  ],
  commands: [
    bind(addPlaces, async () => ({ state: null, place: null })),
    bind(addOrganisation, async (_tx, { place }) => ({ state: null, place })),
    bind(correctOrganisation, loadOrganisation),
    bind(nameOwner, loadOwner),
  ],
  project,
  readModels: [
    'places',
    'place_former',
    'place_aliases',
    'dwellings',
    'dwelling_former',
    'postcodes',
    'place_owners',
    'organisations',
  ],
  permissions: {
    'places.read': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'places.organise': ['hub-manager', 'village-coordinator', 'officer'],
    'places.take': ['hub-manager', 'officer'],
    'places.load': ['hub-manager', 'system-administrator'],
  },
  routes: [
    ...takeRoutes({
      of: '/villages/:village/organisations',
      may: 'places.take',
      find: organisationsTable,
    }),
    {
      method: 'get',
      path: '/villages/:village/organisations',
      may: 'places.organise',
      handler: showOrganisations,
    },
    {
      method: 'post',
      path: '/villages/:village/organisations',
      may: 'places.organise',
      handler: sendOrganisation,
    },
    {
      method: 'get',
      path: '/organisations/:organisation',
      may: 'places.organise',
      handler: showOrganisation,
    },
    {
      method: 'post',
      path: '/organisations/:organisation',
      may: 'places.organise',
      handler: changeOrganisation,
    },
    { method: 'post', path: '/places/:place/take', may: 'places.organise', handler: takeStreet },
    { method: 'get', path: '/places/:place/hand', may: 'places.organise', handler: askWhoHas },
    { method: 'post', path: '/places/:place/hand', may: 'places.organise', handler: handStreet },
  ],
})
