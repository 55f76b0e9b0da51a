// The addresses of affected areas.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { askArea, askNext, previewArea, saveArea, showArea, showAreas } from './draw-area.tsx'
import { versionsTable } from './version-files.ts'

const bodyBytesMax = 5_000_000

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/areas', may: 'areas.read', handler: showAreas },
  { method: 'get', path: '/areas/new', may: 'areas.draw', handler: askArea },
  {
    method: 'post',
    path: '/areas/preview',
    may: 'areas.draw',
    handler: previewArea,
    bodyBytesMax,
  },
  { method: 'post', path: '/areas', may: 'areas.draw', handler: saveArea, bodyBytesMax },
  { method: 'get', path: '/areas/:area', may: 'areas.read', handler: showArea },
  { method: 'get', path: '/areas/:area/next', may: 'areas.draw', handler: askNext },
  ...takeRoutes({ of: '/areas/:area/versions', may: 'areas.take', find: versionsTable }),
]
