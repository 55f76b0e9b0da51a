// The addresses of referrals: for those who send them, and for a partner behind a link.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveAnswer, showDoor } from './asked.tsx'
import { saveCode, sendCode } from './door.tsx'
import { saveLink } from './link.tsx'
import { saveReferral, showNewReferral } from './new.tsx'
import { answerHere, showReferral, withdrawHere } from './referral.tsx'
import { showReferrals } from './referrals.tsx'
import { referralsTable } from './referrals-table.ts'

const may = 'referrals.send'
const anyone = { may: 'public' } as const

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/referrals', may: 'referrals.read', handler: showReferrals },
  ...takeRoutes({ of: '/referrals', may: 'referrals.take', find: referralsTable }),
  { method: 'get', path: '/referrals/new', may, handler: showNewReferral },
  { method: 'post', path: '/referrals/new', may, handler: saveReferral },
  { method: 'get', path: '/referrals/:referral', may: 'referrals.read', handler: showReferral },
  { method: 'post', path: '/referrals/:referral/link', may, handler: saveLink },
  { method: 'post', path: '/referrals/:referral/withdraw', may, handler: withdrawHere },
  { method: 'post', path: '/referrals/:referral/answer', may, handler: answerHere },
  { method: 'get', path: '/referral/:link', ...anyone, handler: showDoor },
  { method: 'post', path: '/referral/:link', ...anyone, handler: saveCode },
  { method: 'post', path: '/referral/:link/code', ...anyone, handler: sendCode },
  { method: 'post', path: '/referral/:link/answer', ...anyone, handler: saveAnswer },
]
