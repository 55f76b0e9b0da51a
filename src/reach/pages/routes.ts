// The addresses of reaching people.
import type { RouteRule } from '../../events/index.ts'
import { showCall, takeNextCall } from './call.tsx'
import { putBack, saveCall } from './record-attempt.tsx'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/call', may: 'reach.record', handler: takeNextCall },
  { method: 'get', path: '/call/:member', may: 'reach.record', handler: showCall },
  { method: 'post', path: '/call/:member', may: 'reach.record', handler: saveCall },
  { method: 'post', path: '/call/:member/put-back', may: 'reach.record', handler: putBack },
]
