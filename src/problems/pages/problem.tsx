// One problem: who has it, by when, its answer, who told it, and what is likely the same.
import { isId } from '../../kernel/ids.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { findProblem, likelyOf, stepsOf, tellingsOf } from '../store/queries.ts'
import { ProblemPage, type Wrong } from './problem-view.tsx'

type Given = { readonly answer: string; readonly wrong?: Wrong }

/** GET /problems/:problem */
export function showProblem(c: Ctx) {
  return problemPage(c, { answer: '' })
}

export async function problemPage(c: Ctx, given: Given) {
  const id = c.req.param('problem') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const mayAnswer = holds(c, 'problems.answer')
  const seen = await reading(c, 'problems.tell', async (tx, scope, now) => {
    const problem = await findProblem(tx, scope, id)
    if (!problem) return undefined
    return {
      problem,
      tellings: await tellingsOf(tx, scope, problem.root),
      likely: mayAnswer ? await likelyOf(tx, scope, problem.root) : [],
      steps: await stepsOf(tx, scope, problem.id),
      mayAnswer: mayAnswer && problem.id === problem.root,
      isMine: problem.owner === scope.actor,
      now,
    }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/problems')
  const isSaved = c.req.query('saved') === '1' && !given.wrong
  const shown = { ...seen, ...given, isSaved }
  return c.html(<ProblemPage context={context} shown={shown} />, given.wrong ? 422 : 200)
}
