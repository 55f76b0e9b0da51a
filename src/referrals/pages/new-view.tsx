// The form that asks a partner for help: who, what for, how soon, and why it may be passed on.
import { newId } from '../../kernel/ids.ts'
import { type Need, needLabel } from '../../needs/index.ts'
import { Button, ErrorSummary, Input, Radios, Select, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { bases, lastsDays, urgencies, ways } from '../domain/terms.ts'
import { referralStrings } from './strings.ts'

export const fields = [
  'partner',
  'email',
  'way',
  'need',
  'ask',
  'urgency',
  'basis',
  'days',
] as const
export type Field = (typeof fields)[number]
export type Answers = Readonly<Record<Field | 'person' | 'service', string>>

export const problemOf = {
  partner: 'partnerMissing',
  email: 'emailWrong',
  way: 'wayMissing',
  ask: 'askMissing',
  urgency: 'urgencyMissing',
  basis: 'basisMissing',
} as const
export type Problem = {
  readonly field: keyof typeof problemOf
  readonly code: (typeof problemOf)[keyof typeof problemOf] | 'askTooLong'
}

export type NewShown = {
  readonly name: string
  readonly needs: readonly Need[]
  readonly answers: Answers
  readonly problems: readonly Problem[]
}

export function NewReferralPage({ context, shown }: { context: PageContext; shown: NewShown }) {
  const t = referralStrings(context.lang)
  const { name, problems } = shown
  const crumbs = [{ href: '/referrals', label: t.title }, { label: t.newTitle }]
  const errorList = problems.map(({ field, code }) => ({ href: `#${field}`, text: t[code] }))
  return (
    <Page context={context} title={t.newTitle} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.newFor(name)}</h1>
        <p>{t.newLead}</p>
        <Form {...shown} />
      </LangContext.Provider>
    </Page>
  )
}

type Wrong = (field: string) => { errorMessage?: { text: string } }
type Part = { readonly answers: Answers; readonly wrong: Wrong }

function Form({ needs, answers, problems }: NewShown) {
  const t = referralStrings(useLang())
  const wrong: Wrong = field => {
    const found = problems.find(one => one.field === field)
    return found ? { errorMessage: { text: t[found.code] } } : {}
  }
  const open = needs.filter(({ state }) => state !== 'met' && state !== 'cancelled')
  const needItems = open.map(need => ({ value: need.id, text: needLabel(need) }))
  return (
    <form class="ds-form" method="post" action="/referrals/new" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="person" value={answers.person} />
      <input type="hidden" name="service" value={answers.service} />
      <WhoAndHow answers={answers} wrong={wrong} />
      <Select
        {...{ name: 'need', label: t.forNeed, value: answers.need }}
        items={[{ value: '', text: t.noNeed }, ...needItems]}
      />
      <Textarea
        {...{ name: 'ask', label: t.ask, hint: t.askHint, rows: 3, value: answers.ask }}
        {...wrong('ask')}
      />
      <WhenAndWhy answers={answers} wrong={wrong} />
      <Button text={t.send} preventDoubleClick />
    </form>
  )
}

function WhoAndHow({ answers, wrong }: Part) {
  const t = referralStrings(useLang())
  const { partner, email, way } = answers
  return (
    <>
      <Input
        {...{ name: 'partner', label: t.partnerName, hint: t.partnerHint, value: partner }}
        {...wrong('partner')}
      />
      <Input
        {...{ name: 'email', label: t.email, hint: t.emailHint, value: email, type: 'email' }}
        {...wrong('email')}
      />
      <Radios
        {...{ name: 'way', fieldset: { legend: t.way }, value: way }}
        items={ways.map(value => ({ value, text: t.ways[value], hint: t.wayHints[value] }))}
        {...wrong('way')}
      />
    </>
  )
}

function WhenAndWhy({ answers, wrong }: Part) {
  const t = referralStrings(useLang())
  const { urgency, basis, days } = answers
  return (
    <>
      <Radios
        {...{ name: 'urgency', fieldset: { legend: t.urgency }, value: urgency }}
        items={urgencies.map(value => ({ value, text: t.urgencies[value] }))}
        {...wrong('urgency')}
      />
      <Radios
        {...{ name: 'basis', fieldset: { legend: t.basis }, value: basis }}
        items={bases.map(value => ({ value, text: t.bases[value] }))}
        {...wrong('basis')}
      />
      <Select
        {...{ name: 'days', label: t.days, value: days }}
        items={lastsDays.map(value => ({ value: `${value}`, text: t.lasts[value] }))}
      />
    </>
  )
}
