// One volunteer: what they can do, what was seen of them, and may they rest?
import { isId } from '../../kernel/ids.ts'
import { ErrorSummary, NotificationBanner, SummaryList } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { checksOf } from '../store/checks.ts'
import { type ListedVolunteer, volunteerSeen } from '../store/listed.ts'
import { Checks } from './checks-part.tsx'
import { Erase, type EraseProblem } from './erase-part.tsx'
import { Rest } from './rest-part.tsx'
import { volunteerStrings } from './strings.ts'
import { stateOf, travelsBy } from './volunteers-parts.tsx'

/** GET /volunteers/:volunteer */
export function showVolunteer(c: Ctx) {
  return volunteerPage(c)
}

export async function volunteerPage(c: Ctx, problem?: EraseProblem) {
  const id = c.req.param('volunteer') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'volunteers.read', async (tx, scope, now) => {
    const one = await volunteerSeen(tx, scope, { volunteer: id, now })
    return one && { one, now, checks: await checksOf(tx, scope, id) }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/volunteers')
  const t = volunteerStrings(context.lang)
  const { one, now, checks } = seen
  const mayAdd = holds(c, 'volunteers.manage')
  const crumbs = [{ href: '/volunteers', label: t.title }, { label: one.name }]
  return c.html(
    <Page context={context} title={one.name} breadcrumbs={crumbs} hasErrors={problem !== undefined}>
      <LangContext.Provider value={context.lang}>
        {problem && <ErrorSummary errorList={[{ href: '#sure', text: t[problem] }]} />}
        {c.req.query('saved') === '1' && <NotificationBanner text={t.saved} type="success" />}
        <h1 class="ds-h1">{one.name}</h1>
        <Facts one={one} now={now} />
        <Checks {...{ volunteer: one.id, checks, now, mayAdd }} />
        {mayAdd && <Rest one={one} now={now} />}
        {holds(c, 'volunteers.erase') && <Erase volunteer={one.id} problem={problem} />}
      </LangContext.Provider>
    </Page>,
    problem ? 422 : 200,
  )
}

type Shown = { readonly one: ListedVolunteer; readonly now: number }

function Facts({ one, now }: Shown) {
  const lang = useLang()
  const t = volunteerStrings(lang)
  const fact = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return (
    <SummaryList
      rows={[
        fact(t.state, stateOf(lang, one, now)),
        fact(t.village, one.village),
        fact(t.phone, one.phone),
        fact(t.vetting, t.vettings[one.vetting]),
        fact(t.travels, travelsBy(lang, one)),
        fact(t.languages, one.languages.join(', ')),
        fact(t.jobsMax, String(one.jobsMax)),
      ]}
    />
  )
}
