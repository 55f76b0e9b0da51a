// The addresses of the directory: to find a service, to take files, and for other directories.
import type { RouteRule } from '../../events/index.ts'
import { showAbout, showKind, showOne } from './open-referral.ts'
import { removeHere, showService } from './service.tsx'
import { showServices } from './services.tsx'
import { fileBytesMax, savePublish, saveTake, showTake } from './take.tsx'

const may = 'directory.change'
const anyone = { may: 'public' } as const

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/services', may: 'directory.read', handler: showServices },
  { method: 'get', path: '/services/take', may, handler: showTake },
  {
    method: 'post',
    path: '/services/take',
    may,
    handler: saveTake,
    bodyBytesMax: fileBytesMax,
  },
  { method: 'post', path: '/services/publish', may, handler: savePublish },
  { method: 'get', path: '/services/:service', may: 'directory.read', handler: showService },
  { method: 'post', path: '/services/:service/remove', may, handler: removeHere },
  { method: 'get', path: '/open-referral/:council', ...anyone, handler: showAbout },
  { method: 'get', path: '/open-referral/:council/:kind', ...anyone, handler: showKind },
  { method: 'get', path: '/open-referral/:council/:kind/:id', ...anyone, handler: showOne },
]
