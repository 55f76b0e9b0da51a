// The door of volunteers: who helps, where, how far checked, and whether they rest.
import { bind, capability } from '../events/index.ts'
import { addVolunteer } from './domain/add-volunteer.ts'
import { volunteerAdded, volunteerRests } from './domain/events.ts'
import { restVolunteer } from './domain/rest-volunteer.ts'
import { routes } from './pages/routes.ts'
import { loadNewVolunteer, loadResting } from './store/load.ts'
import { project } from './store/project.ts'

export { addVolunteer } from './domain/add-volunteer.ts'
export { volunteerAdded } from './domain/events.ts'
export { restVolunteer } from './domain/rest-volunteer.ts'
export { type Transport, transports, type Vetting, vettings } from './domain/terms.ts'
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
  events: [volunteerAdded, volunteerRests],
  commands: [bind(addVolunteer, loadNewVolunteer), bind(restVolunteer, loadResting)],
  project,
  readModels: ['volunteers'],
  permissions: {
    'volunteers.read': [...staff],
    'volunteers.manage': [...staff],
    'volunteers.take': ['hub-manager', 'officer'],
  },
  routes,
})
