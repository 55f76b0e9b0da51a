// The one page of a partner: what is asked, for which purpose, until when; and three answers.
import { newId } from '../../kernel/ids.ts'
import { needLabel } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { shownPhone } from '../../people/index.ts'
import { declineReasons, factsFor } from '../domain/terms.ts'
import type { Facts, Offered } from '../store/queries.ts'
import { partnerStrings } from './partner-strings.ts'

export type PartnerProblem = 'reasonMissing' | 'replyTooLong'

export type AskedShown = {
  readonly referral: string
  readonly offered: Offered
  readonly facts: Facts | undefined
  readonly at: string
  readonly council: string
  readonly now: number
  readonly problems: readonly PartnerProblem[]
  readonly reply: string
}

export function AskedPage({ context, shown }: { context: PageContext; shown: AskedShown }) {
  const t = partnerStrings(context.lang)
  const { offered, problems, council } = shown
  const isAccepted = offered.state === 'accepted'
  const title = isAccepted ? t.accepted : t.askedTitle
  const field = { reasonMissing: 'reason', replyTooLong: 'reply' }
  const errorList = problems.map(code => ({ href: `#${field[code]}`, text: t[code] }))
  return (
    <Page context={context} title={title} look="public" hasErrors={problems.length > 0}>
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{title}</h1>
        <p class="govuk-body ds-tight">{t.asks(offered.sentByName, council)}</p>
        <blockquote class="ds-asked-words">{offered.ask}</blockquote>
        {isAccepted ? <Known {...shown} /> : <Accept {...shown} />}
        <Asked {...shown} />
        {isAccepted && <Finish {...shown} />}
        <Decline {...shown} />
        <p class="govuk-body ds-small ds-quiet">{t.recorded}</p>
      </LangContext.Provider>
    </Page>
  )
}

function Accept({ at }: AskedShown) {
  const t = partnerStrings(useLang())
  return (
    <form method="post" action={`${at}/answer`}>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="answer" value="accepted" />
      <Button text={t.accept} preventDoubleClick />
    </form>
  )
}

/** Only after a yes, and only what the purpose takes. */
function Known({ offered, facts }: AskedShown) {
  const t = partnerStrings(useLang())
  const shown = factsFor[offered.way]
  if (!facts || shown.length === 0) return <p class="govuk-body">{t.adviseBody}</p>
  const words = {
    name: `${facts.given} ${facts.family}`.trim(),
    address: [facts.address, facts.postcode].filter(Boolean).join(', '),
    phone: facts.phone ? shownPhone(facts.phone) : t.noPhone,
  }
  return (
    <dl class="ds-facts">
      {shown.map(fact => (
        <>
          <dt>{t[fact]}</dt>
          <dd>
            <b>{words[fact]}</b>
          </dd>
        </>
      ))}
    </dl>
  )
}

function Asked({ offered, now }: AskedShown) {
  const lang = useLang()
  const t = partnerStrings(lang)
  const words = format(lang)
  const { needKind, village, urgency, language, way, state } = offered
  const learns = factsFor[way].map(fact => t.facts[fact]).join(', ')
  return (
    <dl class="ds-facts ds-section">
      <dt>{t.what}</dt>
      <dd>{needKind ? needLabel({ kind: needKind }, lang) : t.somethingElse}</dd>
      {village && (
        <>
          <dt>{t.where}</dt>
          <dd>{village}</dd>
        </>
      )}
      <dt>{t.urgency}</dt>
      <dd>{t.urgencies[urgency]}</dd>
      {language && (
        <>
          <dt>{t.language}</dt>
          <dd>{languageName(lang, language)}</dd>
        </>
      )}
      <dt>{t.purpose}</dt>
      <dd>{t.purposes[way]}</dd>
      {state === 'sent' && (
        <>
          <dt>{t.learns}</dt>
          <dd>{learns || t.nothingMore}</dd>
          <dt>{t.answerBy}</dt>
          <dd>
            <b>{words.near(offered.answerBy, now)}</b>
          </dd>
        </>
      )}
      <dt>{t.openUntil}</dt>
      <dd>{words.timeAndDate(offered.expiresAt)}</dd>
    </dl>
  )
}

/** `pl` is read as Polish; what is no code stays as it is. */
function languageName(lang: string, code: string): string {
  try {
    const names = new Intl.DisplayNames([lang === 'cy' ? 'cy' : 'en'], { type: 'language' })
    return names.of(code) ?? code
  } catch {
    return code
  }
}

function Finish({ at, reply, problems }: AskedShown) {
  const t = partnerStrings(useLang())
  const isWrong = problems.includes('replyTooLong')
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.doneOpen}</h2>
      <form class="ds-form" method="post" action={`${at}/answer`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="answer" value="done" />
        <Textarea
          {...{ name: 'reply', label: t.reply, hint: t.replyHint, rows: 3, value: reply }}
          {...(isWrong ? { errorMessage: { text: t.replyTooLong } } : {})}
        />
        <Button text={t.done} preventDoubleClick />
      </form>
    </section>
  )
}

function Decline({ at, reply, problems }: AskedShown) {
  const t = partnerStrings(useLang())
  const isWrong = problems.includes('reasonMissing')
  return (
    <details class="ds-open ds-section" open={isWrong}>
      <summary>{t.declineOpen}</summary>
      <form class="ds-form" method="post" action={`${at}/answer`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="answer" value="declined" />
        <Radios
          {...{ name: 'reason', fieldset: { legend: t.whyNot } }}
          items={declineReasons.map(value => ({ value, text: t.reasons[value] }))}
          {...(isWrong ? { errorMessage: { text: t.reasonMissing } } : {})}
        />
        <Textarea
          {...{ name: 'reply', id: 'why', label: t.reply, hint: t.replyHint }}
          {...{ rows: 2, value: isWrong ? reply : '' }}
        />
        <Button text={t.decline} classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </details>
  )
}
