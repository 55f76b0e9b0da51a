// The addresses of files of places, questions of where, maps, and of each place.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveAnswer, showQuestion } from './answer-where.tsx'
import { showFiles } from './files.tsx'
import { sendLibrary, sendPlaces, showFullMap } from './full-map.tsx'
import { placeRowsTable, versionsTable, whereTable } from './geography-tables.ts'
import { showMap } from './map.tsx'
import { showPlace } from './place.tsx'
import { showFile } from './preview.tsx'
import { sendReport, showRows } from './rows.tsx'
import {
  saveLoad,
  saveReadAgain,
  saveThrowAway,
  saveUndo,
  saveUpload,
  uploadBytesMax,
} from './upload.ts'
import { showVersion } from './version.tsx'
import { savePlaceKnown, showWhere } from './where.tsx'

const load = 'places.load'
const read = 'geography.read'
const answer = 'geography.answer'
const file = '/places/files/:file'
const version = '/places/versions/:version'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/places/files', may: load, handler: showFiles },
  {
    method: 'post',
    path: '/places/files',
    may: load,
    handler: saveUpload,
    bodyBytesMax: uploadBytesMax,
  },
  { method: 'get', path: file, may: load, handler: showFile },
  { method: 'get', path: `${file}/rows`, may: load, handler: showRows },
  { method: 'post', path: `${file}/read`, may: load, handler: saveReadAgain },
  { method: 'post', path: `${file}/load`, may: load, handler: saveLoad },
  { method: 'post', path: `${file}/throw-away`, may: load, handler: saveThrowAway },
  { method: 'get', path: version, may: load, handler: showVersion },
  { method: 'get', path: `${version}/rows`, may: load, handler: showRows },
  { method: 'get', path: `${version}/report.csv`, may: load, handler: sendReport },
  { method: 'post', path: `${version}/undo`, may: load, handler: saveUndo },
  ...takeRoutes({ of: `${file}/rows`, may: load, find: placeRowsTable }),
  ...takeRoutes({ of: `${version}/rows`, may: load, find: placeRowsTable }),
  ...takeRoutes({ of: '/places/files', may: load, find: versionsTable }),
  ...takeRoutes({ of: '/places/where', may: 'geography.take', find: whereTable }),
  { method: 'get', path: '/places/where', may: answer, handler: showWhere },
  { method: 'get', path: '/places/where/:question', may: answer, handler: showQuestion },
  { method: 'post', path: '/places/where/:question', may: answer, handler: saveAnswer },
  { method: 'post', path: '/places/known', may: answer, handler: savePlaceKnown },
  { method: 'get', path: '/places/map', may: read, handler: showMap },
  { method: 'get', path: '/places/map/full', may: read, handler: showFullMap },
  { method: 'get', path: '/places/map/places.json', may: read, handler: sendPlaces },
  { method: 'get', path: '/places/map/library/:name', may: read, handler: sendLibrary },
  { method: 'get', path: '/places/:place', may: read, handler: showPlace },
]
