// What can this volunteer do, when, how much, and where do they like to go?
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { changeVolunteer } from '../domain/change-volunteer.ts'
import { streetChoices, volunteerSeen } from '../store/listed.ts'
import { answersNow, answersOf, readAnswers } from './change-answers.ts'
import {
  type ChangeAnswers,
  type ChangeField,
  ChangeForm,
  codeOf,
  isChangeField,
} from './change-form.tsx'
import { changeStrings } from './change-strings.ts'

/** GET /volunteers/:volunteer/change */
export function showChange(c: Ctx) {
  return changePage(c, undefined, [])
}

/** POST /volunteers/:volunteer/change */
export async function saveChange(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  if (!isId(volunteer)) return notFoundPage(c)
  const read = readAnswers(volunteer, form)
  if (read.wrong) return changePage(c, answersOf(form), read.wrong)
  const done = await actFor(c, changeVolunteer, { id: form.commandId(), input: read.input })
  if (!isRefusal(done)) return c.redirect(`/volunteers/${volunteer}?saved=1`, 303)
  const wrong = Object.keys(done.fields ?? {}).filter(isChangeField)
  return wrong.length > 0 ? changePage(c, answersOf(form), wrong) : refusalPage(c, done)
}

async function changePage(c: Ctx, said: ChangeAnswers | undefined, wrong: readonly ChangeField[]) {
  const id = c.req.param('volunteer') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'volunteers.manage', async (tx, scope, now) => {
    const one = await volunteerSeen(tx, scope, { volunteer: id, now })
    return one && { one, streets: await streetChoices(tx, scope, id) }
  })
  if (!seen) return notFoundPage(c)
  const { one, streets } = seen
  const context = await pageContext(c, '/volunteers')
  const t = changeStrings(context.lang)
  const crumbs = [{ href: `/volunteers/${id}`, label: one.name }, { label: t.change }]
  const errorList = wrong.map(field => ({ href: `#${anchorOf(field)}`, text: t[codeOf(field)] }))
  const answers = said ?? answersNow(one)
  return c.html(
    <Page {...{ context, title: t.change, breadcrumbs: crumbs, hasErrors: wrong.length > 0 }}>
      <LangContext.Provider value={context.lang}>
        {wrong.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.change}</h1>
        <ChangeForm {...{ volunteer: id, answers, streets, wrong }} />
      </LangContext.Provider>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

function anchorOf(field: ChangeField): string {
  if (field === 'time') return 'timeFrom'
  return field === 'awayFrom' || field === 'awayUntil' ? `${field}-day` : field
}
