// The door of volunteers: who helps, where, how far checked, and whether they rest.
import { bind, capability } from '../events/index.ts'
import { addCheck, withdrawCheck } from './domain/add-check.ts'
import { addVolunteer } from './domain/add-volunteer.ts'
import { changeVolunteer } from './domain/change-volunteer.ts'
import { eraseVolunteer } from './domain/erase-volunteer.ts'
import {
  checkAdded,
  checkWithdrawn,
  keptFromChanged,
  recruitingSet,
  stoodDown,
  stoodUp,
  volunteerAdded,
  volunteerChanged,
  volunteerErased,
  volunteerRests,
} from './domain/events.ts'
import { keepApart } from './domain/keep-apart.ts'
import { restVolunteer } from './domain/rest-volunteer.ts'
import { setRecruiting } from './domain/set-recruiting.ts'
import { standDown, standUp } from './domain/stand-down.ts'
import { routes } from './pages/routes.ts'
import {
  loadChanging,
  loadChecking,
  loadErasing,
  loadKeeping,
  loadNewVolunteer,
  loadResting,
  loadStanding,
  loadWithdrawing,
} from './store/load.ts'
import { project } from './store/project.ts'
import { loadRecruiting } from './store/recruiting.ts'
import { watchesChecks } from './tell-of-checks.ts'

export { addCheck, withdrawCheck } from './domain/add-check.ts'
export { addVolunteer } from './domain/add-volunteer.ts'
export {
  type Availability,
  alwaysFree,
  type Hours,
  isFreeWithin,
} from './domain/availability.ts'
export { changeVolunteer } from './domain/change-volunteer.ts'
export { eraseVolunteer } from './domain/erase-volunteer.ts'
export { volunteerAdded } from './domain/events.ts'
export { keepApart } from './domain/keep-apart.ts'
export { restVolunteer } from './domain/rest-volunteer.ts'
export { setRecruiting } from './domain/set-recruiting.ts'
export { standDown, standUp } from './domain/stand-down.ts'
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
export { isRecruiting } from './store/recruiting.ts'
export { tellOfChecks } from './tell-of-checks.ts'

const staff = ['hub-manager', 'officer', 'village-coordinator'] as const

export const volunteers = capability({
  name: 'volunteers',
  events: [
    volunteerAdded,
    volunteerChanged,
    checkAdded,
    checkWithdrawn,
    volunteerRests,
    stoodDown,
    stoodUp,
    keptFromChanged,
    recruitingSet,
    volunteerErased,
  ],
  commands: [
    bind(addVolunteer, loadNewVolunteer),
    bind(restVolunteer, loadResting),
    bind(eraseVolunteer, loadErasing),
    bind(addCheck, loadChecking),
    bind(withdrawCheck, loadWithdrawing),
    bind(changeVolunteer, loadChanging),
    bind(standDown, loadStanding),
    bind(standUp, loadStanding),
    bind(keepApart, loadKeeping),
    bind(setRecruiting, loadRecruiting),
  ],
  project,
  readModels: ['volunteers', 'volunteer_checks', 'recruiting'],
  permissions: {
    'volunteers.read': [...staff, 'data-protection-officer'],
    'volunteers.keep-apart': ['hub-manager'],
    'volunteers.erase': ['hub-manager', 'data-protection-officer'],
    'volunteers.manage': [...staff],
    'volunteers.take': ['hub-manager', 'officer'],
  },
  routes,
  tasks: [watchesChecks],
})
