// The addresses of signing in and out, of the people who may, and of who looked.
import type { RouteRule } from '../../events/capability.ts'
import { saveAddUser, showAddUser } from './add-user.tsx'
import { saveAgreement, showAgreement } from './agreement.tsx'
import { saveSetUp, showSetUp } from './set-up.tsx'
import { goHome, leave } from './sign-out.ts'
import { showStanding } from './standing.tsx'
import { saveDisable, saveLink, showUser } from './user.tsx'
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
  { method: 'get', path: '/users/:user', may: administer, handler: showUser },
  { method: 'post', path: '/users/:user/link', may: administer, handler: saveLink },
  { method: 'post', path: '/users/:user/disable', may: administer, handler: saveDisable },
]
