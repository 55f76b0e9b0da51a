// The door of files-out: every table and every copy that leaves the house.
import { bind, capability } from '../events/index.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { askForCouncil, askForList } from './domain/ask-for-file.ts'
import { councilExported, fileAsked, fileJudged, fileTaken } from './domain/events.ts'
import { judgeCouncil, judgeList } from './domain/judge-file.ts'
import { takeCouncil, takeList } from './domain/take-file.ts'
import { routes } from './pages/routes.ts'
import { makeCopies } from './store/council-copies.ts'
import { countWaiting, loadRequest } from './store/file-requests.ts'
import { project } from './store/project.ts'

export { csvLine } from './domain/csv-cell.ts'
export type { Cell, Column, TableRow } from './domain/table.ts'
export {
  type ListAsked,
  type ListRule,
  type ListTable,
  onePage,
  wholeTable,
} from './list-table.ts'
export { takeRoutes } from './pages/take-list.tsx'
export { proveArchive } from './reading/prove-archive.ts'
export { addArchivePart } from './store/archive-parts.ts'
export { exportCouncil } from './store/export-council.ts'
export { importCouncil } from './store/import-council.ts'
export { recordExport } from './store/record-export.ts'

addMenuCount({
  href: '/files-out',
  may: 'files-out.approve',
  isWaiting: true,
  count: (tx, council, now) => countWaiting(tx, council, { of: 'lists', now }),
})

addMenuCount({
  href: '/council-copy',
  may: 'files-out.export',
  isWaiting: true,
  count: (tx, council, now) => countWaiting(tx, council, { of: 'council', now }),
})

export const filesOut = capability({
  name: 'files-out',
  events: [fileAsked, fileJudged, fileTaken, councilExported],
  commands: [
    bind(askForList, async () => ({ state: null, place: 'anywhere' })),
    bind(askForCouncil, async () => ({ state: null, place: null })),
    bind(judgeList, loadRequest('lists', null)),
    bind(judgeCouncil, loadRequest('council', null)),
    bind(takeList, loadRequest('lists', 'anywhere')),
    bind(takeCouncil, loadRequest('council', null)),
  ],
  project,
  readModels: ['file_requests'],
  permissions: {
    'files-out.take': ['hub-manager', 'officer', 'data-protection-officer'],
    'files-out.approve': ['hub-manager', 'officer', 'data-protection-officer'],
    'files-out.export': ['data-protection-officer', 'system-administrator'],
  },
  routes,
  tasks: [makeCopies],
})
