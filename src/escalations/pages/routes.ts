// The addresses of questions that are passed up.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveQuestion, showAsk } from './ask.tsx'
import { saveDirector, showDirector } from './director.tsx'
import { answerHere, passUpHere, showQuestion, takeHere } from './question.tsx'
import { showQuestions } from './questions.tsx'
import { questionsTable } from './questions-table.ts'

const may = 'escalations.ask'
const answer = 'escalations.answer'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/escalations', may, isTranslated: true, handler: showQuestions },
  { method: 'get', path: '/escalations/new', may, isTranslated: true, handler: showAsk },
  { method: 'post', path: '/escalations/new', may, isTranslated: true, handler: saveQuestion },
  {
    method: 'get',
    path: '/escalations/director',
    may: 'escalations.set',
    isTranslated: true,
    handler: showDirector,
  },
  {
    method: 'post',
    path: '/escalations/director',
    may: 'escalations.set',
    isTranslated: true,
    handler: saveDirector,
  },
  {
    method: 'get',
    path: '/escalations/:escalation',
    may,
    isTranslated: true,
    handler: showQuestion,
  },
  {
    method: 'post',
    path: '/escalations/:escalation/take',
    may: answer,
    isTranslated: true,
    handler: takeHere,
  },
  {
    method: 'post',
    path: '/escalations/:escalation/up',
    may: answer,
    isTranslated: true,
    handler: passUpHere,
  },
  {
    method: 'post',
    path: '/escalations/:escalation/answer',
    may: answer,
    isTranslated: true,
    handler: answerHere,
  },
  ...takeRoutes({ of: '/escalations', may: 'escalations.take', find: questionsTable }),
]
