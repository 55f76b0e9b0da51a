// When do councillors' grants rest, and what do village groups agree to? The council says both.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, Details, ErrorSummary, Input, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { SetAgreement, setAgreement } from '../domain/agreement.ts'
import { setQuietPeriod } from '../domain/set-quiet-period.ts'
import { type Agreement, countAccepted, currentAgreement } from '../store/agreement.ts'
import { findQuietPeriod, type QuietPeriod } from '../store/quiet-period.ts'
import { adminStrings } from './admin-strings.ts'
import { Terms } from './agreement.tsx'
import { dayProblems, termOf } from './grant-answers.ts'
import { Day, type ErrorOf, firstInput, problemWords } from './grant-fields.tsx'
import { rulesStrings } from './rules-strings.ts'
import { accessStrings } from './strings.ts'

const termFields = ['controller', 'breachNumber', 'returnTo', 'insurance', 'loneWorking'] as const
type Typed = {
  readonly from: TypedDay
  readonly until: TypedDay
  readonly terms: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string | undefined>>
}
const noDay = typedDay('', () => '')
const nothingTyped: Typed = { from: noDay, until: noDay, terms: {}, problems: {} }

export function showRules(c: Ctx) {
  return rulesPage(c, nothingTyped)
}

export async function saveQuietPeriod(c: Ctx) {
  const form = await formOf(c)
  const textOf = (name: string) => form.text(name)
  const id = form.commandId()
  if (form.text('remove')) {
    const removed = await actFor(c, setQuietPeriod, { id, input: { from: null, until: null } })
    return isRefusal(removed) ? refusalPage(c, removed) : c.redirect('/access-rules', 303)
  }
  const days = { from: typedDay('from', textOf), until: typedDay('until', textOf) }
  const term = await termOf(c, days)
  const now = c.var.node.clock.now()
  const problems = {
    ...(days.until.isEmpty ? { until: 'bothMissing' } : {}),
    ...dayProblems(days, term, now),
  }
  const typed = { ...nothingTyped, ...days, problems }
  if (Object.keys(problems).length > 0) return rulesPage(c, typed)
  const done = await actFor(c, setQuietPeriod, {
    id,
    input: { from: term.from ?? now, until: term.until },
  })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/access-rules', 303)
}

export async function saveAgreementTerms(c: Ctx) {
  const form = await formOf(c)
  const terms = Object.fromEntries([...termFields, 'ageMin'].map(name => [name, form.text(name)]))
  const { ageMin, ...words } = terms
  const input = { terms: words, ageMin: Number(ageMin) }
  const problems = Object.fromEntries([
    ...termFields
      .filter(field => !SetAgreement.shape.terms.shape[field].safeParse(terms[field]).success)
      .map(field => [field, 'textMissing']),
    ...(SetAgreement.shape.ageMin.safeParse(input.ageMin).success ? [] : [['ageMin', 'ageWrong']]),
  ])
  const typed = { ...nothingTyped, terms, problems }
  if (Object.keys(problems).length > 0) return rulesPage(c, typed)
  const done = await actFor(c, setAgreement, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect('/access-rules', 303)
  if (done.refused !== 'already-done') return refusalPage(c, done)
  return rulesPage(c, { ...typed, problems: { controller: 'same' } })
}

type Shown = {
  readonly quiet: QuietPeriod | undefined
  readonly agreement: Agreement | undefined
  readonly accepted: number
}

async function rulesPage(c: Ctx, typed: Typed) {
  const shown = await reading(c, 'access.administer', async (tx, scope) => {
    const agreement = await currentAgreement(tx, scope.council)
    const accepted = agreement ? await countAccepted(tx, scope, agreement.version) : 0
    return { quiet: await findQuietPeriod(tx, scope), agreement, accepted }
  })
  const context = await pageContext(c, '/users')
  const status = Object.keys(typed.problems).length > 0 ? 422 : 200
  return c.html(<RulesPage context={context} shown={shown} typed={typed} />, status)
}

type Props = { shown: Shown; typed: Typed }

function wordsOf(lang: PageContext['lang'], code: string): string {
  const own: Readonly<Record<string, unknown>> = { ...rulesStrings(lang) }
  return typeof own[code] === 'string' ? (own[code] as string) : problemWords(lang, code)
}

function errorOf({ problems }: Typed, lang: PageContext['lang']): ErrorOf {
  return field => {
    const code = problems[field]
    return code ? { errorMessage: { text: wordsOf(lang, code) } } : {}
  }
}

function RulesPage({ context, shown, typed }: Props & { context: PageContext }) {
  const { lang } = context
  const t = rulesStrings(lang)
  const wrong = Object.entries(typed.problems).map(([field, code = '']) => ({
    href: `#${firstInput(field)}`,
    text: wordsOf(lang, code),
  }))
  return (
    <Page
      context={context}
      title={t.title}
      hasErrors={wrong.length > 0}
      breadcrumbs={[{ href: '/users', label: accessStrings(lang).users }, { label: t.title }]}
    >
      <LangContext.Provider value={lang}>
        {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
        <h1 class="ds-h1">{t.title}</h1>
        <QuietForm shown={shown} typed={typed} />
        <AgreementForm shown={shown} typed={typed} />
      </LangContext.Provider>
    </Page>
  )
}

function QuietForm({ shown, typed }: Props) {
  const lang = useLang()
  const t = rulesStrings(lang)
  const words = adminStrings(lang)
  const day = format(lang).shortDate
  const { quiet } = shown
  const error = errorOf(typed, lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.quiet}</h2>
      <p class="govuk-body">{t.quietLead}</p>
      <p class="govuk-body">
        <strong>
          {quiet ? t.quietNow(day(quiet.from), day(quiet.until.getTime() - 1)) : t.quietNone}
        </strong>
      </p>
      <form method="post" action="/access-rules/quiet" class="ds-form" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Day name="from" label={words.from} hint={words.fromHint} day={typed.from} error={error} />
        <Day name="until" label={t.last} hint={t.lastHint} day={typed.until} error={error} />
        <Button text={t.quietButton} />{' '}
        {quiet && (
          <Button text={t.quietRemove} name="remove" value="1" classes="govuk-button--secondary" />
        )}
      </form>
    </section>
  )
}

function AgreementForm({ shown, typed }: Props) {
  const lang = useLang()
  const t = rulesStrings(lang)
  const { agreement, accepted } = shown
  const error = errorOf(typed, lang)
  const value = (field: (typeof termFields)[number]) =>
    typed.terms[field] ?? agreement?.terms[field] ?? ''
  const age = typed.terms.ageMin ?? agreement?.ageMin ?? 18
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.agreement}</h2>
      <p class="govuk-body">{t.agreementLead}</p>
      {!agreement && (
        <p class="govuk-body">
          <strong>{t.agreementNone}</strong>
        </p>
      )}
      {agreement && (
        <>
          <p class="govuk-body">{t.accepted(format(lang).number(accepted))}</p>
          <Details summaryText={t.preview}>
            <Terms agreement={agreement} />
          </Details>
        </>
      )}
      <form method="post" action="/access-rules/agreement" class="ds-form" novalidate>
        <input type="hidden" name="command" value={newId()} />
        {termFields.map(field => (
          <Textarea name={field} rows={2} label={t[field]} value={value(field)} {...error(field)} />
        ))}
        <Input
          name="ageMin"
          label={t.ageMin}
          hint={t.ageHint}
          value={String(age)}
          {...error('ageMin')}
        />
        <Button text={t.agreementButton} />
      </form>
    </section>
  )
}
