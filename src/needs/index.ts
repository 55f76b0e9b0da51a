// The door of needs: what people asked for, and the plan that meets it.
import { bind, capability } from '../events/index.ts'
import {
  addDoorSection,
  addPartingPart,
  addPartingWords,
  addPersonSection,
} from '../people/index.ts'
import { addStandstillPart } from '../standstill/index.ts'
import { addNeed } from './domain/add-need.ts'
import { finishAction, takeAction } from './domain/change-action.ts'
import { changeNeed } from './domain/change-need.ts'
import { checkAgain } from './domain/check-again.ts'
import {
  actionFinished,
  actionMoved,
  actionPlanned,
  actionTaken,
  goalsSet,
  needChanged,
  needFound,
  needMoved,
} from './domain/events.ts'
import { planAction } from './domain/plan-action.ts'
import { setGoals } from './domain/set-goals.ts'
import { needsAtDoor } from './pages/door-section.ts'
import { addGapPart } from './pages/gap-parts.ts'
import { tellAction, tellNeed } from './pages/parting-words.ts'
import { needsSection } from './pages/person-section.tsx'
import { reviewsGap } from './pages/reviews-gap.tsx'
import { routes } from './pages/routes.ts'
import { dutiesHaveOwners } from './store/checks.ts'
import {
  loadAction,
  loadCheckAgain,
  loadGoals,
  loadNeed,
  loadNewNeed,
  loadPlan,
} from './store/load.ts'
import { needsApi } from './store/offer-api.ts'
import { needsPart } from './store/part-needs.ts'
import { project } from './store/project.ts'
import { standstillPart } from './store/standstill-part.ts'

export { changeNeed } from './domain/change-need.ts'
export * from './domain/events.ts'
export { planAction } from './domain/plan-action.ts'
export { setGoals } from './domain/set-goals.ts'
export { addGapPart, type GapAsk, type GapPart } from './pages/gap-parts.ts'
export { needLabel } from './pages/need-label.ts'
export {
  countOpenSteps,
  type OpenStep,
  openSteps,
  openStepsMax,
  type StepsOpen,
} from './store/open-steps.ts'
export {
  type Action,
  type ActionGap,
  actionGaps,
  actionsOf,
  type Need,
  needsOf,
} from './store/queries.ts'

addStandstillPart(standstillPart)
addPersonSection(needsSection)
addDoorSection(needsAtDoor)
addGapPart(reviewsGap)
addPartingPart(needsPart)
addPartingWords(tellNeed)
addPartingWords(tellAction)

export const needs = capability({
  name: 'needs',
  api: needsApi,
  events: [
    needFound,
    needChanged,
    needMoved,
    actionPlanned,
    actionTaken,
    actionFinished,
    actionMoved,
    goalsSet,
  ],
  commands: [
    bind(planAction, loadPlan),
    bind(takeAction, loadAction),
    bind(finishAction, loadAction),
    bind(changeNeed, loadNeed),
    bind(checkAgain, loadCheckAgain),
    bind(addNeed, loadNewNeed),
    bind(setGoals, loadGoals),
  ],
  project,
  readModels: ['needs', 'plan_actions', 'plan_goals'],
  permissions: {
    'needs.take': ['hub-manager', 'officer'],
    'needs.read': [
      'hub-manager',
      'call-handler',
      'village-coordinator',
      'officer',
      'village-group',
    ],
    'needs.record': [
      'hub-manager',
      'call-handler',
      'village-coordinator',
      'officer',
      'village-group',
    ],
  },
  routes,
  checks: [dutiesHaveOwners],
})
