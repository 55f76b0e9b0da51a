// The door of problems: the same from many villages is one, with one owner and one answer.
import { bind, capability } from '../events/index.ts'
import { addVillagePart } from '../picture/index.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { answerProblem, endProblem, reopenProblem, takeProblem } from './domain/answer-problem.ts'
import * as events from './domain/events.ts'
import { joinProblems, partProblems } from './domain/join-problems.ts'
import { tellProblem } from './domain/tell-problem.ts'
import { routes } from './pages/routes.ts'
import { problemsHere } from './pages/village-part.tsx'
import { lateProblems, problemsLeadToOne } from './store/gauges.ts'
import { loadPair, loadProblem, loadTelling } from './store/load.ts'
import { problemsApi } from './store/offer-api.ts'
import { project } from './store/project.ts'
import { tellsAnswers } from './tell-answers.ts'

export { answerProblem, endProblem, reopenProblem, takeProblem } from './domain/answer-problem.ts'
export { joinProblems, partProblems } from './domain/join-problems.ts'
export { tellProblem } from './domain/tell-problem.ts'
export { tellAnswers } from './tell-answers.ts'

addVillagePart(problemsHere)
addMenuCount({ href: '/problems', may: 'problems.answer', count: lateProblems.of })

const top = ['hub-manager', 'officer'] as const

export const problems = capability({
  name: 'problems',
  events: Object.values(events),
  commands: [
    bind(tellProblem, loadTelling),
    bind(joinProblems, loadPair),
    bind(partProblems, loadPair),
    bind(takeProblem, loadProblem),
    bind(answerProblem, loadProblem),
    bind(endProblem, loadProblem),
    bind(reopenProblem, loadProblem),
  ],
  project,
  readModels: ['problems', 'problem_steps'],
  permissions: {
    'problems.tell': [...top, 'call-handler', 'village-coordinator', 'village-group', 'councillor'],
    'problems.answer': [...top],
    'problems.take': [...top],
  },
  routes,
  api: problemsApi,
  tasks: [tellsAnswers],
  gauges: [lateProblems],
  checks: [problemsLeadToOne],
})
