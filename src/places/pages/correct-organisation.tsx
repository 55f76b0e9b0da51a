// Somebody changes what an organisation is called, what it is, or its number.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { correctOrganisation } from '../domain/correct-organisation.ts'
import { findOrganisation, type Organisation } from '../store/organisations.ts'
import {
  kindOf,
  type OrganisationAnswers,
  OrganisationFields,
  type OrganisationProblems,
  organisationProblems,
  phoneOf,
  readOrganisation,
} from './organisation-fields.tsx'
import { Problems } from './organisations.tsx'
import { organisationStrings } from './strings.ts'

/** GET /organisations/:organisation */
export async function showOrganisation(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const { name, kind, phone } = found
  return changePage(c, { answers: { name, kind, place: '', phone: phone ?? '' }, problems: {} })
}

/** POST /organisations/:organisation: the same again is no fault. */
export async function changeOrganisation(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const form = await formOf(c)
  const answers = readOrganisation(form)
  const problems = organisationProblems(answers, null)
  const kind = kindOf(answers)
  if (Object.keys(problems).length > 0 || !kind) return changePage(c, { answers, problems })
  const input = { organisation: found.id, kind, name: answers.name, phone: phoneOf(answers) }
  const done = await actFor(c, correctOrganisation, { id: form.commandId(), input })
  if (isRefusal(done) && done.refused !== 'already-done') return refusalPage(c, done)
  return c.redirect(found.village ? `/villages/${found.village}/organisations` : '/villages', 303)
}

async function findHere(c: Ctx): Promise<Organisation | undefined> {
  const id = c.req.param('organisation') ?? ''
  if (!isId(id)) return undefined
  return reading(c, 'places.organise', (tx, scope) => findOrganisation(tx, scope, id))
}

type Asked = { readonly answers: OrganisationAnswers; readonly problems: OrganisationProblems }

async function changePage(c: Ctx, asked: Asked) {
  const context = await pageContext(c, '/villages')
  const status = Object.keys(asked.problems).length > 0 ? 422 : 200
  return c.html(<ChangePage context={context} {...asked} />, status)
}

export function ChangePage({ context, answers, problems }: Asked & { context: PageContext }) {
  const t = organisationStrings(context.lang)
  const hasErrors = Object.keys(problems).length > 0
  return (
    <Page context={context} title={t.changed} hasErrors={hasErrors}>
      <Problems problems={problems} />
      <h1 class="ds-h1">{t.changed}</h1>
      <form class="ds-form ds-tight" method="post" action={context.path} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <OrganisationFields answers={answers} problems={problems} />
        <Button text={t.save} preventDoubleClick />
      </form>
    </Page>
  )
}
