// The door of oversight: who looked, questions about it, and records opened in an emergency.
import { capability } from '../events/index.ts'
import * as events from './domain/events.ts'
import { routes } from './pages/routes.ts'
import { project } from './store/project.ts'

export const oversight = capability({
  name: 'oversight',
  events: Object.values(events),
  project,
  readModels: [
    'openings',
    'opening_tries',
    'questions',
    'question_looks',
    'staff_homes',
    'report_settings',
  ],
  permissions: {
    'oversight.audit': ['data-protection-officer'],
  },
  routes,
})
