// Is this person safe? What was told, what is tried, who answers, and how it ends.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { endConcern, recordStep, takeConcern } from '../domain/handle-concern.ts'
import { type Ending, endings, type StepResult, stepResults, steps } from '../domain/terms.ts'
import { readConcern } from '../store/read-standings.ts'
import {
  type ConcernAnswers,
  type ConcernProblem,
  endProblems,
  noAnswers,
  stepProblems,
} from './concern-answers.ts'
import { ConcernPage } from './concern-view.tsx'

/** GET /concerns/:concern */
export function showConcern(c: Ctx) {
  return concernPage(c, noAnswers, [])
}

/** POST /concerns/:concern/take */
export async function takeHere(c: Ctx) {
  return done(c, await formOf(c), { command: takeConcern, input: {} })
}

/** POST /concerns/:concern/steps: the button says which step, and what came of it. */
export async function saveStep(c: Ctx) {
  const form = await formOf(c)
  const step = steps.find(one => one === form.text('step'))
  const result = stepResults.find((one): one is StepResult => one === form.text('result'))
  if (!step || !result) return refusalPage(c, { refused: 'invalid' })
  const words = form.text('words')
  const problems = stepProblems(step, words)
  if (problems.length > 0) return concernPage(c, { ...noAnswers, step, words }, problems)
  return done(c, form, { command: recordStep, input: { step, result, words } })
}

/** POST /concerns/:concern/end */
export async function endHere(c: Ctx) {
  const form = await formOf(c)
  const answers = {
    ...noAnswers,
    ending: endings.find((one): one is Ending => one === form.text('ending')) ?? null,
    evidence: form.text('evidence'),
    confirmedBy: form.text('confirmedBy'),
  }
  const problems = endProblems(answers)
  if (problems.length > 0) return concernPage(c, answers, problems)
  const { ending, evidence, confirmedBy } = answers
  return done(c, form, { command: endConcern, input: { ending, evidence, confirmedBy } })
}

type Asked = { readonly command: { readonly name: string }; readonly input: object }

async function done(c: Ctx, form: Form, { command, input }: Asked) {
  const concern = c.req.param('concern') ?? ''
  const request = { id: form.commandId(), input: { ...input, concern } }
  const answer = await actFor(c, command, request)
  return isRefusal(answer)
    ? refusalPage(c, answer)
    : c.redirect(`/concerns/${concern}?saved=1`, 303)
}

async function concernPage(c: Ctx, answers: ConcernAnswers, problems: readonly ConcernProblem[]) {
  const id = c.req.param('concern') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'concerns.handle', async (tx, scope, now) => {
    const found = await readConcern(tx, scope, { id, now })
    if (!found) return undefined
    const subjects = [found.asked.person]
    await recordRead(tx, scope, { what: 'open', route: '/concerns/:concern', subjects, at: now })
    return { ...found, now }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/concerns')
  const isMine = seen.standing?.answerable.user === c.var.actor.id
  const isSaved = c.req.query('saved') === '1'
  const shown = { ...seen, answers, problems, isMine, isSaved }
  return c.html(<ConcernPage context={context} shown={shown} />, problems.length > 0 ? 422 : 200)
}
