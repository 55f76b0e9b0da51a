// Who answers for worries? An owner, a deputy, hours, and the number outside them.
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { SetDesk, setDesk } from '../domain/set-desk.ts'
import { type Handler, possibleHandlers } from '../store/desk.ts'
import { readDesk } from '../store/read-standings.ts'
import { type DeskAnswers, DeskPage, type DeskProblem } from './desk-view.tsx'

/** GET /concerns/desk */
export function showDesk(c: Ctx) {
  return deskPage(c, undefined, [])
}

/** POST /concerns/desk */
export async function saveDesk(c: Ctx) {
  const form = await formOf(c)
  const answers = answersOf(form)
  const input = {
    owner: answers.owner,
    deputy: answers.deputy,
    opens: minutesOf(answers.opens),
    closes: minutesOf(answers.closes),
    days: answers.days.map(Number),
    number: answers.number,
  }
  const problems = problemsOf(input)
  if (problems.length > 0) return deskPage(c, answers, problems)
  const done = await actFor(c, setDesk, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect('/concerns/desk?saved=1', 303)
  const refused = Object.values(done.fields ?? {}) as DeskProblem[]
  return refused.length > 0 ? deskPage(c, answers, refused) : refusalPage(c, done)
}

function answersOf(form: Form): DeskAnswers {
  const [owner, deputy] = [form.text('owner'), form.text('deputy')]
  const [opens, closes] = [form.text('opens'), form.text('closes')]
  return { owner, deputy, opens, closes, number: form.text('number'), days: form.all('days') }
}

const problemOf: Readonly<Record<string, DeskProblem>> = {
  owner: 'ownerWrong',
  deputy: 'deputyWrong',
  opens: 'opensWrong',
  closes: 'closesWrong',
  days: 'daysMissing',
  number: 'numberWrong',
}

function problemsOf(input: object): readonly DeskProblem[] {
  const parsed = SetDesk.safeParse(input)
  if (parsed.success) return []
  const wrong = parsed.error.issues.flatMap(({ path }) => problemOf[String(path[0])] ?? [])
  return [...new Set(wrong)]
}

/** `9:00` and `09:00` are 540; anything else is no time. */
function minutesOf(text: string): number {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? []
  return hours !== '' && Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : Number.NaN
}

/** Only for those who run things in the whole council. */
async function deskPage(
  c: Ctx,
  answers: DeskAnswers | undefined,
  problems: readonly DeskProblem[],
) {
  const seen = await reading(c, 'concerns.handle', async (tx, scope, now) => {
    if (!scope.everywhere) return undefined
    const handlers = await possibleHandlers(tx, scope.council, new Date(now))
    return { ...(await readDesk(tx, scope, now)), handlers }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/concerns')
  const isSaved = c.req.query('saved') === '1' && problems.length === 0
  const shown = { ...seen, answers: answers ?? usual(seen.desk), problems, isSaved }
  return c.html(<DeskPage context={context} shown={shown} />, problems.length > 0 ? 422 : 200)
}

type Known = Awaited<ReturnType<typeof readDesk>>['desk']

export type { Handler }

function usual(desk: Known): DeskAnswers {
  const days = (desk?.days ?? [1, 2, 3, 4, 5]).map(String)
  return {
    owner: desk?.owner ?? '',
    deputy: desk?.deputy ?? '',
    opens: clock(desk?.opens ?? 9 * 60),
    closes: clock(desk?.closes ?? 17 * 60),
    number: desk?.number ?? '',
    days,
  }
}

function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
