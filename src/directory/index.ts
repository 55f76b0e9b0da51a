// The door of the directory: which services there are, in and out as Open Referral UK 3.0.
import { bind, capability } from '../events/index.ts'
import { publishDirectory, removeService, takeServices } from './domain/change-directory.ts'
import { directoryPublished, serviceListed, serviceRemoved } from './domain/events.ts'
import { routes } from './pages/routes.ts'
import { project } from './store/project.ts'
import { loadDirectory } from './store/queries.ts'

export { publishDirectory, takeServices } from './domain/change-directory.ts'
export { readServices } from './domain/read-services.ts'

const staff = ['hub-manager', 'call-handler', 'village-coordinator', 'officer'] as const

export const directory = capability({
  name: 'directory',
  events: [serviceListed, serviceRemoved, directoryPublished],
  commands: [
    bind(takeServices, loadDirectory),
    bind(removeService, loadDirectory),
    bind(publishDirectory, loadDirectory),
  ],
  project,
  readModels: ['services', 'directory_settings'],
  permissions: {
    'directory.read': [...staff, 'councillor', 'village-group'],
    'directory.change': ['hub-manager', 'officer'],
  },
  routes,
})
