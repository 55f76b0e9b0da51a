// One service of the directory: what, by whom, where, when, for whom, at what cost.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { removeService } from '../domain/change-directory.ts'
import { whereOf } from '../domain/find-services.ts'
import type { Service } from '../domain/open-referral.ts'
import { findService } from '../store/queries.ts'
import { categoriesOf, openWords } from './services.tsx'
import { directoryStrings } from './strings.ts'

/** GET /services/:service */
export async function showService(c: Ctx) {
  const id = c.req.param('service') ?? ''
  const seen = await reading(c, 'directory.read', async (tx, scope, now) => {
    const service = isId(id) ? await findService(tx, scope.council, id) : undefined
    return service && { service, now }
  })
  if (!seen) return notFoundPage(c)
  const { service, now } = seen
  const context = await pageContext(c, '/services')
  const t = directoryStrings(context.lang)
  const crumbs = [{ href: '/services', label: t.title }, { label: service.name }]
  return c.html(
    <Page context={context} title={service.name} breadcrumbs={crumbs}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">{service.name}</h1>
        {service.description && <p>{service.description}</p>}
        <Facts service={service} now={now} />
        {holds(c, 'directory.change') && (
          <form method="post" action={`/services/${id}/remove`}>
            <input type="hidden" name="command" value={newId()} />
            <button type="submit" class="ds-button ds-button--second">
              {t.remove}
            </button>
          </form>
        )}
      </LangContext.Provider>
    </Page>,
  )
}

/** POST /services/:service/remove */
export async function removeHere(c: Ctx) {
  const id = (await formOf(c)).commandId()
  const input = { service: c.req.param('service') }
  const done = await actFor(c, removeService, { id, input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/services', 303)
}

function Facts({ service, now }: { service: Service; now: number }) {
  const lang = useLang()
  const t = directoryStrings(lang)
  const { organization, schedules = [], minimum_age, maximum_age, assured_date } = service
  const hours = schedules.flatMap(one => one.description ?? weekOf(one))
  const hasAges = minimum_age !== undefined || maximum_age !== undefined
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t.alert, service.alert],
    [t.byWhom, organization?.name],
    [t.where, whereOf(service).join('; ')],
    [t.opens, [openWords(t, service, now) || t.openUnknown, ...hours].join('. ')],
    [t.ages, hasAges ? t.agesOf(`${minimum_age ?? 0}`, `${maximum_age ?? '…'}`) : undefined],
    [t.fees, service.fees],
    [t.contact, service.email ?? organization?.email],
    [t.web, service.url ?? organization?.website],
    [t.categories, categoriesOf(service).join(', ')],
    [t.checked, assured_date && format(lang).day(assured_date)],
  ]
  return (
    <dl class="ds-facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ),
      )}
    </dl>
  )
}

function weekOf({ byday, opens_at, closes_at }: NonNullable<Service['schedules']>[number]) {
  const hours = [opens_at, closes_at].map(one => one?.slice(0, 5) ?? '').join('–')
  return byday ? [`${byday} ${hours}`] : []
}
