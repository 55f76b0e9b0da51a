// The door of volunteers: who helps, where, how far checked, and whether they rest.
import { bind, capability } from '../events/index.ts'
import { addVolunteer } from './domain/add-volunteer.ts'
import { eraseVolunteer } from './domain/erase-volunteer.ts'
import { volunteerAdded, volunteerErased, volunteerRests } from './domain/events.ts'
import { restVolunteer } from './domain/rest-volunteer.ts'
import { routes } from './pages/routes.ts'
import { loadErasing, loadNewVolunteer, loadResting } from './store/load.ts'
import { project } from './store/project.ts'

export { addVolunteer } from './domain/add-volunteer.ts'
export { eraseVolunteer } from './domain/erase-volunteer.ts'
export { volunteerAdded } from './domain/events.ts'
export { restVolunteer } from './domain/rest-volunteer.ts'
export { type Transport, transports, type Vetting, vettings } from './domain/terms.ts'
export { addHeldPart, type HeldPart } from './held-part.ts'
export {
  findVolunteer,
  type Volunteer,
  volunteerNames,
  volunteerOfUser,
  volunteersWithin,
} from './store/queries.ts'

const staff = ['hub-manager', 'officer', 'village-coordinator'] as const

export const volunteers = capability({
  name: 'volunteers',
  events: [volunteerAdded, volunteerRests, volunteerErased],
  commands: [
    bind(addVolunteer, loadNewVolunteer),
    bind(restVolunteer, loadResting),
    bind(eraseVolunteer, loadErasing),
  ],
  project,
  readModels: ['volunteers'],
  permissions: {
    'volunteers.read': [...staff, 'data-protection-officer'],
    'volunteers.erase': ['hub-manager', 'data-protection-officer'],
    'volunteers.manage': [...staff],
    'volunteers.take': ['hub-manager', 'officer'],
  },
  routes,
})
