// The door of works: what works here now, as somebody said, for how long they believe it.
import { bind, capability } from '../events/index.ts'
import { serviceSaid } from './domain/events.ts'
import { sayWorks } from './domain/say-works.ts'
import { saveWorks, showWorks } from './pages/say-works.tsx'
import { loadPlace } from './store/load-place.ts'
import { worksApi } from './store/offer-api.ts'
import { project } from './store/project.ts'

export { sayWorks } from './domain/say-works.ts'
export { OutHere, OutPlaces } from './pages/out-now.tsx'
export { type OutNow, outNow } from './store/out-now.ts'
export { isOut, type Said, worksAt } from './store/works-at.ts'

export const works = capability({
  name: 'works',
  events: [serviceSaid],
  api: worksApi,
  commands: [bind(sayWorks, loadPlace)],
  project,
  readModels: ['works_now'],
  permissions: {
    'works.read': ['hub-manager', 'officer', 'village-coordinator', 'call-handler', 'councillor'],
    'works.say': ['hub-manager', 'officer', 'village-coordinator'],
  },
  routes: [
    { method: 'get', path: '/villages/:village/works', may: 'works.read', handler: showWorks },
    { method: 'post', path: '/villages/:village/works', may: 'works.say', handler: saveWorks },
  ],
})
