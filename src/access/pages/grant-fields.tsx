// Which role, where, what for, from when, until when, and why? The questions of every grant.
import { DateInput, Input, Radios, Select, Textarea } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { TypedDay } from '../../pages/typed-day.ts'
import { webStrings } from '../../web/strings.ts'
import { roleNames } from '../actor.ts'
import type { GrantPlace } from '../store/users.ts'
import { adminStrings } from './admin-strings.ts'
import { type GrantAnswers, type GrantField, wholeCouncil } from './grant-answers.ts'
import { accessStrings } from './strings.ts'

export type ErrorOf = (field: string) => { errorMessage?: { text: string } }

/** The sentence of a problem, whichever page of access it stands on. */
export function problemWords(lang: Parameters<typeof accessStrings>[0], code: string): string {
  const words: Record<string, unknown> = { ...accessStrings(lang), ...adminStrings(lang) }
  return String(words[code] ?? code)
}

export function firstInput(field: string): string {
  return field === 'until' || field === 'from' ? `${field}-day` : field
}

type Props = {
  answers: GrantAnswers
  places: readonly GrantPlace[]
  error: ErrorOf
}

export function GrantFields({ answers, places, error }: Props) {
  const lang = useLang()
  const t = { ...accessStrings(lang), ...adminStrings(lang) }
  const { roles } = webStrings(lang)
  return (
    <>
      <Radios
        name="role"
        fieldset={{ legend: { text: t.role, classes: 'govuk-fieldset__legend--s' } }}
        items={roleNames.map(role => ({ value: role, text: roles[role] }))}
        value={answers.role}
        {...error('role')}
      />
      <PlaceQuestion places={places} chosen={answers.place} error={error} />
      <Input
        name="purpose"
        label={t.purpose}
        hint={t.purposeHint}
        value={answers.purpose}
        {...error('purpose')}
      />
      <Day name="from" label={t.from} hint={t.fromHint} day={answers.from} error={error} />
      <Day name="until" label={t.until} hint={t.untilHint} day={answers.until} error={error} />
      <Reason value={answers.reason} error={error} />
    </>
  )
}

function PlaceQuestion({
  places,
  chosen,
  error,
}: {
  places: readonly GrantPlace[]
  chosen: string
  error: ErrorOf
}) {
  const t = accessStrings(useLang())
  return (
    <Select
      name="place"
      label={t.place}
      hint={t.placeHint}
      items={[
        { value: '', text: t.choosePlace },
        { value: wholeCouncil, text: t.wholeCouncil },
        ...places.map(({ id, name }) => ({ value: id, text: name })),
      ]}
      value={chosen}
      {...error('place')}
    />
  )
}

type DayProps = {
  name: GrantField
  label: string
  hint: string
  day: TypedDay
  error: ErrorOf
}

export function Day({ name, label, hint, day, error }: DayProps) {
  return (
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={{ legend: { text: label, classes: 'govuk-fieldset__legend--s' } }}
      hint={hint}
      values={day.parts}
      {...error(name)}
    />
  )
}

type ReasonProps = { value: string; error: ErrorOf; label?: string; id?: string }

export function Reason({ value, error, label, id = 'reason' }: ReasonProps) {
  const t = adminStrings(useLang())
  return (
    <Textarea
      name="reason"
      id={id}
      rows={2}
      label={label ?? t.reason}
      hint={t.reasonHint}
      value={value}
      {...error('reason')}
    />
  )
}
