// What does a village group agree to, and has this person accepted it? Before anything is shown.

import { act } from '../../events/act.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { forgetAsker } from '../../web/session.ts'
import { beforeAgreement, grantsFor } from '../decide.ts'
import { acceptAgreement, agreementTextVersion } from '../domain/agreement.ts'
import { type Agreement, currentAgreement, hasAccepted } from '../store/agreement.ts'
import { agreementStrings } from './agreement-strings.ts'

/** Is there a grant that only waits for this, or that it let through? */
export function mayAgree(c: Ctx): boolean {
  const { node, actor } = c.var
  const asked = { permission: 'access.agree', now: node.clock.now() }
  return grantsFor(node.registry.permissions, beforeAgreement(actor), asked).length > 0
}

export async function showAgreement(c: Ctx) {
  if (!mayAgree(c)) return notFoundPage(c)
  const { council, id: user } = c.var.actor
  const shown = await reading(c, 'access.agree', async tx => {
    const agreement = await currentAgreement(tx, council)
    if (!agreement) return undefined
    const at = await hasAccepted(tx, council, { user, version: agreement.version })
    return { agreement, acceptedAt: at }
  })
  const context = await pageContext(c, '/agreement')
  return c.html(<AgreementPage context={context} shown={shown} />)
}

type Shown = { readonly agreement: Agreement; readonly acceptedAt: Date | undefined } | undefined

function AgreementPage({ context, shown }: { context: PageContext; shown: Shown }) {
  const t = agreementStrings(context.lang)
  const day = format(context.lang)
  return (
    <Page context={context} title={t.title}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">{t.title}</h1>
        {!shown && <p class="govuk-body">{t.missing}</p>}
        {shown && !shown.acceptedAt && (
          <p class="govuk-body">
            <strong>{t.lead}</strong>
          </p>
        )}
        {shown && <Terms agreement={shown.agreement} />}
        {shown && !shown.acceptedAt && <Accept agreement={shown.agreement} />}
        {shown?.acceptedAt && (
          <>
            <p class="govuk-body">{t.accepted(day.timeAndDate(shown.acceptedAt))}</p>
            <Button text={t.goOn} href="/" />
          </>
        )}
      </LangContext.Provider>
    </Page>
  )
}

export function Terms({ agreement }: { agreement: Agreement }) {
  const lang = useLang()
  const t = agreementStrings(lang)
  const { terms, ageMin, version, setAt } = agreement
  const { who, breach, end, insurance, age, alone } = t.parts
  const parts = [
    [who.heading, who.says(terms.controller)],
    [breach.heading, breach.says(terms.breachNumber)],
    [end.heading, end.says(terms.returnTo)],
    [insurance.heading, insurance.says(terms.insurance)],
    [age.heading, age.says(String(ageMin))],
    [alone.heading, alone.says(terms.loneWorking)],
  ] as const
  return (
    <div class="ds-text">
      {parts.map(([heading, says]) => (
        <>
          <h2 class="ds-h3">{heading}</h2>
          <p class="govuk-body">{says}</p>
        </>
      ))}
      <p class="ds-small ds-quiet">
        {t.version(`${agreementTextVersion}.${version}`, format(lang).shortDate(setAt))}
      </p>
    </div>
  )
}

function Accept({ agreement }: { agreement: Agreement }) {
  const t = agreementStrings(useLang())
  return (
    <form method="post" action="/agreement" class="ds-section">
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="version" value={agreement.version} />
      <input type="hidden" name="text" value={agreementTextVersion} />
      <p class="govuk-body">{t.acceptNote}</p>
      <Button text={t.accept} />
    </form>
  )
}

export async function saveAgreement(c: Ctx) {
  if (!mayAgree(c)) return notFoundPage(c)
  const form = await formOf(c)
  const { node, actor } = c.var
  const input = { version: Number(form.text('version')), textVersion: Number(form.text('text')) }
  const request = { id: form.commandId(), input }
  const done = await act(node, beforeAgreement(actor), acceptAgreement, request)
  if (isRefusal(done) && done.refused !== 'already-done') return refusalPage(c, done)
  forgetAsker(c)
  return c.redirect('/', 303)
}
