// The addresses of who looked, questions, and records opened in an emergency.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { findRecord } from './find-record.tsx'
import { saveOpenRecord, showOpenRecord } from './open-record.tsx'
import { saveReview, showOpenings } from './openings.tsx'
import { openingsTable, questionsTable, readsTable, recordLooksTable } from './oversight-tables.ts'
import { saveEnd, showOwnOpening } from './own-opening.tsx'
import { saveQuestion, showQuestion } from './question.tsx'
import { showQuestions } from './questions.tsx'
import { showReads } from './reads.tsx'
import { showRecord } from './record.tsx'
import { sendReport, showReport } from './report.tsx'
import { saveHome, saveNames, showSettings } from './settings.tsx'

const audit = 'oversight.audit'
const open = 'oversight.open'
const judge = 'oversight.judge'
const take = 'oversight.take'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/reads', may: audit, handler: showReads },
  { method: 'post', path: '/reads/find', may: audit, handler: findRecord },
  { method: 'get', path: '/reads/settings', may: audit, handler: showSettings },
  { method: 'post', path: '/reads/settings/names', may: audit, handler: saveNames },
  { method: 'post', path: '/reads/settings/homes', may: audit, handler: saveHome },
  { method: 'get', path: '/questions', may: judge, handler: showQuestions },
  { method: 'get', path: '/questions/:question', may: judge, handler: showQuestion },
  { method: 'post', path: '/questions/:question', may: judge, handler: saveQuestion },
  { method: 'get', path: '/reads/people/:person', may: audit, handler: showRecord },
  { method: 'get', path: '/reads/people/:person/report', may: audit, handler: showReport },
  { method: 'get', path: '/reads/people/:person/report.csv', may: audit, handler: sendReport },
  ...takeRoutes({ of: '/reads', may: take, find: readsTable }),
  ...takeRoutes({ of: '/reads/people/:person/looks', may: take, find: recordLooksTable }),
  ...takeRoutes({ of: '/questions', may: take, find: questionsTable }),
  ...takeRoutes({ of: '/openings', may: take, find: openingsTable }),
  { method: 'get', path: '/open-in-emergency', may: open, handler: showOpenRecord },
  { method: 'post', path: '/open-in-emergency', may: open, handler: saveOpenRecord },
  { method: 'get', path: '/openings', may: audit, handler: showOpenings },
  { method: 'get', path: '/openings/:opening', may: open, handler: showOwnOpening },
  { method: 'post', path: '/openings/:opening/end', may: open, handler: saveEnd },
  { method: 'post', path: '/openings/:opening/review', may: audit, handler: saveReview },
]
