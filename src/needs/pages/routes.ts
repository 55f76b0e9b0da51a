// The addresses of needs and plans.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveNeed } from './add-need.tsx'
import { checkNeedAgain, finishStep, meetNeed, takeStep } from './change.ts'
import { showGaps } from './gaps.tsx'
import { gapsTable } from './gaps-table.ts'
import { saveGoals, showGoals } from './goals.tsx'
import { addToPlan, showPlan } from './plan.tsx'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/people/:person/plan', may: 'needs.read', handler: showPlan },
  { method: 'post', path: '/people/:person/plan', may: 'needs.record', handler: addToPlan },
  { method: 'get', path: '/people/:person/plan/goals', may: 'needs.record', handler: showGoals },
  { method: 'post', path: '/people/:person/plan/goals', may: 'needs.record', handler: saveGoals },
  { method: 'post', path: '/people/:person/needs', may: 'needs.record', handler: saveNeed },
  { method: 'post', path: '/actions/:id/take', may: 'needs.record', handler: takeStep },
  { method: 'post', path: '/actions/:id/done', may: 'needs.record', handler: finishStep },
  { method: 'post', path: '/needs/:id/met', may: 'needs.record', handler: meetNeed },
  { method: 'post', path: '/needs/:id/again', may: 'needs.record', handler: checkNeedAgain },
  { method: 'get', path: '/gaps', may: 'needs.read', handler: showGaps },
  ...takeRoutes({ of: '/gaps', may: 'needs.take', find: gapsTable }),
]
