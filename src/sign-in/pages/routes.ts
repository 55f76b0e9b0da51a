// The addresses of every door, of one's own account, and of their administration.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { sendCode, showCode } from './code.tsx'
import { saveReview, showEmergencies } from './emergencies.tsx'
import { showEnterCode, useCode } from './enter-code.tsx'
import { useLink } from './link.tsx'
import { showLog } from './log.tsx'
import { showMe } from './me.tsx'
import { beginPasskeyAdd, dropPasskey, saveNewPasskey, savePasskeyName } from './own-passkeys.ts'
import { endOtherSessions, endOwnSession } from './own-sessions.ts'
import { beginPasskey, usePasskey } from './passkey.ts'
import { beginProof, proofAddress } from './prove-passkey.ts'
import { endOfUser, showSessions } from './sessions.tsx'
import { permission as administer, showSettings } from './settings.tsx'
import {
  removeGroup,
  removeSettings,
  saveGroup,
  saveSettings,
  testSettings,
} from './settings-change.ts'
import { showSignIn } from './sign-in.tsx'
import { logTable, usersTable } from './sign-in-tables.ts'
import { answerSso, startSso } from './sso.ts'

const door = '/sign-in/:council'
const settings = '/sign-in-settings'
const review = 'sign-in.review'
const take = 'sign-in.take'
/** Whoever is signed in has an account; nobody needs a role to look after their own. */
const own = { may: 'signed-in', isTranslated: true } as const

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/sign-in', may: 'public', handler: showSignIn },
  { method: 'get', path: '/sign-in/:link', may: 'public', handler: useLink },
  { method: 'post', path: `${door}/sso`, may: 'public', handler: startSso },
  { method: 'get', path: `${door}/sso/answer`, may: 'public', handler: answerSso },
  { method: 'post', path: `${door}/passkey/begin`, may: 'public', handler: beginPasskey },
  { method: 'post', path: `${door}/passkey`, may: 'public', handler: usePasskey },
  { method: 'get', path: `${door}/code`, may: 'public', handler: showCode },
  { method: 'post', path: `${door}/code`, may: 'public', handler: sendCode },
  { method: 'get', path: `${door}/code/enter`, may: 'public', handler: showEnterCode },
  { method: 'post', path: `${door}/code/enter`, may: 'public', handler: useCode },
  { method: 'get', path: '/me', ...own, handler: showMe },
  { method: 'post', path: '/me/sessions/end-others', ...own, handler: endOtherSessions },
  { method: 'post', path: '/me/sessions/:session/end', ...own, handler: endOwnSession },
  { method: 'post', path: '/me/passkeys/begin', ...own, handler: beginPasskeyAdd },
  { method: 'post', path: '/me/passkeys', ...own, handler: saveNewPasskey },
  { method: 'post', path: proofAddress, ...own, handler: beginProof },
  { method: 'post', path: '/me/passkeys/:passkey/name', ...own, handler: savePasskeyName },
  { method: 'post', path: '/me/passkeys/:passkey/remove', ...own, handler: dropPasskey },
  { method: 'get', path: settings, may: administer, handler: showSettings },
  { method: 'post', path: settings, may: administer, handler: saveSettings },
  { method: 'post', path: `${settings}/remove`, may: administer, handler: removeSettings },
  { method: 'post', path: `${settings}/test`, may: administer, handler: testSettings },
  { method: 'post', path: `${settings}/groups`, may: administer, handler: saveGroup },
  {
    method: 'post',
    path: `${settings}/groups/:rule/remove`,
    may: administer,
    handler: removeGroup,
  },
  { method: 'get', path: '/sessions', may: administer, handler: showSessions },
  { method: 'post', path: '/sessions/:user/end', may: administer, handler: endOfUser },
  { method: 'get', path: '/sign-ins', may: administer, handler: showLog },
  ...takeRoutes({ of: '/users', may: take, find: usersTable }),
  ...takeRoutes({ of: '/sign-ins', may: take, find: logTable }),
  { method: 'get', path: '/emergencies', may: review, handler: showEmergencies },
  { method: 'post', path: '/emergencies/:user/review', may: review, handler: saveReview },
]
