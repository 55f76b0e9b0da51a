// The door of areas: where an emergency is, version by version, and who lies inside.
import { bind, capability } from '../events/index.ts'
import { drawArea } from './domain/draw-area.ts'
import { areaDrawn } from './domain/events.ts'
import { routes } from './pages/routes.ts'
import { loadArea } from './store/draw-area.ts'
import { project } from './store/project.ts'

export { DrawArea, drawArea } from './domain/draw-area.ts'
export type { Shape } from './domain/terms.ts'
export { setGround } from './ground.ts'
export { readArea } from './reading/read-area.ts'
export { type AreaVersion, areasOf, findArea, versionsOf } from './store/areas.ts'
export { addAreaFollower, type FollowAsk, type Following } from './store/followers.ts'
export { type Inside, whoIsInside } from './store/who-is-inside.ts'

export const areas = capability({
  name: 'areas',
  events: [areaDrawn],
  commands: [bind(drawArea, loadArea)],
  project,
  readModels: ['area_versions'],
  permissions: {
    'areas.read': ['hub-manager', 'officer'],
    'areas.draw': ['hub-manager', 'officer'],
  },
  routes,
})
