// The door of geography: files of places, their versions, questions of where, pages and maps.
import { capability } from '../events/index.ts'
import {
  codesGiven,
  factsSet,
  loadConfirmed,
  loadUndone,
  rowsAccounted,
  rowsHeld,
  whereAnswered,
} from './domain/events.ts'
import { project } from './store/project.ts'

export { type FileProblem, fileKinds, isFileProblem } from './domain/terms.ts'
export { geographyStrings } from './pages/strings.ts'
export { type Loaded, type LoadRequest, loadPlaces } from './store/load.ts'
export type { Summary } from './store/plan-file.ts'
export { undoVersion } from './store/undo.ts'

export const geography = capability({
  name: 'geography',
  events: [loadConfirmed, rowsAccounted, factsSet, codesGiven, rowsHeld, whereAnswered, loadUndone],
  project,
  readModels: ['geo_versions', 'geo_rows', 'geo_facts', 'place_codes', 'geo_held'],
})
