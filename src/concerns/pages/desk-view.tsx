// The form that sets the safeguarding desk.
import { newId } from '../../kernel/ids.ts'
import { Button, Checkboxes, ErrorSummary, Input, Select } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import type { Handler } from '../store/desk.ts'
import type { DeskNow } from '../store/read-standings.ts'
import { deskStrings } from './desk-strings.ts'
import { concernStrings } from './strings.ts'

export type DeskAnswers = {
  readonly owner: string
  readonly deputy: string
  /** As typed, like 09:00. */
  readonly opens: string
  readonly closes: string
  readonly number: string
  readonly days: readonly string[]
}

export type DeskProblem =
  | 'ownerWrong'
  | 'deputyWrong'
  | 'deputySame'
  | 'opensWrong'
  | 'closesWrong'
  | 'daysMissing'
  | 'numberWrong'

type Shown = Pick<DeskNow, 'desk'> & {
  readonly handlers: readonly Handler[]
  readonly answers: DeskAnswers
  readonly problems: readonly DeskProblem[]
  readonly isSaved: boolean
}

const fieldOf: Readonly<Record<DeskProblem, string>> = {
  ownerWrong: 'owner',
  deputyWrong: 'deputy',
  deputySame: 'deputy',
  opensWrong: 'opens',
  closesWrong: 'closes',
  daysMissing: 'days',
  numberWrong: 'number',
}

export function DeskPage({ context, shown }: { context: PageContext; shown: Shown }) {
  const t = deskStrings(context.lang)
  const { desk, problems, isSaved } = shown
  const title = concernStrings(context.lang).title
  const crumbs = [{ href: '/concerns', label: title }, { label: t.title }]
  const errorList = problems.map(code => ({ href: `#${fieldOf[code]}`, text: t[code] }))
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      {problems.length > 0 && <ErrorSummary errorList={errorList} />}
      {isSaved && (
        <p class="ds-next" role="status">
          {t.saved}
        </p>
      )}
      <h1 class="ds-h1">{t.title}</h1>
      <p>{t.lead}</p>
      {!desk && (
        <p class="ds-att" role="alert">
          {t.none}
        </p>
      )}
      <Form lang={context.lang} shown={shown} />
    </Page>
  )
}

function Form({ lang, shown }: { lang: PageContext['lang']; shown: Shown }) {
  const t = deskStrings(lang)
  const { answers, handlers, problems } = shown
  const wrong = (name: string) => {
    const code = problems.find(one => fieldOf[one] === name)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const items = [
    { value: '', text: t.choose },
    ...handlers.map(({ id, name }) => ({ value: id, text: name })),
  ]
  const text = (name: 'opens' | 'closes' | 'number', hint: string, label: string) => (
    <Input name={name} label={label} hint={hint} value={answers[name]} {...wrong(name)} />
  )
  const { owner, deputy } = answers
  return (
    <form class="ds-form" method="post" action="/concerns/desk" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Select
        {...{ name: 'owner', label: t.owner, hint: t.ownerHint, items, value: owner }}
        {...wrong('owner')}
      />
      <Select
        {...{ name: 'deputy', label: t.deputy, hint: t.deputyHint, items, value: deputy }}
        {...wrong('deputy')}
      />
      {text('opens', t.timeHint, t.opens)}
      {text('closes', t.timeHint, t.closes)}
      <Checkboxes
        name="days"
        fieldset={{ legend: t.days }}
        values={answers.days}
        items={weekdays.map(day => ({ value: String(day), text: t.dayNames[day] }))}
        {...wrong('days')}
      />
      {text('number', t.numberHint, t.number)}
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
