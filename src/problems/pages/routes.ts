// The addresses of problems.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { answerHere, endHere, joinHere, partHere, reopenHere, takeHere } from './change-problem.ts'
import { showProblem } from './problem.tsx'
import { showProblems } from './problems.tsx'
import { problemsTable } from './problems-table.ts'
import { saveProblem, showTell } from './tell.tsx'

const tell = 'problems.tell'
const may = 'problems.answer'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/problems', may: tell, isTranslated: true, handler: showProblems },
  { method: 'get', path: '/problems/new', may: tell, isTranslated: true, handler: showTell },
  { method: 'post', path: '/problems/new', may: tell, isTranslated: true, handler: saveProblem },
  {
    method: 'get',
    path: '/problems/:problem',
    may: tell,
    isTranslated: true,
    handler: showProblem,
  },
  { method: 'post', path: '/problems/:problem/take', may, isTranslated: true, handler: takeHere },
  {
    method: 'post',
    path: '/problems/:problem/answer',
    may,
    isTranslated: true,
    handler: answerHere,
  },
  { method: 'post', path: '/problems/:problem/join', may, isTranslated: true, handler: joinHere },
  { method: 'post', path: '/problems/:problem/part', may, isTranslated: true, handler: partHere },
  { method: 'post', path: '/problems/:problem/end', may, isTranslated: true, handler: endHere },
  {
    method: 'post',
    path: '/problems/:problem/reopen',
    may,
    isTranslated: true,
    handler: reopenHere,
  },
  ...takeRoutes({ of: '/problems', may: 'problems.take', find: problemsTable }),
]
