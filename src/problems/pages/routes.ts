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
  { method: 'get', path: '/problems', may: tell, handler: showProblems },
  { method: 'get', path: '/problems/new', may: tell, handler: showTell },
  { method: 'post', path: '/problems/new', may: tell, handler: saveProblem },
  { method: 'get', path: '/problems/:problem', may: tell, handler: showProblem },
  { method: 'post', path: '/problems/:problem/take', may, handler: takeHere },
  { method: 'post', path: '/problems/:problem/answer', may, handler: answerHere },
  { method: 'post', path: '/problems/:problem/join', may, handler: joinHere },
  { method: 'post', path: '/problems/:problem/part', may, handler: partHere },
  { method: 'post', path: '/problems/:problem/end', may, handler: endHere },
  { method: 'post', path: '/problems/:problem/reopen', may, handler: reopenHere },
  ...takeRoutes({ of: '/problems', may: 'problems.take', find: problemsTable }),
]
