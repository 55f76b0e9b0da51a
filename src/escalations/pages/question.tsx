// One question: who answers by when, where it goes if late, the answer, and all that happened.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { tellQuestions } from '../climb.ts'
import {
  AnswerQuestion,
  answerQuestion,
  climbQuestion,
  takeQuestion,
} from '../domain/answer-question.ts'
import { rankOf } from '../domain/terms.ts'
import { answerersAt, findDirector, levelOf } from '../store/answerers.ts'
import { findQuestion, stepsOf } from '../store/queries.ts'
import { clockOf } from '../store/waiting.ts'
import { type AnswerProblem, QuestionPage } from './question-view.tsx'

/** GET /escalations/:escalation */
export function showQuestion(c: Ctx) {
  return questionPage(c, { decision: '', answer: '', problems: [] })
}

/** POST /escalations/:escalation/take */
export async function takeHere(c: Ctx) {
  return done(c, await formOf(c), { command: takeQuestion, input: {} })
}

/** POST /escalations/:escalation/up */
export async function passUpHere(c: Ctx) {
  const form = await formOf(c)
  const from = form.text('from')
  return done(c, form, { command: climbQuestion, input: { from, isByHand: true } })
}

/** POST /escalations/:escalation/answer */
export async function answerHere(c: Ctx) {
  const form = await formOf(c)
  const [decision, answer] = [form.text('decision'), form.text('answer')]
  const input = { escalation: c.req.param('escalation'), decision, answer }
  const problems = problemsOf(input)
  if (problems.length > 0) return questionPage(c, { decision, answer, problems })
  return done(c, form, { command: answerQuestion, input: { decision, answer } })
}

function problemsOf(input: object): readonly AnswerProblem[] {
  const parsed = AnswerQuestion.safeParse(input)
  if (parsed.success) return []
  return parsed.error.issues.flatMap(({ path, code }) => {
    if (path[0] === 'decision') return 'decisionMissing'
    if (path[0] !== 'answer') return []
    return code === 'too_big' ? 'answerTooLong' : 'answerMissing'
  })
}

type Asked = { readonly command: { readonly name: string }; readonly input: object }

async function done(c: Ctx, form: Form, { command, input }: Asked) {
  const escalation = c.req.param('escalation') ?? ''
  const request = { id: form.commandId(), input: { ...input, escalation } }
  const answer = await actFor(c, command, request)
  if (isRefusal(answer)) return refusalPage(c, answer)
  await tellQuestions(c.var.node, c.var.actor.council)
  return c.redirect(`/escalations/${escalation}?saved=1`, 303)
}

type Given = {
  readonly decision: string
  readonly answer: string
  readonly problems: readonly AnswerProblem[]
}

async function questionPage(c: Ctx, given: Given) {
  const id = c.req.param('escalation') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'escalations.ask', async (tx, scope, now) => {
    const question = await findQuestion(tx, scope, id)
    if (!question) return undefined
    const subjects = question.kind === 'person' ? [question.about] : []
    const route = '/escalations/:escalation'
    await recordRead(tx, scope, { what: 'open', route, subjects, at: now })
    const where = { council: scope.council, place: question.place, now }
    const own = await levelOf(tx, scope.actor, where)
    const isAbove = own !== null && rankOf(own) >= rankOf(question.level)
    return {
      question,
      ...clockOf(question, now),
      steps: await stepsOf(tx, scope, id),
      level: await answerersAt(tx, question.level, where),
      top: await findDirector(tx, scope.council, now),
      mayAnswer: isAbove && question.askedBy !== scope.actor && question.answeredAt === null,
      isMine: question.takenBy === scope.actor,
      now,
    }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/escalations')
  const isSaved = c.req.query('saved') === '1' && given.problems.length === 0
  const shown = { ...seen, ...given, isSaved }
  const status = given.problems.length > 0 ? 422 : 200
  return c.html(<QuestionPage context={context} shown={shown} />, status)
}
