// The addresses of signing in and out.
import type { RouteRule } from '../../events/capability.ts'
import { saveSetUp, showSetUp } from './set-up.tsx'
import { goHome, leave, showSignIn, useLink } from './sign-in.tsx'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/', may: 'public', handler: goHome },
  { method: 'get', path: '/sign-in', may: 'public', handler: showSignIn },
  { method: 'get', path: '/sign-in/:link', may: 'public', handler: useLink },
  { method: 'post', path: '/sign-out', may: 'signed-in', handler: leave },
  { method: 'get', path: '/set-up/:token', may: 'public', handler: showSetUp },
  { method: 'post', path: '/set-up/:token', may: 'public', handler: saveSetUp },
]
