// The form of a new job: what, how soon, by when; then what only whoever says yes will see.
import { newId } from '../../kernel/ids.ts'
import type { Need } from '../../needs/index.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Input,
  Radios,
  Select,
  Textarea,
} from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import type { DayParts } from '../../pages/typed-day.ts'
import { jobKinds } from '../domain/kinds.ts'
import { medicineCares, sizes, urgencies } from '../domain/terms.ts'
import { jobStrings } from './strings.ts'

export type Answers = {
  readonly person: string
  readonly place: string
  readonly need: string
  readonly kind: string
  readonly urgency: string
  /** Weeks from one to the next; empty: once. */
  readonly often: string
  readonly size: string
  readonly care: readonly string[]
  readonly items: string
  readonly from: string
  readonly safety: string
  readonly due: DayParts
  readonly time: string
}

export const newJobProblems = [
  'kindMissing',
  'kindPlace',
  'urgencyMissing',
  'dueWrong',
  'duePast',
  'dueBeforeStart',
  'careOnly',
  'itemsTooLong',
  'shortTooLong',
] as const
export type NewJobProblem = (typeof newJobProblems)[number]

const fieldOf: Readonly<Record<NewJobProblem, string>> = {
  kindMissing: 'kind',
  kindPlace: 'kind',
  urgencyMissing: 'urgency',
  dueWrong: 'due-day',
  duePast: 'due-day',
  dueBeforeStart: 'due-day',
  careOnly: 'care',
  itemsTooLong: 'items',
  shortTooLong: 'safety',
}

export type NewJobShown = {
  readonly whom: { readonly name: string; readonly isPerson: boolean }
  readonly need: Need | undefined
  readonly answers: Answers
  readonly problems: readonly NewJobProblem[]
}

export function NewJobPage({ context, shown }: { context: PageContext; shown: NewJobShown }) {
  const t = jobStrings(context.lang)
  const { whom, need, problems } = shown
  const title = whom.isPerson ? t.newFor(whom.name) : t.newAt(whom.name)
  const crumbs = [{ href: '/jobs', label: t.title }, { label: t.newTitle }]
  const errorList = problems.map(code => ({ href: `#${fieldOf[code]}`, text: t[code] }))
  return (
    <Page context={context} title={t.newTitle} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{title}</h1>
        {need?.words && <blockquote class="ds-said">{`“${need.words}”`}</blockquote>}
        <p>{t.newLead}</p>
        <JobForm {...shown} />
      </LangContext.Provider>
    </Page>
  )
}

type Wrong = (field: string) => { errorMessage?: { text: string } }

function JobForm({ whom, answers, problems }: NewJobShown) {
  const t = jobStrings(useLang())
  const wrong: Wrong = field => {
    const code = problems.find(one => fieldOf[one] === field)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const fits = jobKinds().filter(({ where }) => (where === 'site') !== whom.isPerson)
  const kinds = fits.map(({ code, label }) => ({ value: code, text: label }))
  return (
    <form class="ds-form" method="post" action="/jobs/new" novalidate>
      <input type="hidden" name="command" value={newId()} />
      {(['person', 'place', 'need'] as const).map(name => (
        <input type="hidden" name={name} value={answers[name]} />
      ))}
      <Select
        {...{ name: 'kind', label: t.kind, value: answers.kind }}
        items={[{ value: '', text: t.chooseKind }, ...kinds]}
        {...wrong('kind')}
      />
      <Radios
        {...{ name: 'urgency', fieldset: { legend: t.howSoon }, value: answers.urgency }}
        items={urgencies.map(value => ({ value, text: t.urgency[value] }))}
        {...wrong('urgency')}
      />
      <When answers={answers} wrong={wrong} />
      <Radios
        {...{ name: 'size', fieldset: { legend: t.sizeOf }, value: answers.size }}
        items={sizes.map(value => ({ value, text: t.sizes[value] }))}
      />
      <OnlyThen {...{ answers, wrong }} isPerson={whom.isPerson} />
      <Button text={t.makeJob} preventDoubleClick />
    </form>
  )
}

type Fields = { readonly answers: Answers; readonly wrong: Wrong }

function When({ answers, wrong }: Fields) {
  const t = jobStrings(useLang())
  const { day, month, year } = answers.due
  return (
    <>
      <DateInput
        {...{ id: 'due', namePrefix: 'due', hint: t.dayHint, fieldset: { legend: t.day } }}
        values={{ 'due-day': day, 'due-month': month, 'due-year': year }}
        {...wrong('due-day')}
      />
      <Input {...{ name: 'time', label: t.time, value: answers.time }} />
      <Select
        {...{ name: 'often', label: t.often, value: answers.often }}
        items={[
          { value: '', text: t.once },
          { value: '1', text: t.everyWeek },
          { value: '2', text: t.everySecondWeek },
        ]}
      />
    </>
  )
}

/** What nobody sees who has not said yes. */
function OnlyThen({ answers, wrong, isPerson }: Fields & { isPerson: boolean }) {
  const t = jobStrings(useLang())
  const { items, from, safety, care } = answers
  if (!isPerson) return null
  return (
    <>
      <Textarea
        {...{ name: 'items', label: t.items, hint: t.itemsHint, rows: 4, value: items }}
        {...wrong('items')}
      />
      <Input {...{ name: 'from', label: t.from, value: from }} />
      <Input
        {...{ name: 'safety', label: t.safety, hint: t.safetyHint, value: safety }}
        {...wrong('safety')}
      />
      <Checkboxes
        {...{ name: 'care', fieldset: { legend: t.care }, values: care }}
        items={medicineCares.map(value => ({ value, text: t.cares[value] }))}
        {...wrong('care')}
      />
    </>
  )
}
