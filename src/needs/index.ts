// The door of needs: what people asked for, and the plan that meets it.
import { capability } from '../events/index.ts'
import {
  actionFinished,
  actionPlanned,
  actionTaken,
  needChanged,
  needFound,
} from './domain/events.ts'
import { project } from './store/project.ts'

export * from './domain/events.ts'

export const needs = capability({
  name: 'needs',
  events: [needFound, needChanged, actionPlanned, actionTaken, actionFinished],
  project,
  readModels: ['needs', 'plan_actions'],
  permissions: {
    'needs.read': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'needs.record': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
  },
})
