// The form for what a volunteer can do, when and how much, and which answer was wrong.
import { newId } from '../../kernel/ids.ts'
import { Button, Checkboxes, DateInput, Details, Input } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { DayParts } from '../../pages/typed-day.ts'
import { transports } from '../domain/terms.ts'
import type { StreetChoice } from '../store/listed.ts'
import { changeStrings } from './change-strings.ts'
import { volunteerStrings } from './strings.ts'

export type ChangeAnswers = {
  readonly name: string
  readonly phone: string
  readonly transport: readonly string[]
  readonly languages: string
  readonly skills: string
  readonly jobsMax: string
  readonly jobsAWeek: string
  readonly days: readonly string[]
  readonly timeFrom: string
  readonly timeUntil: string
  readonly awayFrom: DayParts
  readonly awayUntil: DayParts
  readonly streets: readonly string[]
}

const codes = {
  name: 'nameMissing',
  phone: 'phoneWrong',
  languages: 'languagesWrong',
  skills: 'skillsWrong',
  jobsMax: 'jobsMaxWrong',
  jobsAWeek: 'jobsAWeekWrong',
  time: 'timeWrong',
  awayFrom: 'awayFromWrong',
  awayUntil: 'awayUntilWrong',
  streets: 'streetsWrong',
} as const
export type ChangeField = keyof typeof codes

export const isChangeField = (name: string): name is ChangeField => name in codes
export const codeOf = (field: ChangeField) => codes[field]

type Shown = {
  readonly volunteer: string
  readonly answers: ChangeAnswers
  readonly streets: readonly StreetChoice[]
  readonly wrong: readonly ChangeField[]
}

export function ChangeForm({ volunteer, answers, streets, wrong }: Shown) {
  const lang = useLang()
  const t = { ...volunteerStrings(lang), ...changeStrings(lang) }
  const error = (field: ChangeField) =>
    wrong.includes(field) ? { errorMessage: { text: t[codes[field]] } } : {}
  const { name, phone, languages, skills, jobsMax, jobsAWeek } = answers
  return (
    <form
      {...{ method: 'post', action: `/volunteers/${volunteer}/change`, novalidate: true }}
      class="ds-form"
    >
      <input type="hidden" name="command" value={newId()} />
      <Input {...{ name: 'name', label: t.name, value: name }} {...error('name')} />
      <Input {...{ name: 'phone', label: t.phone, value: phone }} {...error('phone')} />
      <Checkboxes
        {...{ name: 'transport', fieldset: { legend: t.travels }, values: answers.transport }}
        items={transports.map(value => ({ value, text: t.transports[value] }))}
      />
      <Input
        {...{ name: 'languages', label: t.languages, hint: t.languagesHint, value: languages }}
        {...error('languages')}
      />
      <Input
        {...{ name: 'skills', label: t.skills, hint: t.skillsHint, value: skills }}
        {...error('skills')}
      />
      <Input
        {...{ name: 'jobsMax', label: t.jobsMax, hint: t.jobsMaxHint, value: jobsMax }}
        {...error('jobsMax')}
      />
      <Input
        {...{ name: 'jobsAWeek', label: t.jobsAWeek, hint: t.jobsAWeekHint, value: jobsAWeek }}
        {...error('jobsAWeek')}
      />
      <When answers={answers} error={error} />
      {streets.length > 0 && (
        <Details summaryText={t.streets} open={wrong.includes('streets')}>
          <Checkboxes
            {...{ name: 'streets', fieldset: { legend: t.streets }, values: answers.streets }}
            items={streets.map(({ id, name: text }) => ({ value: id, text }))}
            {...error('streets')}
          />
        </Details>
      )}
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}

type WhenShown = {
  readonly answers: ChangeAnswers
  error(field: ChangeField): { errorMessage?: { text: string } }
}

function When({ answers, error }: WhenShown) {
  const t = changeStrings(useLang())
  const { days, timeFrom, timeUntil } = answers
  const dayOf = (name: 'awayFrom' | 'awayUntil') => {
    const { day, month, year } = answers[name]
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  const away = (name: 'awayFrom' | 'awayUntil') => ({
    ...{ id: name, namePrefix: name, fieldset: { legend: t[name] }, values: dayOf(name) },
    ...error(name),
  })
  return (
    <>
      <Checkboxes
        {...{ name: 'days', fieldset: { legend: t.days }, hint: t.daysHint, values: days }}
        items={Object.entries(t.weekdays).map(([value, text]) => ({ value, text }))}
      />
      <Input
        {...{ name: 'timeFrom', label: t.timeFrom, hint: t.timeHint, value: timeFrom }}
        {...error('time')}
      />
      <Input {...{ name: 'timeUntil', label: t.timeUntil, value: timeUntil }} />
      <DateInput {...away('awayFrom')} hint={t.awayHint} />
      <DateInput {...away('awayUntil')} />
    </>
  )
}
