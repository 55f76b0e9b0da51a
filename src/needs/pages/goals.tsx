// What is the plan for, who helps already, and when is it looked at again?
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, DateInput, ErrorSummary, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { type Lang, LangContext, useLang } from '../../pages/strings/index.ts'
import { type DayParts, typedDay } from '../../pages/typed-day.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { goalsLettersMax, setGoals } from '../domain/set-goals.ts'
import { findPerson } from '../store/find-person.ts'
import { type Goals, goalsOf } from '../store/goals.ts'
import { goalsStrings } from './goals-strings.ts'

type Shown = { readonly lang: Lang; readonly person: string; readonly goals: Goals | undefined }

export function GoalsPart({ lang, person, goals }: Shown) {
  const t = goalsStrings(lang)
  const { day, row } = format(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.title}</h2>
      {!goals && <p>{t.none}</p>}
      {goals?.goals && <p>{t.goalsAre(goals.goals)}</p>}
      {goals?.network && <p>{t.networkIs(goals.network)}</p>}
      {goals && <p>{goals.reviewOn ? t.reviewedOn(day(goals.reviewOn)) : t.noReview}</p>}
      {goals && <p class="ds-small ds-quiet">{t.setBy(goals.setBy, row(goals.setAt))}</p>}
      <p class="ds-noprint">
        <a href={`/people/${person}/plan/goals`}>{t.change}</a>
      </p>
    </section>
  )
}

type Problem = 'goalsWrong' | 'networkWrong' | 'reviewWrong'
type Answers = {
  readonly goals: string
  readonly network: string
  readonly review: DayParts
  readonly problems: readonly Problem[]
}

const anchors = { goalsWrong: 'goals', networkWrong: 'network', reviewWrong: 'review-day' }

/** GET /people/:person/plan/goals */
export function showGoals(c: Ctx) {
  return goalsPage(c, undefined)
}

/** POST /people/:person/plan/goals */
export async function saveGoals(c: Ctx) {
  const form = await formOf(c)
  const person = c.req.param('person') ?? ''
  if (!isId(person)) return notFoundPage(c)
  const { answers, reviewOn } = read(form)
  if (answers.problems.length > 0) return goalsPage(c, answers)
  const { goals, network } = answers
  const input = { person, goals, network, reviewOn }
  const done = await actFor(c, setGoals, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect(`/people/${person}/plan`, 303)
  if (!done.fields?.review) return refusalPage(c, done)
  return goalsPage(c, { ...answers, problems: ['reviewWrong'] })
}

function read(form: Form): { readonly answers: Answers; readonly reviewOn: string | null } {
  const { parts, day, isEmpty } = typedDay('review', field => form.text(field))
  const [goals, network] = [form.text('goals'), form.text('network')]
  const problems: Problem[] = []
  if (goals.length > goalsLettersMax) problems.push('goalsWrong')
  if (network.length > goalsLettersMax) problems.push('networkWrong')
  if (day === undefined && !isEmpty) problems.push('reviewWrong')
  return { answers: { goals, network, review: parts, problems }, reviewOn: day ?? null }
}

async function goalsPage(c: Ctx, said: Answers | undefined) {
  const id = c.req.param('person') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'needs.record', async (tx, scope, now) => {
    const person = await findPerson(tx, scope, id)
    if (!person) return undefined
    const route = '/people/:person/plan/goals'
    await recordRead(tx, scope, { what: 'open', route, subjects: [id], at: now })
    return { person, goals: await goalsOf(tx, scope, id) }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/find')
  const t = goalsStrings(context.lang)
  const answers = said ?? answersNow(seen.goals)
  const errorList = answers.problems.map(code => ({ href: `#${anchors[code]}`, text: t[code] }))
  const hasErrors = errorList.length > 0
  const crumbs = [{ href: `/people/${id}/plan`, label: t.planOf(seen.person.name) }]
  return c.html(
    <Page {...{ context, title: t.title, hasErrors }} breadcrumbs={[...crumbs, { label: t.title }]}>
      <LangContext.Provider value={context.lang}>
        {hasErrors && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.title}</h1>
        <GoalsForm person={id} answers={answers} />
      </LangContext.Provider>
    </Page>,
    hasErrors ? 422 : 200,
  )
}

function answersNow(goals: Goals | undefined): Answers {
  const [year = '', month = '', day = ''] = (goals?.reviewOn ?? '').split('-')
  const review = { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
  return { goals: goals?.goals ?? '', network: goals?.network ?? '', review, problems: [] }
}

function GoalsForm({ person, answers }: { person: string; answers: Answers }) {
  const t = goalsStrings(useLang())
  const { goals, network, review, problems } = answers
  const wrong = (code: Problem) =>
    problems.includes(code) ? { errorMessage: { text: t[code] } } : {}
  const values = {
    ...{ 'review-day': review.day, 'review-month': review.month, 'review-year': review.year },
  }
  return (
    <form
      {...{ method: 'post', action: `/people/${person}/plan/goals`, novalidate: true }}
      class="ds-form"
    >
      <input type="hidden" name="command" value={newId()} />
      <Textarea
        {...{ name: 'goals', label: t.goals, hint: t.goalsHint, rows: 3, value: goals }}
        {...wrong('goalsWrong')}
      />
      <Textarea
        {...{ name: 'network', label: t.network, hint: t.networkHint, rows: 3, value: network }}
        {...wrong('networkWrong')}
      />
      <DateInput
        {...{ id: 'review', namePrefix: 'review', hint: t.reviewHint, values }}
        fieldset={{ legend: t.review }}
        {...wrong('reviewWrong')}
      />
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}
