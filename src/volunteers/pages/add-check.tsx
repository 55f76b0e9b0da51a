// Which check of a volunteer was seen? Or was one entered by mistake?
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { typedDay } from '../../pages/typed-day.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { addCheck, withdrawCheck } from '../domain/add-check.ts'
import { volunteerSeen } from '../store/listed.ts'
import {
  AddCheckForm,
  type CheckAnswers,
  type CheckProblem,
  fieldOf,
  noCheck,
} from './check-form.tsx'
import { checkStrings } from './check-strings.ts'

/** GET /volunteers/:volunteer/checks */
export function showAddCheck(c: Ctx) {
  return checkPage(c, noCheck())
}

/** POST /volunteers/:volunteer/checks */
export async function saveCheck(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  if (!isId(volunteer)) return notFoundPage(c)
  const said = answersOf(form)
  const days = { from: dayOf(form, 'from'), until: endOf(form) }
  const problem = problemOf(days)
  if (problem) return checkPage(c, { ...said, problem })
  const { check, kind } = said
  const input = { volunteer, check, kind, item: said.item || null, ...days }
  const done = await actFor(c, addCheck, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect(`/volunteers/${volunteer}?saved=1`, 303)
  const found = Object.values(done.fields ?? {}).find(isProblem)
  return found ? checkPage(c, { ...said, problem: found }) : refusalPage(c, done)
}

const isProblem = (code: string): code is CheckProblem =>
  ['itemMissing', 'fromWrong', 'untilWrong'].includes(code)

type Days = { readonly from: string | undefined; readonly until: string | null | undefined }

function problemOf({ from, until }: Days): CheckProblem | undefined {
  if (from === undefined) return 'fromWrong'
  return until === undefined ? 'untilWrong' : undefined
}

/** Undefined where it is no day. */
function dayOf(form: Form, name: string): string | undefined {
  return typedDay(name, field => form.text(field)).day
}

/** Null where it was left out. */
function endOf(form: Form): string | null | undefined {
  const { day, isEmpty } = typedDay('until', field => form.text(field))
  return isEmpty ? null : day
}

function answersOf(form: Form): CheckAnswers {
  const parts = (name: string) => typedDay(name, field => form.text(field)).parts
  return {
    check: form.text('check') || noCheck().check,
    kind: form.text('kind'),
    item: form.text('item'),
    from: parts('from'),
    until: parts('until'),
  }
}

async function checkPage(c: Ctx, said: CheckAnswers) {
  const id = c.req.param('volunteer') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const one = await reading(c, 'volunteers.manage', (tx, scope, now) =>
    volunteerSeen(tx, scope, { volunteer: id, now }),
  )
  if (!one) return notFoundPage(c)
  const context = await pageContext(c, '/volunteers')
  const t = checkStrings(context.lang)
  const crumbs = [{ href: `/volunteers/${id}`, label: one.name }, { label: t.add }]
  const { problem } = said
  return c.html(
    <Page {...{ context, title: t.add, breadcrumbs: crumbs, hasErrors: problem !== undefined }}>
      <LangContext.Provider value={context.lang}>
        {problem && (
          <ErrorSummary errorList={[{ href: `#${fieldOf[problem]}`, text: t[problem] }]} />
        )}
        <h1 class="ds-h1">{t.add}</h1>
        <AddCheckForm volunteer={id} said={said} />
      </LangContext.Provider>
    </Page>,
    problem ? 422 : 200,
  )
}

/** POST /volunteers/:volunteer/checks/:check/withdraw */
export async function saveWithdrawal(c: Ctx) {
  const form = await formOf(c)
  const { volunteer = '', check = '' } = c.req.param()
  if (!isId(volunteer) || !isId(check)) return notFoundPage(c)
  const input = { volunteer, check, kind: form.text('kind'), item: form.text('item') }
  const done = await actFor(c, withdrawCheck, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/volunteers/${volunteer}?saved=1`, 303)
}
