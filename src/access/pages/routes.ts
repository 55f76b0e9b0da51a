// The addresses of signing in and out, of the people who may, and of who looked.
import type { RouteRule } from '../../events/capability.ts'
import { saveAgreementTerms, saveQuietPeriod, showRules } from './access-rules.tsx'
import { saveAddUser, showAddUser } from './add-user.tsx'
import { saveAgreement, showAgreement } from './agreement.tsx'
import { saveEnd, saveUntil, showGrant } from './change-grant.tsx'
import { saveDisable, saveEnable, saveLift, saveSuspend } from './change-user.ts'
import { saveGiveGrant, showGiveGrant } from './give-grant.tsx'
import { saveLink } from './link.tsx'
import { showRoles } from './roles.tsx'
import { saveSetUp, showSetUp } from './set-up.tsx'
import { goHome, leave } from './sign-out.ts'
import {
  applyFile,
  saveStaffFile,
  showStaffForm,
  showStaffPreview,
  staffFormBytesMax,
} from './staff.tsx'
import { showStanding } from './standing.tsx'
import { takeStaff } from './take-staff.ts'
import { showUser } from './user.tsx'
import { showUsers } from './users.tsx'

const administer = 'access.administer'
const own = { may: 'signed-in', isTranslated: true } as const

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/', may: 'public', handler: goHome },
  { method: 'post', path: '/sign-out', may: 'signed-in', handler: leave },
  { method: 'get', path: '/set-up/:token', may: 'public', handler: showSetUp },
  { method: 'post', path: '/set-up/:token', may: 'public', handler: saveSetUp },
  { method: 'get', path: '/agreement', ...own, handler: showAgreement },
  { method: 'post', path: '/agreement', ...own, handler: saveAgreement },
  { method: 'get', path: '/standing', ...own, handler: showStanding },
  { method: 'get', path: '/users', may: administer, handler: showUsers },
  { method: 'get', path: '/users/add', may: administer, handler: showAddUser },
  { method: 'post', path: '/users/add', may: administer, handler: saveAddUser },
  { method: 'get', path: '/users/staff', may: administer, handler: showStaffForm },
  {
    method: 'post',
    path: '/users/staff',
    may: administer,
    handler: saveStaffFile,
    bodyBytesMax: staffFormBytesMax,
  },
  { method: 'get', path: '/users/staff.csv', may: administer, handler: takeStaff },
  { method: 'get', path: '/users/staff/:file', may: administer, handler: showStaffPreview },
  { method: 'post', path: '/users/staff/:file', may: administer, handler: applyFile },
  { method: 'get', path: '/users/:user', may: administer, handler: showUser },
  { method: 'post', path: '/users/:user/link', may: administer, handler: saveLink },
  { method: 'post', path: '/users/:user/disable', may: administer, handler: saveDisable },
  { method: 'post', path: '/users/:user/enable', may: administer, handler: saveEnable },
  { method: 'post', path: '/users/:user/suspend', may: administer, handler: saveSuspend },
  {
    method: 'post',
    path: '/users/:user/suspensions/:suspension/lift',
    may: administer,
    handler: saveLift,
  },
  { method: 'get', path: '/users/:user/grants/add', may: administer, handler: showGiveGrant },
  { method: 'post', path: '/users/:user/grants/add', may: administer, handler: saveGiveGrant },
  { method: 'get', path: '/users/:user/grants/:grant', may: administer, handler: showGrant },
  { method: 'post', path: '/users/:user/grants/:grant/until', may: administer, handler: saveUntil },
  { method: 'post', path: '/users/:user/grants/:grant/end', may: administer, handler: saveEnd },
  { method: 'get', path: '/roles', may: administer, handler: showRoles },
  { method: 'get', path: '/access-rules', may: administer, handler: showRules },
  { method: 'post', path: '/access-rules/quiet', may: administer, handler: saveQuietPeriod },
  {
    method: 'post',
    path: '/access-rules/agreement',
    may: administer,
    handler: saveAgreementTerms,
  },
]
