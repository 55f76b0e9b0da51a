// The addresses of who looked, questions, and records opened in an emergency.
import type { RouteRule } from '../../events/index.ts'
import { findRecord } from './find-record.tsx'
import { showReads } from './reads.tsx'
import { showRecord } from './record.tsx'
import { sendReport, showReport } from './report.tsx'

const audit = 'oversight.audit'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/reads', may: audit, handler: showReads },
  { method: 'post', path: '/reads/find', may: audit, handler: findRecord },
  { method: 'get', path: '/reads/people/:person', may: audit, handler: showRecord },
  { method: 'get', path: '/reads/people/:person/report', may: audit, handler: showReport },
  { method: 'get', path: '/reads/people/:person/report.csv', may: audit, handler: sendReport },
]
