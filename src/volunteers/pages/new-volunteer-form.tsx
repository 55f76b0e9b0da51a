// The form for a new volunteer, and which answer was wrong.
import { newId } from '../../kernel/ids.ts'
import { Button, Checkboxes, Input, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { transports, vettings } from '../domain/terms.ts'
import type { VillageChoice } from '../store/listed.ts'
import { volunteerStrings } from './strings.ts'

export type Answers = {
  readonly volunteer: string
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly vetting: string
  readonly transport: readonly string[]
  readonly languages: string
  readonly jobsMax: string
}

const codes = {
  name: 'nameMissing',
  phone: 'phoneWrong',
  place: 'placeMissing',
  languages: 'languagesWrong',
  jobsMax: 'jobsMaxWrong',
} as const
type Field = keyof typeof codes

export type Problem = { readonly field: Field; readonly code: (typeof codes)[Field] }

const problems = Object.entries(codes).map(([field, code]) => ({ field: field as Field, code }))

/** One problem for each field, the same one whenever it is asked for. */
export const problemOf: Readonly<Record<string, Problem | undefined>> = Object.fromEntries(
  problems.map(one => [one.field, one]),
)

type Shown = {
  readonly answers: Answers
  readonly villages: readonly VillageChoice[]
  readonly problems: readonly Problem[]
}

export function VolunteerForm({ answers, villages, problems }: Shown) {
  const t = volunteerStrings(useLang())
  const wrong = (field: Field) => {
    const found = problems.find(one => one.field === field)
    return found ? { errorMessage: { text: t[found.code] } } : {}
  }
  const places = villages.map(({ id, name }) => ({ value: id, text: name }))
  const { name, phone, place, languages, jobsMax } = answers
  return (
    <form class="ds-form" method="post" action="/volunteers/new" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="volunteer" value={answers.volunteer} />
      <Input {...{ name: 'name', label: t.name, value: name }} {...wrong('name')} />
      <Input {...{ name: 'phone', label: t.phone, value: phone }} {...wrong('phone')} />
      <Select
        {...{ name: 'place', label: t.village, value: place }}
        items={[{ value: '', text: t.chooseVillage }, ...places]}
        {...wrong('place')}
      />
      <Select
        {...{ name: 'vetting', label: t.vetting, value: answers.vetting }}
        items={vettings.map(value => ({ value, text: t.vettings[value] }))}
      />
      <Checkboxes
        {...{ name: 'transport', fieldset: { legend: t.travels }, values: answers.transport }}
        items={transports.map(value => ({ value, text: t.transports[value] }))}
      />
      <Input
        {...{ name: 'languages', label: t.languages, hint: t.languagesHint, value: languages }}
        {...wrong('languages')}
      />
      <Input
        {...{ name: 'jobsMax', label: t.jobsMax, hint: t.jobsMaxHint, value: jobsMax }}
        {...wrong('jobsMax')}
      />
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}
