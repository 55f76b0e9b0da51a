// The door of volunteers: who helps, where, how far checked, and whether they rest.
import { bind, capability } from '../events/index.ts'
import { addCheck, withdrawCheck } from './domain/add-check.ts'
import { addVolunteer } from './domain/add-volunteer.ts'
import { eraseVolunteer } from './domain/erase-volunteer.ts'
import {
  checkAdded,
  checkWithdrawn,
  volunteerAdded,
  volunteerErased,
  volunteerRests,
} from './domain/events.ts'
import { restVolunteer } from './domain/rest-volunteer.ts'
import { routes } from './pages/routes.ts'
import {
  loadChecking,
  loadErasing,
  loadNewVolunteer,
  loadResting,
  loadWithdrawing,
} from './store/load.ts'
import { project } from './store/project.ts'
import { watchesChecks } from './tell-of-checks.ts'

export { addCheck, withdrawCheck } from './domain/add-check.ts'
export { addVolunteer } from './domain/add-volunteer.ts'
export { eraseVolunteer } from './domain/erase-volunteer.ts'
export { volunteerAdded } from './domain/events.ts'
export { restVolunteer } from './domain/rest-volunteer.ts'
export {
  type Training,
  type Transport,
  trainings,
  transports,
  type Vetting,
  vettings,
} from './domain/terms.ts'
export { addHeldPart, type HeldPart } from './held-part.ts'
export {
  findVolunteer,
  type Volunteer,
  volunteerNames,
  volunteerOfUser,
  volunteersWithin,
} from './store/queries.ts'
export { tellOfChecks } from './tell-of-checks.ts'

const staff = ['hub-manager', 'officer', 'village-coordinator'] as const

export const volunteers = capability({
  name: 'volunteers',
  events: [volunteerAdded, checkAdded, checkWithdrawn, volunteerRests, volunteerErased],
  commands: [
    bind(addVolunteer, loadNewVolunteer),
    bind(restVolunteer, loadResting),
    bind(eraseVolunteer, loadErasing),
    bind(addCheck, loadChecking),
    bind(withdrawCheck, loadWithdrawing),
  ],
  project,
  readModels: ['volunteers', 'volunteer_checks'],
  permissions: {
    'volunteers.read': [...staff, 'data-protection-officer'],
    'volunteers.erase': ['hub-manager', 'data-protection-officer'],
    'volunteers.manage': [...staff],
    'volunteers.take': ['hub-manager', 'officer'],
  },
  routes,
  tasks: [watchesChecks],
})
