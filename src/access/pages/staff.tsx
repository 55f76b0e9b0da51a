// A staff file comes in: handed in, shown with what it would change, then put into force.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, Checkboxes, ErrorSummary, FileUpload, Input } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { applyStaffFile, countsOf, isTooMany, shownAs } from '../domain/apply-staff-file.ts'
import { type PlanLine, planStaff, type StaffPlan } from '../domain/staff-plan.ts'
import { readStaffFile, staffBytesMax } from '../reading/read-staff-file.ts'
import {
  dropStaffFile,
  findStaffFile,
  keepStaffFile,
  type StaffFile,
  staffState,
} from '../store/staff.ts'
import { staffStrings } from './staff-strings.ts'
import { accessStrings } from './strings.ts'

export const staffFormBytesMax = staffBytesMax + 64 * 1024
type Problems = Readonly<Record<string, string>>

export function showStaffForm(c: Ctx) {
  return handInPage(c, { purpose: '', problems: {} })
}

export async function saveStaffFile(c: Ctx) {
  const form = await formOf(c)
  const sent = form.file('file')
  const purpose = form.text('purpose').slice(0, 200)
  const content = sent ? (await sent.text()).replaceAll('\0', '') : ''
  const rows = content === '' ? 'fileMissing' : readStaffFile(content)
  const problems: Problems = {
    ...(typeof rows === 'string' ? { file: rows } : {}),
    ...(purpose === '' ? { purpose: 'purposeMissing' } : {}),
  }
  if (Object.keys(problems).length > 0) return handInPage(c, { purpose, problems })
  const isEverybody = form.text('everybody') === 'yes'
  const name = (sent?.name ?? '').slice(0, 200)
  const file = { id: form.commandId(), name, content, isEverybody, purpose }
  const isKept = await reading(c, 'access.administer', async (tx, scope, now) => {
    if (scope.everywhere) await keepStaffFile(tx, scope, { file, now })
    return scope.everywhere
  })
  return isKept ? c.redirect(`/users/staff/${file.id}`, 303) : notFoundPage(c)
}

async function handInPage(c: Ctx, { purpose, problems }: { purpose: string; problems: Problems }) {
  const context = await pageContext(c, '/users')
  const { lang } = context
  const t = staffStrings(lang)
  const words: Readonly<Record<string, unknown>> = { ...t }
  const wrong = Object.entries(problems).map(([field, code]) => ({
    href: `#${field}`,
    text: String(words[code]),
  }))
  const error = (field: string) =>
    problems[field] ? { errorMessage: { text: String(words[problems[field]]) } } : {}
  return c.html(
    <Page context={context} title={t.title} hasErrors={wrong.length > 0} breadcrumbs={crumbs(lang)}>
      <LangContext.Provider value={lang}>
        {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
        <h1 class="ds-h1">{t.title}</h1>
        <p class="govuk-body">{t.lead}</p>
        <form
          method="post"
          action="/users/staff"
          enctype="multipart/form-data"
          class="ds-form"
          novalidate
        >
          <input type="hidden" name="command" value={newId()} />
          <FileUpload name="file" id="file" label={t.file} {...error('file')} />
          <Input name="purpose" label={t.purpose} value={purpose} {...error('purpose')} />
          <Checkboxes
            name="everybody"
            items={[{ value: 'yes', text: t.everybody, hint: t.everybodyHint }]}
          />
          <Button text={t.hand} />
        </form>
        <p class="ds-section">
          <a href="/users/staff.csv">{t.take}</a>
        </p>
      </LangContext.Provider>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

function crumbs(lang: PageContext['lang']) {
  const t = staffStrings(lang)
  return [{ href: '/users', label: accessStrings(lang).users }, { label: t.title }]
}

export function showStaffPreview(c: Ctx) {
  return previewPage(c, null)
}

async function previewPage(c: Ctx, problem: 'sureMissing' | 'stale' | null) {
  const found = await fileAsked(c)
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/users')
  const t = staffStrings(context.lang)
  const errors = problem ? [{ href: '#sure', text: t[problem] }] : []
  return c.html(
    <Page
      context={context}
      title={t.preview}
      hasErrors={problem !== null}
      breadcrumbs={crumbs(context.lang)}
    >
      <LangContext.Provider value={context.lang}>
        {errors.length > 0 && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.preview}</h1>
        <p class="govuk-body">{t.notYet}</p>
        <Preview plan={found.plan} file={found.file} />
      </LangContext.Provider>
    </Page>,
    problem ? 422 : 200,
  )
}

async function fileAsked(c: Ctx) {
  const id = c.req.param('file') ?? ''
  if (!isId(id)) return undefined
  return reading(c, 'access.administer', async (tx, scope, now) => {
    const file = await findStaffFile(tx, scope, id)
    const rows = file && readStaffFile(file.content)
    if (!file || !rows || typeof rows === 'string') return undefined
    const state = await staffState(tx, scope.council, now)
    const ask = { rows, isEverybody: file.isEverybody, purpose: file.purpose }
    const plan = planStaff(state, { ...ask, now, actor: scope.actor, newId })
    return { file, rows, plan }
  })
}

function Preview({ plan, file }: { plan: StaffPlan; file: StaffFile }) {
  const lang = useLang()
  const t = staffStrings(lang)
  const number = format(lang).number
  const counts = countsOf(plan)
  const { accepted, changed, unchanged, refused } = counts
  return (
    <>
      <p class="govuk-body">
        <strong>
          {t.sum(number(counts.rows), [
            number(accepted),
            number(changed),
            number(unchanged),
            number(refused),
          ])}
          . {t.leavers(number(plan.leavers), plan.leavers)}.
        </strong>
      </p>
      {!file.isEverybody && <p class="govuk-body">{t.notRemoved}</p>}
      {plan.leftOut.length > 0 && (
        <>
          <p class="govuk-body">{t.leftOut(number(plan.leftOut.length), plan.leftOut.length)}</p>
          <ul class="govuk-list govuk-list--bullet">
            {plan.leftOut.map(user => (
              <li>
                <a href={`/users/${user.id}`}>{user.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action={`/users/staff/${file.id}`} class="ds-form" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="shown" value={shownAs(plan)} />
        {isTooMany(plan) && (
          <>
            <p class="govuk-body">
              <strong>{t.tooMany}</strong>
            </p>
            <Checkboxes name="sure" items={[{ value: 'yes', text: t.sure }]} />
          </>
        )}
        <Button text={t.apply} />
      </form>
      <Lines lines={plan.lines} />
    </>
  )
}

function Lines({ lines }: { lines: readonly PlanLine[] }) {
  const t = staffStrings(useLang())
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.row}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.what}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ row, email, outcome, reason, changes }) => (
          <tr>
            <td>{row}</td>
            <td>{email}</td>
            <td>
              <strong>{t.outcomes[outcome]}</strong>
              {reason && <>: {t.reasons[reason]}</>}
              {changes.length > 0 && <>: {changes.map(change => t.changes[change]).join(', ')}</>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export async function applyFile(c: Ctx) {
  const found = await fileAsked(c)
  if (!found) return notFoundPage(c)
  const form = await formOf(c)
  const { file, rows } = found
  const { isEverybody, purpose } = file
  const isSure = form.text('sure') === 'yes'
  const input = { rows, isEverybody, purpose, isSure, shown: form.text('shown') }
  const done = await actFor(c, applyStaffFile, { id: form.commandId(), input })
  if (isRefusal(done)) {
    if (done.refused === 'too-many-leavers') return previewPage(c, 'sureMissing')
    if (done.refused === 'stale-preview') return previewPage(c, 'stale')
    return refusalPage(c, done)
  }
  await reading(c, 'access.administer', (tx, scope) => dropStaffFile(tx, scope, file.id))
  return c.redirect('/users', 303)
}
