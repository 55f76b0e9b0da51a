// The door of oversight: who looked, questions about it, and records opened in an emergency.
import { mayOpenInEmergency } from '../access/index.ts'
import { bind, capability } from '../events/index.ts'
import { minuteMs, secondMs } from '../kernel/clock.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { decideQuestion } from './domain/decide-question.ts'
import * as events from './domain/events.ts'
import { endOpening, openRecord, reviewOpening } from './domain/open-record.ts'
import { setReportNames, setStaffHome } from './domain/settings.ts'
import { routes } from './pages/routes.ts'
import { noneSilent } from './store/opening-notices.ts'
import { countUnreviewed, loadEnd, loadOpening, loadReview } from './store/openings.ts'
import { project } from './store/project.ts'
import { countOpen, loadQuestion } from './store/questions.ts'
import { tellEverywhere } from './tell-of-openings.ts'
import { weighEverywhere } from './weigh-looks.ts'

const nothing = async () => ({ state: null, place: null })

addMenuCount({ href: '/questions', may: 'oversight.audit', isWaiting: true, count: countOpen })
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
    bind(decideQuestion, loadQuestion),
    bind(setReportNames, nothing),
    bind(setStaffHome, nothing),
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
    'oversight.take': ['data-protection-officer'],
    'oversight.open': mayOpenInEmergency,
    'oversight.judge': ['data-protection-officer', 'system-administrator'],
  },
  routes,
  checks: [noneSilent],
  tasks: [
    { name: 'oversight.tell', everyMs: 30 * secondMs, run: tellEverywhere },
    { name: 'oversight.weigh', everyMs: minuteMs, run: weighEverywhere },
  ],
})
