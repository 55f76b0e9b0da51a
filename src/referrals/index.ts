// The door of referrals: a need is passed to a partner by a link, and their reply comes back.
import { bind, capability } from '../events/index.ts'
import { addPersonSection } from '../people/index.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { answerReferral } from './domain/answer-referral.ts'
import { makeLink, openReferral, passTime, withdrawReferral } from './domain/end-referral.ts'
import {
  linkMade,
  referralAnswered,
  referralEnded,
  referralLate,
  referralOpened,
  referralSent,
} from './domain/events.ts'
import { sendReferral } from './domain/send-referral.ts'
import { passesTime } from './late.ts'
import { referralSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { closeReferralDoors } from './store/doors.ts'
import { lateReferrals } from './store/gauges.ts'
import { loadReferral, loadSending } from './store/load.ts'
import { project } from './store/project.ts'

export { answerReferral } from './domain/answer-referral.ts'
export { withdrawReferral } from './domain/end-referral.ts'
export { sendReferral } from './domain/send-referral.ts'
export { passReferrals, tellReferrals } from './late.ts'

addPersonSection(referralSection)
addMenuCount({ href: '/referrals', may: 'referrals.take', count: lateReferrals.of })

const staff = ['hub-manager', 'call-handler', 'village-coordinator', 'officer'] as const

export const referrals = capability({
  name: 'referrals',
  events: [referralSent, linkMade, referralOpened, referralAnswered, referralLate, referralEnded],
  commands: [
    bind(sendReferral, loadSending),
    bind(makeLink, loadReferral),
    bind(openReferral, loadReferral),
    bind(answerReferral, loadReferral),
    bind(withdrawReferral, loadReferral),
    bind(passTime, loadReferral),
  ],
  project,
  readModels: ['referrals'],
  permissions: {
    'referrals.read': [...staff],
    'referrals.send': [...staff],
    'referrals.take': ['hub-manager', 'officer'],
  },
  routes,
  tasks: [passesTime],
  gauges: [lateReferrals],
  afterRestore: closeReferralDoors,
})
