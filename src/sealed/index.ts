// The door of sealed lists: agreed, kept unread until their day, opened with a reason, purged.
import { capability } from '../events/index.ts'
import * as events from './domain/events.ts'
import { routes } from './pages/routes.ts'
import { closeDue } from './store/close-sealed.ts'
import { checkColumn } from './store/keep-check.ts'
import { sealedColumn } from './store/keep-sealed.ts'
import { project } from './store/project.ts'

const { closings: _closings, ...kinds } = events

export const sealed = capability({
  name: 'sealed',
  events: Object.values(kinds),
  project,
  readModels: ['sealed_lists', 'occasions', 'holders'],
  permissions: {
    'sealed.read': ['hub-manager', 'officer', 'data-protection-officer'],
    'sealed.keep': ['hub-manager'],
    'sealed.open': ['hub-manager', 'officer'],
  },
  routes,
  tasks: [closeDue],
  secrets: [sealedColumn, checkColumn],
})
