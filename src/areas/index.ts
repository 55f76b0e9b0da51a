// The door of areas: where an emergency is, version by version, and who lies inside.
import { bind, capability } from '../events/index.ts'
import { drawArea } from './domain/draw-area.ts'
import { areaDrawn } from './domain/events.ts'
import { pushArea } from './domain/push-area.ts'
import { routes } from './pages/routes.ts'
import { loadArea } from './store/draw-area.ts'
import { areasApi } from './store/offer-api.ts'
import { project } from './store/project.ts'
import { loadPush } from './store/push-area.ts'

export { DrawArea, drawArea } from './domain/draw-area.ts'
export { pushArea } from './domain/push-area.ts'
export type { Shape } from './domain/terms.ts'
export { setGround } from './ground.ts'
export { readArea } from './reading/read-area.ts'
export { type AreaVersion, areasOf, findArea, versionsOf } from './store/areas.ts'
export { addAreaFollower, type FollowAsk, type Following } from './store/followers.ts'
export { type Inside, whoIsInside } from './store/who-is-inside.ts'

export const areas = capability({
  name: 'areas',
  events: [areaDrawn],
  api: areasApi,
  commands: [bind(drawArea, loadArea), bind(pushArea, loadPush)],
  project,
  readModels: ['area_versions'],
  permissions: {
    'areas.read': ['hub-manager', 'officer'],
    'areas.draw': ['hub-manager', 'officer'],
    'areas.take': ['hub-manager', 'officer'],
  },
  routes,
})
