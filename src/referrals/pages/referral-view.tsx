// The page of one referral: how it stands first, then what was asked, then what may be done.
import { newId } from '../../kernel/ids.ts'
import { needLabel } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios, Select, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { answers, declineReasons, openStates } from '../domain/terms.ts'
import type { Referral } from '../store/queries.ts'
import { partnerStrings } from './partner-strings.ts'
import { StateShown } from './state-shown.tsx'
import { referralStrings } from './strings.ts'

export type ToldProblem = 'answerMissing' | 'reasonMissing' | 'askTooLong'

export type ReferralShown = {
  readonly referral: Referral
  readonly now: number
  readonly problems: readonly ToldProblem[]
  readonly isSaved: boolean
  readonly maySend: boolean
}

export function ReferralPage({ context, shown }: { context: PageContext; shown: ReferralShown }) {
  const { lang } = context
  const t = referralStrings(lang)
  const { referral, problems } = shown
  const crumbs = [{ href: '/referrals', label: t.title }, { label: t.one }]
  const errorList = problems.map(code => ({ href: `#${fieldOf[code]}`, text: t[code] }))
  const isOpen = openStates.includes(referral.state)
  return (
    <Page context={context} title={t.one} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        {shown.isSaved && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{t.lineOf(referral.partner, referral.name || t.erased)}</h1>
        <Standing {...shown} />
        <blockquote class="ds-asked-words">{referral.ask}</blockquote>
        <Facts {...shown} />
        {isOpen && shown.maySend && <Told {...shown} />}
        {isOpen && shown.maySend && <Link {...shown} />}
        <p>
          <a class="ds-act-line" href={`/people/${referral.person}`}>
            {t.person}
          </a>
        </p>
      </LangContext.Provider>
    </Page>
  )
}

const fieldOf = { answerMissing: 'answer', reasonMissing: 'reason', askTooLong: 'reply' }

function Standing({ referral, now }: ReferralShown) {
  const lang = useLang()
  const t = referralStrings(lang)
  const how = referral.answeredHow === 'staff' ? t.byStaff : t.byPartner
  const { reason } = referral
  return (
    <section class="ds-section">
      <p>
        <StateShown referral={referral} now={now} /> {referral.answeredHow && `${how}. `}
        {reason && partnerStrings(lang).reasons[reason]}
      </p>
      {referral.reply && <blockquote class="ds-said">{`“${referral.reply}”`}</blockquote>}
    </section>
  )
}

function Facts({ referral, now }: ReferralShown) {
  const lang = useLang()
  const t = referralStrings(lang)
  const { near, timeAndDate } = format(lang)
  const { needKind, opened, openedAt } = referral
  return (
    <dl class="ds-facts">
      <dt>{t.asker}</dt>
      <dd>{t.sentBy(referral.sentByName, near(referral.sentAt, now))}</dd>
      <dt>{t.need}</dt>
      <dd>{needKind ? needLabel({ kind: needKind }) : t.noNeed}</dd>
      <dt>{t.helps}</dt>
      <dd>{`${t.ways[referral.way]}. ${t.wayHints[referral.way]}.`}</dd>
      <dt>{t.because}</dt>
      <dd>{t.bases[referral.basis]}</dd>
      <dt>{t.due}</dt>
      <dd>{near(referral.answerBy, now)}</dd>
      <dt>{t.closes}</dt>
      <dd>{timeAndDate(referral.expiresAt)}</dd>
      <dt>{t.openings}</dt>
      <dd>{openedAt ? t.times(opened, near(openedAt, now)) : t.never}</dd>
    </dl>
  )
}

function Told({ referral, problems }: ReferralShown) {
  const lang = useLang()
  const t = referralStrings(lang)
  const reasons = declineReasons.map(value => ({
    value,
    text: partnerStrings(lang).reasons[value],
  }))
  const wrong = (field: string) => {
    const code = problems.find(one => fieldOf[one] === field)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const possible = answers.filter(one => one !== referral.state)
  return (
    <details class="ds-open ds-section" open={problems.length > 0}>
      <summary>{t.told}</summary>
      <form class="ds-form" method="post" action={`/referrals/${referral.id}/answer`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Radios
          {...{ name: 'answer', fieldset: { legend: t.toldLegend } }}
          items={possible.map(value => ({ value, text: t.answers[value] }))}
          {...wrong('answer')}
        />
        <Select
          {...{ name: 'reason', label: t.why, items: [{ value: '', text: t.choose }, ...reasons] }}
          {...wrong('reason')}
        />
        <Textarea {...{ name: 'reply', label: t.theirWords, rows: 2 }} {...wrong('reply')} />
        <Button text={t.save} preventDoubleClick />
      </form>
    </details>
  )
}

function Link({ referral }: ReferralShown) {
  const t = referralStrings(useLang())
  const acts = [
    ['link', t.newLink, t.newLinkHint],
    ['withdraw', t.withdraw, t.withdrawHint],
  ] as const
  return (
    <section class="ds-section">
      {acts.map(([path, label, hint]) => (
        <form method="post" action={`/referrals/${referral.id}/${path}`}>
          <input type="hidden" name="command" value={newId()} />
          <button class="ds-button ds-button--second" type="submit">
            {label}
          </button>{' '}
          <span class="ds-small ds-quiet">{hint}</span>
        </form>
      ))}
    </section>
  )
}
