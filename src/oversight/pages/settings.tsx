// How are staff named in a resident's report, and where do they live, if they said so?
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input, Radios } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { SetStaffHome, setReportNames, setStaffHome } from '../domain/settings.ts'
import { namesStaff, type StaffHome, staffHomes } from '../store/settings.ts'
import { oversightStrings } from './strings.ts'

export function showSettings(c: Ctx) {
  return settingsPage(c)
}

export async function saveNames(c: Ctx) {
  const form = await formOf(c)
  const input = { namesStaff: form.text('names') === 'name' }
  const done = await actFor(c, setReportNames, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/reads/settings', 303)
}

export async function saveHome(c: Ctx) {
  const form = await formOf(c)
  const input = { user: form.text('user'), postcode: form.text('postcode') }
  if (!SetStaffHome.safeParse(input).success) return settingsPage(c, input)
  const done = await actFor(c, setStaffHome, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/reads/settings', 303)
}

type Wrong = { readonly user: string; readonly postcode: string }

async function settingsPage(c: Ctx, wrong?: Wrong) {
  const { isNamed, homes } = await reading(c, 'oversight.audit', async (tx, scope) => ({
    isNamed: await namesStaff(tx, scope),
    homes: await staffHomes(tx, scope),
  }))
  const context = await pageContext(c, '/reads')
  const t = oversightStrings(context.lang)
  const href = wrong && isId(wrong.user) ? `#home-${wrong.user}` : '#homes'
  const crumbs = [{ href: '/reads', label: t.reads }, { label: t.settingsLink }]
  return c.html(
    <Page context={context} title={t.settings} breadcrumbs={crumbs} hasErrors={Boolean(wrong)}>
      <LangContext.Provider value={context.lang}>
        {wrong && <ErrorSummary errorList={[{ href, text: t.homeWrong }]} />}
        <h1 class="ds-h1">{t.settings}</h1>
        <Names isNamed={isNamed} />
        <section class="ds-panel ds-section" id="homes" aria-labelledby="h-homes">
          <h2 class="ds-h2" id="h-homes">
            {t.homes}
          </h2>
          <p class="govuk-body">{t.homesLead}</p>
          {homes.map(one => (
            <Home home={one} {...(wrong?.user === one.user ? { wrong } : {})} />
          ))}
        </section>
      </LangContext.Provider>
    </Page>,
    wrong ? 422 : 200,
  )
}

function Names({ isNamed }: { isNamed: boolean }) {
  const t = oversightStrings(useLang())
  return (
    <form method="post" action="/reads/settings/names" class="ds-form">
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="names"
        fieldset={{ legend: { text: t.namesStaff } }}
        value={isNamed ? 'name' : 'role'}
        items={[
          { value: 'role', text: t.namesRole },
          { value: 'name', text: t.namesName },
        ]}
      />
      <Button text={t.saveNames} />
    </form>
  )
}

function Home({ home, wrong }: { home: StaffHome; wrong?: Wrong }) {
  const t = oversightStrings(useLang())
  return (
    <form method="post" action="/reads/settings/homes" class="ds-form" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="user" value={home.user} />
      <Input
        id={`home-${home.user}`}
        name="postcode"
        label={t.home(home.name)}
        value={wrong?.postcode ?? home.postcode ?? ''}
        autocomplete="off"
        classes="govuk-input--width-10"
        {...(wrong ? { errorMessage: t.homeWrong } : {})}
      />
      <Button text={t.saveHome} classes="govuk-button--secondary" />
    </form>
  )
}
