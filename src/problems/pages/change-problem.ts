// What is done to one problem on its page: take, answer, join, part, end, open again.
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, type Form, formOf } from '../../web/request.ts'
import {
  AnswerProblem,
  answerProblem,
  endProblem,
  reopenProblem,
  TakeProblem,
  takeProblem,
} from '../domain/answer-problem.ts'
import { joinProblems, partProblems } from '../domain/join-problems.ts'
import { tellAnswers } from '../tell-answers.ts'
import { problemPage } from './problem.tsx'

const idOf = (c: Ctx) => c.req.param('problem') ?? ''

/** POST /problems/:problem/take */
export async function takeHere(c: Ctx) {
  const form = await formOf(c)
  const input = { problem: idOf(c), within: form.text('within') }
  const isBare = TakeProblem.safeParse(input).error?.issues.some(({ path }) => path[0] === 'within')
  if (isBare) return problemPage(c, { answer: '', wrong: 'withinMissing' })
  return done(c, form, { command: takeProblem, input })
}

/** POST /problems/:problem/answer */
export async function answerHere(c: Ctx) {
  const form = await formOf(c)
  const answer = form.text('answer')
  const input = { problem: idOf(c), answer }
  const issues = AnswerProblem.safeParse(input).error?.issues ?? []
  const issue = issues.find(({ path }) => path[0] === 'answer')
  const wrong = issue?.code === 'too_big' ? 'answerTooLong' : 'answerMissing'
  if (issue) return problemPage(c, { answer, wrong })
  return done(c, form, { command: answerProblem, input })
}

/** POST /problems/:problem/join */
export async function joinHere(c: Ctx) {
  const form = await formOf(c)
  const input = { problem: idOf(c), other: form.text('other') }
  return done(c, form, { command: joinProblems, input })
}

/** POST /problems/:problem/part */
export async function partHere(c: Ctx) {
  const form = await formOf(c)
  const input = { problem: idOf(c), other: form.text('other') }
  return done(c, form, { command: partProblems, input })
}

/** POST /problems/:problem/end */
export async function endHere(c: Ctx) {
  return done(c, await formOf(c), { command: endProblem, input: { problem: idOf(c) } })
}

/** POST /problems/:problem/reopen */
export async function reopenHere(c: Ctx) {
  return done(c, await formOf(c), { command: reopenProblem, input: { problem: idOf(c) } })
}

type Asked = { readonly command: { readonly name: string }; readonly input: object }

async function done(c: Ctx, form: Form, { command, input }: Asked) {
  const answer = await actFor(c, command, { id: form.commandId(), input })
  if (isRefusal(answer)) return refusalPage(c, answer)
  await tellAnswers(c.var.node, c.var.actor.council)
  return c.redirect(`/problems/${idOf(c)}?saved=1`, 303)
}
