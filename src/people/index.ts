// The door of people: the register, what stops contact, who may be whom, and how to find them.
import { capability } from '../events/capability.ts'
import {
  contactPointChanged,
  erased,
  flagLowered,
  flagRaised,
  peopleMerged,
  peopleUnmerged,
  personAdded,
  personCorrected,
  reviewClosed,
  reviewOpened,
  reviewPutOff,
  reviewReopened,
} from './domain/events.ts'
import { project } from './store/project.ts'

export * from './domain/events.ts'
export { nameKeyOf, phoneKey } from './domain/keys.ts'
export { type Channel, hardStops, mayContact } from './domain/may-contact.ts'
export * from './domain/terms.ts'

export const people = capability({
  name: 'people',
  events: [
    personAdded,
    personCorrected,
    flagRaised,
    flagLowered,
    contactPointChanged,
    peopleMerged,
    peopleUnmerged,
    reviewOpened,
    reviewClosed,
    reviewPutOff,
    reviewReopened,
    erased,
  ],
  project,
  readModels: ['people', 'contact_points', 'person_flags', 'person_tokens', 'reviews'],
  permissions: {
    'people.read': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'people.report': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'people.correct': ['hub-manager', 'officer'],
    'people.merge': ['hub-manager', 'officer'],
    'people.confirm': ['officer'],
    'people.erase': ['data-protection-officer'],
  },
})
