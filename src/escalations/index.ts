// The door of escalations: a question is passed up until somebody answers, and climbs if late.
import { bind, capability } from '../events/index.ts'
import { addPersonSection } from '../people/index.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { climbs } from './climb.ts'
import { answerQuestion, climbQuestion, takeQuestion } from './domain/answer-question.ts'
import { askQuestion } from './domain/ask-question.ts'
import {
  directorSet,
  questionAnswered,
  questionAsked,
  questionClimbed,
  questionTaken,
} from './domain/events.ts'
import { setDirector } from './domain/set-director.ts'
import { escalationSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { answersAreWhole, lateQuestions, nobodyAtTheTop } from './store/gauges.ts'
import { loadAsking, loadDirector, loadQuestion } from './store/load.ts'
import { escalationsApi } from './store/offer-api.ts'
import { project } from './store/project.ts'

export { climbLate, tellQuestions } from './climb.ts'
export { answerQuestion, climbQuestion, takeQuestion } from './domain/answer-question.ts'
export { askQuestion } from './domain/ask-question.ts'
export { setDirector } from './domain/set-director.ts'

export { type Waiting, waitingOf } from './store/waiting.ts'

addPersonSection(escalationSection)
addMenuCount({ href: '/escalations', may: 'escalations.set', count: lateQuestions.of })

const top = ['hub-manager', 'officer'] as const

export const escalations = capability({
  name: 'escalations',
  events: [questionAsked, questionTaken, questionClimbed, questionAnswered, directorSet],
  commands: [
    bind(askQuestion, loadAsking),
    bind(takeQuestion, loadQuestion),
    bind(answerQuestion, loadQuestion),
    bind(climbQuestion, loadQuestion),
    bind(setDirector, loadDirector),
  ],
  project,
  readModels: ['escalations', 'escalation_steps', 'directors'],
  permissions: {
    'escalations.ask': [
      ...top,
      'call-handler',
      'village-coordinator',
      'village-group',
      'councillor',
    ],
    'escalations.answer': [...top, 'councillor'],
    'escalations.take': [...top],
    'escalations.set': [...top],
  },
  routes,
  api: escalationsApi,
  tasks: [climbs],
  gauges: [lateQuestions, nobodyAtTheTop],
  checks: [answersAreWhole],
})
