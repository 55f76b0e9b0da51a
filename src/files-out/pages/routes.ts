// The addresses of files that leave the house.
import type { RouteRule } from '../../events/index.ts'
import {
  askCouncilCopy,
  judgeCouncilCopy,
  showCouncilCopy,
  takeCouncilCopy,
} from './council-copy.tsx'
import { saveJudgement, showRequest, takeRequested } from './list-request.tsx'
import { saveAsk, showRequests } from './list-requests.tsx'

const take = 'files-out.take'
const all = 'files-out.export'

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
  { method: 'get', path: '/council-copy', may: all, handler: showCouncilCopy },
  { method: 'post', path: '/council-copy', may: all, handler: askCouncilCopy },
  { method: 'post', path: '/council-copy/:file/judge', may: all, handler: judgeCouncilCopy },
  { method: 'post', path: '/council-copy/:file/take', may: all, handler: takeCouncilCopy },
]
