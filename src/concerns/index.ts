// The door of concerns: a worry about somebody has an owner, a clock, and evidence when it ends.

import { bind, capability } from '../events/index.ts'
import {
  addDoorSection,
  addPartingPart,
  addPartingWords,
  addPersonSection,
} from '../people/index.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { concernEnded, concernTaken, deskSet, stepRecorded, worryTold } from './domain/events.ts'
import { endConcern, recordStep, takeConcern } from './domain/handle-concern.ts'
import { setDesk } from './domain/set-desk.ts'
import { tellWorry } from './domain/tell-worry.ts'
import { tellConcern } from './pages/parting-words.ts'
import { concernAtDoor, concernSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { concernsHaveOwners, noneEndedWithoutEvidence } from './store/checks.ts'
import { handlerRoles } from './store/desk.ts'
import { countLate, oldestConcern } from './store/gauges.ts'
import { loadConcern, loadDesk, loadWorry } from './store/load.ts'
import { concernsApi } from './store/offer-api.ts'
import { concernsPart } from './store/part-concerns.ts'
import { project } from './store/project.ts'

export * from './domain/events.ts'
export { endConcern, recordStep, takeConcern } from './domain/handle-concern.ts'
export { setDesk } from './domain/set-desk.ts'
export { tellWorry } from './domain/tell-worry.ts'
export { Handled, WorryFields, WorryForm } from './pages/worry-parts.tsx'
export { countLate as countLateConcerns } from './store/gauges.ts'
export { keepUnanswered, type Unanswered } from './store/keep-worry.ts'
export {
  type BeingHandled,
  beingHandled,
  countOpenConcerns,
  type HandledNear,
  handledNear,
} from './store/queries.ts'
export { isWithDesk } from './store/with-desk.ts'

addPersonSection(concernSection)
addDoorSection(concernAtDoor)
addPartingPart(concernsPart)
addPartingWords(tellConcern)
addMenuCount({ href: '/concerns', may: 'concerns.handle', count: countLate })

const callers = ['call-handler', 'village-coordinator', 'village-group'] as const

export const concerns = capability({
  name: 'concerns',
  api: concernsApi,
  events: [worryTold, concernTaken, stepRecorded, concernEnded, deskSet],
  commands: [
    bind(tellWorry, loadWorry),
    bind(takeConcern, loadConcern),
    bind(recordStep, loadConcern),
    bind(endConcern, loadConcern),
    bind(setDesk, loadDesk),
  ],
  project,
  readModels: ['concerns', 'worries', 'concern_steps', 'safeguarding_desks'],
  permissions: {
    'concerns.raise': [...handlerRoles, ...callers],
    'concerns.see': [...handlerRoles, ...callers, 'councillor'],
    'concerns.handle': [...handlerRoles],
  },
  routes,
  gauges: [oldestConcern],
  checks: [concernsHaveOwners, noneEndedWithoutEvidence],
})
