// One volunteer: what they can do, what was seen of them, and may they rest?
import { isId } from '../../kernel/ids.ts'
import { ErrorSummary, NotificationBanner } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { checksOf } from '../store/checks.ts'
import { type ListedVolunteer, volunteerSeen } from '../store/listed.ts'
import { changeStrings } from './change-strings.ts'
import { Checks } from './checks-part.tsx'
import { Erase, type EraseProblem } from './erase-part.tsx'
import { Facts } from './facts-part.tsx'
import { Rest } from './rest-part.tsx'
import { StandDownPart } from './stand-down-part.tsx'
import { volunteerStrings } from './strings.ts'

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
        {mayAdd && <More one={one} mayKeepApart={holds(c, 'volunteers.keep-apart')} />}
        <Checks {...{ volunteer: one.id, checks, now, mayAdd }} />
        {mayAdd && <Rest one={one} now={now} />}
        {mayAdd && <StandDownPart one={one} now={now} />}
        {holds(c, 'volunteers.erase') && <Erase volunteer={one.id} problem={problem} />}
      </LangContext.Provider>
    </Page>,
    problem ? 422 : 200,
  )
}

function More({ one, mayKeepApart }: { one: ListedVolunteer; mayKeepApart: boolean }) {
  const t = changeStrings(useLang())
  return (
    <p class="ds-acts ds-noprint">
      <a href={`/volunteers/${one.id}/change`}>{t.change}</a>
      {mayKeepApart && <a href={`/volunteers/${one.id}/apart`}>{t.keepApart}</a>}
    </p>
  )
}
