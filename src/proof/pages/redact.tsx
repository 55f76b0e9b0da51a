// What may be said of a proof to somebody whom the law entitles to ask? Made here, and recorded.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf } from '../../web/request.ts'
import { laws } from '../domain/terms.ts'
import {
  type Redaction,
  reasonLettersMax,
  redactionsOf,
  redactProof,
} from '../store/redact-proof.ts'
import { withProof } from './asked.ts'
import { proofStrings } from './strings.ts'
import { proofStyle } from './style.ts'

type Field = 'law' | 'line' | 'reason'
type Answers = Readonly<Record<Field, string>> & { readonly wrong: readonly Field[] }
const fresh: Answers = { law: '', line: '', reason: '', wrong: [] }

/** GET /proofs/:proof/redact */
export async function showRedact(c: Ctx) {
  return redactPage(c, fresh)
}

/** POST /proofs/:proof/redact */
export async function saveRedact(c: Ctx) {
  const id = c.req.param('proof')
  const form = await formOf(c)
  const codes = await withProof(c, 'proof.redact', async ({ coverage }) => {
    return new Set(coverage.lines.map(({ code }) => code))
  })
  if (!isId(id) || !codes) return notFoundPage(c)
  const line = form.text('line').toUpperCase()
  const answers = { law: form.text('law'), line, reason: form.text('reason') }
  const law = laws.find(one => one === answers.law)
  const isFitting = law === 'subject-access' ? codes.has(line) : line === ''
  const isLong = answers.reason.length > reasonLettersMax
  const wrong: Field[] = [
    ...(law ? [] : (['law'] as const)),
    ...(isFitting ? [] : (['line'] as const)),
    ...(answers.reason === '' || isLong ? (['reason'] as const) : []),
  ]
  if (wrong.length > 0 || !law) return redactPage(c, { ...answers, wrong })
  const redaction = form.commandId()
  const refusal = await redactProof(c.var.node, c.var.actor, {
    id: redaction,
    proof: id,
    law,
    line: line === '' ? null : line,
    reason: answers.reason,
  })
  return isRefusal(refusal)
    ? refusalPage(c, refusal)
    : c.redirect(`/redacted-proofs/${redaction}`, 303)
}

async function redactPage(c: Ctx, answers: Answers) {
  const found = await withProof(c, 'proof.redact', async ({ tx, scope, proof }) => ({
    proof,
    made: await redactionsOf(tx, scope, proof.id),
  }))
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const t = proofStrings(context.lang)
  const number = format(context.lang).number(found.proof.number)
  const isWrong = answers.wrong.length > 0
  const errors = answers.wrong.map(one => ({ text: t.redact.errors[one], href: `#${one}` }))
  const crumbs = [
    { href: '/proofs', label: t.proofs },
    { href: `/proofs/${found.proof.id}`, label: t.title(number) },
    { label: t.redact.title },
  ]
  return c.html(
    <Page
      context={context}
      title={t.redact.title}
      breadcrumbs={crumbs}
      styles={[proofStyle]}
      hasErrors={isWrong}
    >
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.redact.headline(number)}</h1>
        <p>{t.redact.lead}</p>
        <RedactForm id={found.proof.id} answers={answers} />
        <h2 class="ds-h2">{t.redact.made}</h2>
        <Made all={found.made} />
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function RedactForm({ id, answers }: { id: string; answers: Answers }) {
  const t = proofStrings(useLang()).redact
  const { law, line, reason, wrong } = answers
  const error = (field: Field) => (wrong.includes(field) ? { errorMessage: t.errors[field] } : {})
  return (
    <form method="post" action={`/proofs/${id}/redact`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="law"
        value={law}
        fieldset={{ legend: { text: t.law, classes: 'govuk-fieldset__legend--s' } }}
        items={laws.map(one => ({ value: one, text: t.laws[one] }))}
        {...error('law')}
      />
      <Input name="line" label={t.line} hint={t.lineHint} value={line} {...error('line')} />
      <Textarea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        rows={3}
        value={reason}
        {...error('reason')}
      />
      <Button text={t.button} preventDoubleClick />
    </form>
  )
}

function Made({ all }: { all: readonly Redaction[] }) {
  const lang = useLang()
  const t = proofStrings(lang).redact
  if (all.length === 0) return <p>{t.nothing}</p>
  return (
    <ul class="govuk-list">
      {all.map(({ id, law, at, by, reason }) => (
        <li>
          <a href={`/redacted-proofs/${id}`}>
            {t.line1(t.laws[law], format(lang).timeAndDate(at), by ?? '')}
          </a>
          {reason && (
            <>
              <br />
              {reason}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
