// The door of today: the first page of whoever runs the day. It only reads.
import { capability } from '../events/index.ts'
import { takeRoutes } from '../files-out/index.ts'
import { addCoveragePart } from '../picture/index.ts'
import { showBooked } from './pages/booked.tsx'
import { showCalls } from './pages/calls.tsx'
import { callsTable, stepsTable } from './pages/list-files.ts'
import { showMine } from './pages/mine.tsx'
import { silentPart } from './pages/silent-part.tsx'
import { showSteps } from './pages/steps.tsx'
import { showToday } from './pages/today.tsx'
import { forgetMornings } from './store/keep.ts'

addCoveragePart(silentPart)

const may = 'today.read'

export const today = capability({
  name: 'today',
  permissions: {
    'today.read': ['hub-manager'],
    'today.take': ['hub-manager'],
    'today.mine': ['village-coordinator', 'councillor'],
  },
  routes: [
    { method: 'get', path: '/today', may, handler: showToday },
    { method: 'get', path: '/today/mine', may: 'today.mine', handler: showMine },
    { method: 'get', path: '/today/calls', may, handler: showCalls },
    { method: 'get', path: '/today/steps', may, handler: showSteps },
    { method: 'get', path: '/today/booked/:file', may, handler: showBooked },
    ...takeRoutes({ of: '/today/calls', may: 'today.take', find: callsTable }),
    ...takeRoutes({ of: '/today/steps', may: 'today.take', find: stepsTable }),
  ],
  afterRestore: forgetMornings,
})
