// The door of standstill: one act stops all work at a place, until somebody lifts it by name.
import { bind, capability } from '../events/index.ts'
import { addPersonSection } from '../people/index.ts'
import { addBanner } from '../web/banners.tsx'
import { addMenuCount } from '../web/menu-counts.ts'
import { acknowledgeStop, liftStop, saySafeHome } from './domain/answer-stop.ts'
import { allStopped, safeHomeSaid, stopAcknowledged, stopLifted } from './domain/events.ts'
import { stopAll } from './domain/stop-all.ts'
import { stopBanner } from './pages/banner.tsx'
import { stopSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { notSafeHome } from './store/gauges.ts'
import { loadHeard, loadLift, loadSafe, loadStopAll } from './store/load.ts'
import { standstillApi } from './store/offer-api.ts'
import { project } from './store/project.ts'
import { tellsOfStops } from './tell-stops.ts'

export { acknowledgeStop, liftStop, saySafeHome } from './domain/answer-stop.ts'
export { allStopped, stopLifted } from './domain/events.ts'
export { stopAll } from './domain/stop-all.ts'
export { AllStopped } from './pages/stop-block.tsx'
export { isStopped, type StoppedHere, stoppedHere } from './store/is-stopped.ts'
export {
  type AtWork,
  addStandstillPart,
  type Due,
  liesWithin,
  type StandstillPart,
  type Where,
} from './store/parts.ts'
export { tellStops } from './tell-stops.ts'

addPersonSection(stopSection)
addBanner(stopBanner)
addMenuCount({ href: '/stops', may: 'standstill.stop', count: notSafeHome.of })

const duty = ['hub-manager', 'officer'] as const

export const standstill = capability({
  name: 'standstill',
  events: [allStopped, stopAcknowledged, safeHomeSaid, stopLifted],
  commands: [
    bind(stopAll, loadStopAll),
    bind(acknowledgeStop, loadHeard),
    bind(saySafeHome, loadSafe),
    bind(liftStop, loadLift),
  ],
  project,
  readModels: ['standstills', 'standstill_told', 'standstill_out'],
  permissions: {
    'standstill.stop': [...duty],
    'standstill.hear': [
      ...duty,
      'call-handler',
      'village-coordinator',
      'village-group',
      'councillor',
      'volunteer',
    ],
  },
  routes,
  api: standstillApi,
  tasks: [tellsOfStops],
  gauges: [notSafeHome],
})
