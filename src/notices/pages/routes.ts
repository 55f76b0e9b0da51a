// The addresses of telling other systems.
import type { RouteRule } from '../../events/index.ts'
import { askForSubscription, saveSubscription } from './add.tsx'
import { end, pause, resume, rotate, saveHosts, saveReplay, trySending } from './change.tsx'
import { showNotices } from './notices.tsx'
import { permission } from './permission.ts'
import { showSubscription } from './subscription.tsx'

const one = '/notices/:subscription'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/notices', may: permission, handler: c => showNotices(c) },
  { method: 'post', path: '/notices/hosts', may: permission, handler: saveHosts },
  { method: 'get', path: '/notices/add', may: permission, handler: askForSubscription },
  { method: 'post', path: '/notices/add', may: permission, handler: saveSubscription },
  { method: 'get', path: one, may: permission, handler: c => showSubscription(c) },
  { method: 'post', path: `${one}/test`, may: permission, handler: trySending },
  { method: 'post', path: `${one}/pause`, may: permission, handler: pause },
  { method: 'post', path: `${one}/resume`, may: permission, handler: resume },
  { method: 'post', path: `${one}/rotate`, may: permission, handler: rotate },
  { method: 'post', path: `${one}/replay`, may: permission, handler: saveReplay },
  { method: 'post', path: `${one}/end`, may: permission, handler: end },
]
