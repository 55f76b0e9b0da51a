// Emergency access: who opened it, why, what was done, and was it in order?
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios, SummaryList, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { reviewEmergency } from '../domain/emergency.ts'
import { type Emergency, listEmergencies } from '../store/emergencies.ts'
import { signInStrings } from './strings.ts'

const permission = 'sign-in.review'

export async function showEmergencies(c: Ctx) {
  return showPage(c)
}

async function showPage(c: Ctx, missing?: string) {
  const emergencies = await reading(c, permission, listEmergencies)
  const context = await pageContext(c, '/emergencies')
  const t = signInStrings(context.lang)
  return c.html(
    <Page context={context} title={t.emergencies} hasErrors={missing !== undefined}>
      {missing && (
        <ErrorSummary errorList={[{ href: `#finding-${missing}`, text: t.findingMissing }]} />
      )}
      <h1 class="ds-h1">{t.emergencies}</h1>
      <p class="govuk-body">{t.emergenciesLead}</p>
      {emergencies.length === 0 && <p class="govuk-body">{t.emergenciesNone}</p>}
      {emergencies.map(one => (
        <One
          emergency={one}
          lang={context.lang}
          isMissing={one.user === missing}
          isOwn={emergencies.some(other => other.user === c.var.actor.id)}
        />
      ))}
    </Page>,
    missing ? 422 : 200,
  )
}

type OneProps = { emergency: Emergency; lang: Lang; isMissing: boolean; isOwn: boolean }

function One({ emergency, lang, isMissing, isOwn }: OneProps) {
  const t = signInStrings(lang)
  const at = format(lang)
  const { openedAt, endsAt, enteredAt, changes, looks, reviewedAt, finding, note } = emergency
  return (
    <section class="ds-panel ds-section">
      <h2 class="ds-h2">{emergency.name ?? t.erased}</h2>
      <SummaryList
        rows={[
          { key: t.reason, value: emergency.reason ?? t.erased },
          { key: t.opened, value: at.row(openedAt) },
          { key: t.ends, value: at.row(endsAt) },
          { key: t.entered, value: enteredAt ? at.row(enteredAt) : t.enteredNot },
          { key: t.changes, value: changes.length > 0 ? changes.join(', ') : t.changesNone },
          { key: t.looks, value: at.number(looks) },
        ]}
      />
      {reviewedAt && finding ? (
        <p class="govuk-body">
          {t.reviewed(emergency.reviewedBy ?? t.erased, at.row(reviewedAt), t.findings[finding])}
          {note && ` ${note}`}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            <strong>{t.emergencyWaits}</strong>
          </p>
          {!isOwn && <Review user={emergency.user} lang={lang} isMissing={isMissing} />}
        </>
      )}
    </section>
  )
}

type ReviewProps = { user: string; lang: Lang; isMissing: boolean }

function Review({ user, lang, isMissing }: ReviewProps) {
  const t = signInStrings(lang)
  return (
    <form method="post" action={`/emergencies/${user}/review`} class="ds-form" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="finding"
        idPrefix={`finding-${user}`}
        fieldset={{ legend: { text: t.finding } }}
        items={[
          { value: 'in-order', text: t.findings['in-order'] },
          { value: 'not-in-order', text: t.findings['not-in-order'] },
        ]}
        {...(isMissing ? { errorMessage: t.findingMissing } : {})}
      />
      <Textarea id={`note-${user}`} name="note" label={t.note} />
      <Button text={t.review} />
    </form>
  )
}

export async function saveReview(c: Ctx) {
  const user = c.req.param('user') ?? ''
  if (!isId(user)) return notFoundPage(c)
  const form = await formOf(c)
  const finding = form.text('finding')
  if (finding !== 'in-order' && finding !== 'not-in-order') return showPage(c, user)
  const input = { user, finding, note: form.text('note').slice(0, 1_000) }
  const done = await actFor(c, reviewEmergency, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/emergencies', 303)
}
