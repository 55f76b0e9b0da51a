// The addresses of stopping everything at a place.
import type { RouteRule } from '../../events/index.ts'
import { acknowledgeHere, sayHome, showMine } from './mine.tsx'
import { saveNewStop, showNewStop } from './new-stop.tsx'
import { liftHere, sayOtherHome, showStop } from './stop.tsx'
import { showStops } from './stops.tsx'

const may = 'standstill.stop'
const hear = { may: 'standstill.hear', isTranslated: true }

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/stops', may, handler: showStops },
  { method: 'get', path: '/stops/new', may, handler: showNewStop },
  { method: 'post', path: '/stops/new', may, handler: saveNewStop },
  { method: 'get', path: '/stops/:standstill', may, handler: showStop },
  { method: 'post', path: '/stops/:standstill/lift', may, handler: liftHere },
  { method: 'post', path: '/stops/:standstill/safe', may, handler: sayOtherHome },
  { method: 'get', path: '/stopped', ...hear, handler: showMine },
  { method: 'post', path: '/stopped/:standstill/acknowledge', ...hear, handler: acknowledgeHere },
  { method: 'post', path: '/stopped/:standstill/home', ...hear, handler: sayHome },
]
