// The addresses of files that leave the house.
import type { RouteRule } from '../../events/index.ts'
import { saveJudgement, showRequest, takeRequested } from './list-request.tsx'
import { saveAsk, showRequests } from './list-requests.tsx'

const take = 'files-out.take'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/files-out', may: take, handler: showRequests },
  { method: 'post', path: '/files-out', may: take, handler: saveAsk },
  { method: 'get', path: '/files-out/:file', may: take, handler: showRequest },
  {
    method: 'post',
    path: '/files-out/:file/judge',
    may: 'files-out.approve',
    handler: saveJudgement,
  },
  { method: 'post', path: '/files-out/:file/take', may: take, handler: takeRequested },
]
