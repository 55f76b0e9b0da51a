// Who else could help? Words, a category, a place, open now; and from there a referral.
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, Checkboxes, Input, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { findServices, isOpenAt, whereOf } from '../domain/find-services.ts'
import { type Service, type Term, termsOf } from '../domain/open-referral.ts'
import { termsAmong } from '../domain/publish.ts'
import { servicesOf } from '../store/queries.ts'
import { directoryStrings } from './strings.ts'

type Looked = {
  readonly search: string
  readonly term: string
  readonly postcode: string
  readonly isNow: boolean
  /** For whom, if for somebody; then each service leads to a referral. */
  readonly person: string
  readonly need: string
}

/** GET /services */
export async function showServices(c: Ctx) {
  const said = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 100)
  const [person, need] = [said('person'), said('need')].map(id => (isId(id) ? id : ''))
  const asked = { search: said('search'), term: said('term'), postcode: said('postcode') }
  const whom = { person: person ?? '', need: need ?? '' }
  const looked: Looked = { ...asked, ...whom, isNow: said('now') === '1' }
  const { all, now } = await reading(c, 'directory.read', async (tx, scope, at) => {
    return { all: await servicesOf(tx, scope.council), now: at }
  })
  const context = await pageContext(c, '/services')
  const { lang } = context
  const t = directoryStrings(lang)
  const found = findServices(all, {
    search: looked.search || undefined,
    term: looked.term || undefined,
    postcode: looked.postcode || undefined,
    openAt: looked.isNow ? now : undefined,
  })
  const shown = found.slice(0, shownMax)
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={lang}>
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">
            {all.length === 0
              ? t.none
              : t.headline(found.length, format(lang).number(found.length))}
          </span>
        </h1>
        <p class="ds-quiet">{looked.person === '' ? t.lead : t.forPerson}</p>
        <Form looked={looked} terms={termsAmong(all)} />
        {all.length > 0 && found.length === 0 && <p>{t.noneFits}</p>}
        {shown.map(service => (
          <Shown service={service} looked={looked} now={now} />
        ))}
        {holds(c, 'directory.change') && (
          <p>
            <a href="/services/take">{t.take}</a>
          </p>
        )}
      </LangContext.Provider>
    </Page>,
  )
}

const shownMax = 100

function Form({ looked, terms }: { looked: Looked; terms: readonly Term[] }) {
  const t = directoryStrings(useLang())
  const { search, term, postcode, isNow, person, need } = looked
  const items = terms.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <form class="ds-form" method="get" action="/services">
      {person !== '' && <input type="hidden" name="person" value={person} />}
      {need !== '' && <input type="hidden" name="need" value={need} />}
      <Input {...{ name: 'search', label: t.search, hint: t.searchHint, value: search }} />
      <Select
        {...{ name: 'term', label: t.category, value: term }}
        items={[{ value: '', text: t.anyCategory }, ...items]}
      />
      <Input
        {...{ name: 'postcode', label: t.postcode, value: postcode }}
        classes="govuk-input--width-10"
      />
      <Checkboxes
        name="now"
        values={isNow ? ['1'] : []}
        items={[{ value: '1', text: t.openNow }]}
      />
      <Button text={t.find} />
    </form>
  )
}

type One = { readonly service: Service; readonly looked: Looked; readonly now: number }

function Shown({ service, looked, now }: One) {
  const t = directoryStrings(useLang())
  const { id, name, organization, description } = service
  const ask = askAddress(service, looked)
  return (
    <article class="ds-plan">
      <h2 class="ds-h3">
        <a href={`/services/${id.toLowerCase()}`}>{name}</a>
      </h2>
      <p class="ds-quiet">
        {[organization?.name, ...whereOf(service).slice(0, 1), openWords(t, service, now)]
          .filter(Boolean)
          .join('. ')}
      </p>
      {description && <p>{description.trim().slice(0, describedMax)}</p>}
      {ask && (
        <p>
          <a class="ds-button ds-button--second ds-button--small" href={ask}>
            {t.ask}
          </a>
        </p>
      )}
    </article>
  )
}

const describedMax = 240

export function openWords(
  t: ReturnType<typeof directoryStrings>,
  service: Service,
  now: number,
): string {
  if (service.status !== 'active') return t.statuses[service.status]
  const isOpen = isOpenAt(service, now)
  return isOpen === undefined ? '' : isOpen ? t.openYes : t.openNo
}

/** Where the form of a referral begins, with this service in it. */
function askAddress(service: Service, { person, need }: Looked): string | undefined {
  if (person === '' || service.status !== 'active') return undefined
  const { id, name, organization, email } = service
  const asked = new URLSearchParams({ person, service: id.toLowerCase() })
  asked.set('partner', (organization?.name ?? name).slice(0, 120))
  asked.set('email', email ?? organization?.email ?? '')
  if (need !== '') asked.set('need', need)
  return `/referrals/new?${asked}`
}

export const categoriesOf = (service: Service) => termsOf(service).map(({ name }) => name)
