// The door of rounds: in which order a volunteer goes to the doors of the jobs that they hold.
import { bind, capability } from '../events/index.ts'
import { roundKept } from './domain/events.ts'
import { keepRound, keepRoundFor } from './domain/keep-round.ts'
import { keepMine, keepTheirs, showMyRound, showRound } from './pages/round.tsx'
import { loadKeeping, project } from './store/kept.ts'

export { keepRound, keepRoundFor } from './domain/keep-round.ts'

const mine = { path: '/my/round', may: 'rounds.walk', isTranslated: true }
const theirs = { path: '/volunteers/:volunteer/round', may: 'rounds.plan' }

export const rounds = capability({
  name: 'rounds',
  events: [roundKept],
  commands: [bind(keepRound, loadKeeping), bind(keepRoundFor, loadKeeping)],
  project,
  readModels: ['kept_rounds'],
  permissions: {
    'rounds.walk': ['volunteer'],
    'rounds.plan': ['hub-manager', 'village-coordinator', 'officer'],
  },
  routes: [
    { ...mine, method: 'get', handler: showMyRound },
    { ...mine, method: 'post', handler: keepMine },
    { ...theirs, method: 'get', handler: showRound },
    { ...theirs, method: 'post', handler: keepTheirs },
  ],
})
