// The addresses of what Doorstep sends.
import type { RouteRule } from '../../events/index.ts'
import { removeServer, saveServer, sendTest } from './change.ts'
import { permission, showMessages } from './messages.tsx'
import { removeService, saveService } from './notify.tsx'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/messages', may: permission, handler: showMessages },
  { method: 'post', path: '/messages/server', may: permission, handler: saveServer },
  { method: 'post', path: '/messages/server/remove', may: permission, handler: removeServer },
  { method: 'post', path: '/messages/notify', may: permission, handler: saveService },
  { method: 'post', path: '/messages/notify/remove', may: permission, handler: removeService },
  { method: 'post', path: '/messages/test', may: permission, handler: sendTest },
]
