// What does this person need, what will be done about it, by whom and when?
import { recordRead } from '../../access/index.ts'
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { planAction } from '../domain/plan-action.ts'
import { findPerson } from '../store/find-person.ts'
import { goalsOf } from '../store/goals.ts'
import { actionsOf, needsOf, possibleOwners } from '../store/queries.ts'
import {
  AddStep,
  dueOf,
  emptyStep,
  problemsOf,
  type Step,
  type StepProblems,
  stepOf,
} from './add-step.tsx'
import { GoalsPart } from './goals.tsx'
import { needLabel } from './need-label.ts'
import { ActionsTable, NeedsList } from './plan-parts.tsx'
import { needsStrings } from './strings.ts'

export async function showPlan(c: Ctx) {
  return planPage(c, emptyStep(c.var.node.clock.now()), {})
}

export async function addToPlan(c: Ctx) {
  const person = c.req.param('person') ?? ''
  const form = await formOf(c)
  const step = stepOf(form)
  const problems = problemsOf(step)
  const dueAt = dueOf(step)
  if (Object.keys(problems).length > 0 || dueAt === undefined) return planPage(c, step, problems)
  const input = {
    action: newId(),
    person,
    need: step.need || null,
    owner: step.owner || null,
    what: step.what,
    dueAt,
  }
  const id = form.commandId()
  const done = await actFor(c, planAction, { id, input: { ...input, action: id } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/people/${person}/plan`, 303)
}

async function readPlan(c: Ctx, id: Id) {
  return reading(c, 'needs.read', async (tx, scope, now) => {
    const person = await findPerson(tx, scope, id)
    if (!person) return undefined
    await recordRead(tx, scope, {
      what: 'open',
      route: '/people/:person/plan',
      subjects: [id],
      at: now,
    })
    const needs = await needsOf(tx, scope, id)
    const actions = await actionsOf(tx, scope, { person: id, now: new Date(now) })
    const goals = await goalsOf(tx, scope, id)
    return { person, needs, actions, goals, owners: await possibleOwners(tx, scope) }
  })
}

async function planPage(c: Ctx, step: Step, problems: StepProblems) {
  const id = c.req.param('person') ?? ''
  const plan = isId(id) ? await readPlan(c, id) : undefined
  if (!plan) return notFoundPage(c)
  const context = await pageContext(c, '/find')
  const t = needsStrings(context.lang)
  const wrong = Object.entries(problems) as [string, 'whatMissing'][]
  const here = `/people/${id}/plan`
  return c.html(
    <Page context={context} title={t.plan} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && (
        <ErrorSummary errorList={wrong.map(([at, code]) => ({ href: `#${at}`, text: t[code] }))} />
      )}
      {holds(c, 'people.read') && (
        <p>
          <a href={`/people/${id}`}>{t.back}</a>
        </p>
      )}
      <h1 class="ds-h1">{t.planFor(plan.person.name)}</h1>
      <NeedsList lang={context.lang} needs={plan.needs} here={here} label={needLabel} />
      <GoalsPart lang={context.lang} person={id} goals={plan.goals} />
      <section class="ds-section">
        <h2 class="ds-h2">{t.actions}</h2>
        <ActionsTable lang={context.lang} actions={plan.actions} words={format(context.lang)} />
      </section>
      <section class="ds-section" id="add">
        <h2 class="ds-h2">{t.add}</h2>
        <AddStep
          lang={context.lang}
          step={step}
          problems={problems}
          needs={plan.needs}
          owners={plan.owners}
          needLabel={needLabel}
          commandId={newId()}
          action={here}
        />
      </section>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}
