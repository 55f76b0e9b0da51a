// Which shops, care homes, schools and halls are in a village? Add one, or open one to change it.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { type TakeAddress, TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { addOrganisation } from '../domain/add-organisation.ts'
import { type Organisation, organisationsWithin } from '../store/organisations.ts'
import { findPlace, type Place, placesWithin } from '../store/queries.ts'
import {
  kindOf,
  noOrganisation,
  type OrganisationAnswers,
  OrganisationFields,
  type OrganisationProblems,
  organisationProblems,
  phoneOf,
  readOrganisation,
  useProblems,
} from './organisation-fields.tsx'
import { organisationStrings } from './strings.ts'

/** GET /villages/:village/organisations */
export async function showOrganisations(c: Ctx) {
  const here = await findHere(c)
  if (!here) return notFoundPage(c)
  const answers = { ...noOrganisation, place: here.village.id }
  return listPage(c, here, { answers, problems: {} })
}

/** POST /villages/:village/organisations */
export async function sendOrganisation(c: Ctx) {
  const here = await findHere(c)
  if (!here) return notFoundPage(c)
  const form = await formOf(c)
  const answers = readOrganisation(form)
  const places = [here.village.id, ...here.streets.map(street => street.id)]
  const problems = organisationProblems(answers, places)
  const kind = kindOf(answers)
  if (Object.keys(problems).length > 0 || !kind) return listPage(c, here, { answers, problems })
  const organisation = form.commandId()
  const { name, place } = answers
  const input = { organisation, kind, place, name, phone: phoneOf(answers) }
  const done = await actFor(c, addOrganisation, { id: organisation, input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/villages/${here.village.id}/organisations`, 303)
}

type Here = {
  readonly village: Place
  readonly streets: readonly Place[]
  readonly organisations: readonly Organisation[]
}

async function findHere(c: Ctx): Promise<Here | undefined> {
  const id = c.req.param('village') ?? ''
  if (!isId(id)) return undefined
  return reading(c, 'places.organise', async (tx, scope) => {
    const village = await findPlace(tx, scope, id)
    if (village?.kind !== 'village') return undefined
    const streets = await placesWithin(tx, scope, { kind: 'street', within: id })
    return { village, streets, organisations: await organisationsWithin(tx, scope, id) }
  })
}

type Asked = { readonly answers: OrganisationAnswers; readonly problems: OrganisationProblems }
type ListProps = Here &
  Asked & { readonly context: PageContext; readonly taken: TakeAddress | undefined }

async function listPage(c: Ctx, here: Here, asked: Asked) {
  const context = await pageContext(c, '/villages')
  const taken = takeAddress(c, 'places.take')
  const shown = { context, taken, ...here, ...asked }
  const status = Object.keys(asked.problems).length > 0 ? 422 : 200
  return c.html(<OrganisationsPage {...shown} />, status)
}

export function OrganisationsPage(props: ListProps) {
  const { context, village, organisations, problems } = props
  const t = organisationStrings(context.lang)
  const { number } = format(context.lang)
  const crumbs = [
    { href: '/villages', label: t.villages },
    { href: `/villages/${village.id}`, label: village.name },
    { label: t.title },
  ]
  const hasErrors = Object.keys(problems).length > 0
  const n = organisations.length
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors={hasErrors}>
      <Problems problems={problems} />
      <h1 class="ds-h1 ds-headline" data-total={n}>
        {t.headline(n, number(n), village.name)}
      </h1>
      <p>{t.lead}</p>
      {n > 0 && <Rows organisations={organisations} />}
      {n > 0 && <TakeLinks at={props.taken} />}
      <Add {...props} />
    </Page>
  )
}

export function Problems({ problems }: { problems: OrganisationProblems }) {
  const wrong = useProblems(problems)
  return wrong.length > 0 ? <ErrorSummary errorList={wrong} /> : null
}

function Rows({ organisations }: { organisations: readonly Organisation[] }) {
  const t = organisationStrings(useLang())
  return (
    <table class="ds-table ds-tight">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col" class="ds-wide">
            {t.street}
          </th>
          <th scope="col">{t.phone}</th>
          <th scope="col">
            <span class="ds-hide">{t.change}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {organisations.map(({ id, name, kind, street, phone }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{t.kinds[kind]}</td>
            <td class="ds-wide">{street ?? t.streetUnknown}</td>
            <td class="ds-nowrap">{phone ? <a href={`tel:${phone}`}>{phone}</a> : t.noPhone}</td>
            <td>
              <a href={`/organisations/${id}`} aria-label={t.changeThis(name)}>
                {t.change}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Add({ village, streets, answers, problems }: ListProps) {
  const t = organisationStrings(useLang())
  return (
    <section class="ds-section" id="add" aria-labelledby="h-add">
      <h2 class="ds-h2" id="h-add">
        {t.add}
      </h2>
      <form
        class="ds-form ds-tight"
        method="post"
        action={`/villages/${village.id}/organisations`}
        novalidate
      >
        <input type="hidden" name="command" value={newId()} />
        <OrganisationFields
          answers={answers}
          problems={problems}
          streets={streets}
          village={village.id}
        />
        <Button text={t.addButton} preventDoubleClick />
      </form>
    </section>
  )
}
