// The door of geography: files of places, their versions, questions of where, pages and maps.
import { systemId } from '../access/index.ts'
import { setGround } from '../areas/index.ts'
import { bind, capability, listCouncils } from '../events/index.ts'
import { addArchivePart } from '../files-out/index.ts'
import { dayMs } from '../kernel/clock.ts'
import type { Node } from '../node.ts'
import { answerWhere } from './domain/answer-where.ts'
import { drawSheet } from './domain/draw.ts'
import {
  codesGiven,
  factsSet,
  loadConfirmed,
  loadUndone,
  rowsAccounted,
  rowsHeld,
  whereAnswered,
} from './domain/events.ts'
import { attribution } from './pages/attribution.ts'
import { routes } from './pages/routes.ts'
import { shapeOf } from './reading/read-shape.ts'
import { loadAnswer } from './store/answer-where.ts'
import { everyPlaceRowAccounted } from './store/checks.ts'
import { outlines } from './store/outlines.ts'
import { placesGeoJson } from './store/places-geojson.ts'
import { positionsOf } from './store/positions.ts'
import { project } from './store/project.ts'
import { councilBox } from './store/read-state.ts'
import { dropForgotten } from './store/waiting-file.ts'

export { answerWhere } from './domain/answer-where.ts'
export { type FileProblem, fileKinds, isFileProblem } from './domain/terms.ts'
export { geographyStrings } from './pages/strings.ts'
export { type Loaded, type LoadRequest, loadPlaces } from './store/load.ts'
export type { Summary } from './store/plan-file.ts'
export { positionsAt, positionsOfPlaces } from './store/positions.ts'
export { undoVersion } from './store/undo.ts'

addArchivePart(placesGeoJson)
setGround({ drawSheet, shapeOf, positionsOf, councilBox, outlines, attribution })

export const geography = capability({
  name: 'geography',
  events: [loadConfirmed, rowsAccounted, factsSet, codesGiven, rowsHeld, whereAnswered, loadUndone],
  commands: [bind(answerWhere, loadAnswer)],
  project,
  readModels: ['geo_versions', 'geo_rows', 'geo_facts', 'place_codes', 'geo_held'],
  permissions: {
    'geography.read': [
      'hub-manager',
      'officer',
      'village-coordinator',
      'system-administrator',
      'councillor',
    ],
    'geography.answer': ['hub-manager', 'officer'],
    'geography.take': ['hub-manager', 'officer'],
  },
  routes,
  checks: [everyPlaceRowAccounted],
  tasks: [{ name: 'geography.drop-forgotten', everyMs: dayMs, run: dropEverywhere }],
})

async function dropEverywhere(node: Node): Promise<void> {
  for (const { id: council } of await listCouncils(node)) {
    const now = node.clock.now()
    await node.store.transaction({ council, actor: systemId }, tx =>
      dropForgotten(tx, council, now),
    )
  }
}
