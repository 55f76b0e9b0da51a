// The door of oversight: who looked, questions about it, and records opened in an emergency.
import { mayOpenInEmergency } from '../access/index.ts'
import { bind, capability } from '../events/index.ts'
import { secondMs } from '../kernel/clock.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import * as events from './domain/events.ts'
import { endOpening, openRecord, reviewOpening } from './domain/open-record.ts'
import { routes } from './pages/routes.ts'
import { noneSilent } from './store/opening-notices.ts'
import { countUnreviewed, loadEnd, loadOpening, loadReview } from './store/openings.ts'
import { project } from './store/project.ts'
import { tellEverywhere } from './tell-of-openings.ts'

addMenuCount({
  href: '/openings',
  may: 'oversight.audit',
  isWaiting: true,
  count: countUnreviewed,
})

export const oversight = capability({
  name: 'oversight',
  events: Object.values(events),
  commands: [
    bind(openRecord, loadOpening),
    bind(endOpening, loadEnd),
    bind(reviewOpening, loadReview),
  ],
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
    'oversight.open': mayOpenInEmergency,
  },
  routes,
  checks: [noneSilent],
  tasks: [{ name: 'oversight.tell', everyMs: 30 * secondMs, run: tellEverywhere }],
})
