// The addresses of lists: what was received, what it would do, what it did, what waits.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveBasis, showBasis } from './basis.tsx'
import { saveHeldEntry, showHeldEntry } from './decide-held.tsx'
import { showDropped } from './dropped.tsx'
import { showEntry } from './entry.tsx'
import { showHeld } from './held.tsx'
import { heldListTable } from './held-list-table.ts'
import { showLists } from './lists.tsx'
import { saveColumns, showColumns } from './map-columns.tsx'
import { showFile } from './preview.tsx'
import { sendSenderReport } from './report.ts'
import { showVersion } from './result.tsx'
import { showRows } from './rows.tsx'
import { rowsTable } from './rows-table.ts'
import { saveUndo, showUndo } from './undo.tsx'
import { saveLoad, saveRenamed, saveThrowAway, saveUpload, uploadBytesMax } from './upload.ts'
import { basisTable, droppedTable } from './version-tables.ts'

const read = 'lists.read'
const take = 'lists.take'
const load = 'lists.load'
const decide = 'lists.decide'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/lists', may: read, handler: showLists },
  { method: 'get', path: '/lists/held', may: decide, handler: showHeld },
  { method: 'get', path: '/lists/held/:entry', may: decide, handler: showHeldEntry },
  { method: 'post', path: '/lists/held/:entry', may: decide, handler: saveHeldEntry },
  {
    method: 'post',
    path: '/lists/:list/files',
    may: load,
    handler: saveUpload,
    bodyBytesMax: uploadBytesMax,
  },
  { method: 'get', path: '/lists/files/:file', may: read, handler: showFile },
  { method: 'get', path: '/lists/files/:file/rows', may: read, handler: showRows },
  { method: 'get', path: '/lists/files/:file/columns', may: load, handler: showColumns },
  { method: 'post', path: '/lists/files/:file/columns', may: load, handler: saveColumns },
  { method: 'post', path: '/lists/files/:file/renamed', may: load, handler: saveRenamed },
  { method: 'post', path: '/lists/files/:file/load', may: load, handler: saveLoad },
  { method: 'post', path: '/lists/files/:file/throw-away', may: load, handler: saveThrowAway },
  { method: 'get', path: '/lists/versions/:version', may: read, handler: showVersion },
  { method: 'get', path: '/lists/versions/:version/rows', may: read, handler: showRows },
  { method: 'get', path: '/lists/versions/:version/dropped', may: read, handler: showDropped },
  { method: 'get', path: '/lists/files/:file/dropped', may: read, handler: showDropped },
  { method: 'get', path: '/lists/versions/:version/undo', may: load, handler: showUndo },
  { method: 'post', path: '/lists/versions/:version/undo', may: load, handler: saveUndo },
  { method: 'get', path: '/lists/entries/:entry', may: read, handler: showEntry },
  { method: 'get', path: '/lists/basis', may: decide, handler: showBasis },
  { method: 'post', path: '/lists/basis', may: decide, handler: saveBasis },
  ...takeRoutes({ of: '/lists/held', may: take, find: heldListTable }),
  ...takeRoutes({ of: '/lists/basis', may: take, find: basisTable }),
  ...takeRoutes({ of: '/lists/versions/:version/dropped', may: take, find: droppedTable }),
  ...takeRoutes({ of: '/lists/files/:file/dropped', may: take, find: droppedTable }),
  ...takeRoutes({ of: '/lists/files/:file/rows', may: take, find: rowsTable }),
  ...takeRoutes({ of: '/lists/versions/:version/rows', may: take, find: rowsTable }),
  ...takeRoutes({ of: '/lists/versions/:version/report', may: take, find: rowsTable }),
  {
    method: 'get',
    path: '/lists/versions/:version/sender.csv',
    may: read,
    handler: sendSenderReport,
  },
]
