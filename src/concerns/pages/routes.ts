// The addresses of welfare concerns.
import type { RouteRule } from '../../events/index.ts'
import { endHere, saveStep, showConcern, takeHere } from './concern.tsx'
import { showConcerns } from './concerns.tsx'
import { saveDesk, showDesk } from './desk.tsx'
import { saveWorry, showWorry } from './worry.tsx'

const may = 'concerns.handle'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/people/:person/worry', may: 'concerns.raise', handler: showWorry },
  { method: 'post', path: '/people/:person/worry', may: 'concerns.raise', handler: saveWorry },
  { method: 'get', path: '/concerns', may, handler: showConcerns },
  { method: 'get', path: '/concerns/desk', may, handler: showDesk },
  { method: 'post', path: '/concerns/desk', may, handler: saveDesk },
  { method: 'get', path: '/concerns/:concern', may, handler: showConcern },
  { method: 'post', path: '/concerns/:concern/take', may, handler: takeHere },
  { method: 'post', path: '/concerns/:concern/steps', may, handler: saveStep },
  { method: 'post', path: '/concerns/:concern/end', may, handler: endHere },
]
