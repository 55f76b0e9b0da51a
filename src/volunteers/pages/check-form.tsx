// The form that adds a check of a volunteer, and which answer was wrong.
import { newId } from '../../kernel/ids.ts'
import { Button, DateInput, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { DayParts } from '../../pages/typed-day.ts'
import { checkKinds, trainings } from '../domain/terms.ts'
import { checkStrings } from './check-strings.ts'

export type CheckProblem = 'itemMissing' | 'fromWrong' | 'untilWrong'

export type CheckAnswers = {
  readonly check: string
  readonly kind: string
  readonly item: string
  readonly from: DayParts
  readonly until: DayParts
  readonly problem?: CheckProblem | undefined
}

const noDay = { day: '', month: '', year: '' }
export const noCheck = (): CheckAnswers => ({
  ...{ check: newId(), kind: 'identity', item: '', from: noDay, until: noDay },
})

const valuesOf = (name: string, { day, month, year }: DayParts) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

export function AddCheckForm({ volunteer, said }: { volunteer: string; said: CheckAnswers }) {
  const t = checkStrings(useLang())
  const { check, kind, item, problem } = said
  const wrong = (code: CheckProblem) =>
    problem === code ? { errorMessage: { text: t[code] } } : {}
  const items = trainings.map(value => ({ value, text: t.trainings[value] }))
  return (
    <form
      {...{ method: 'post', action: `/volunteers/${volunteer}/checks`, novalidate: true }}
      class="ds-form"
    >
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="check" value={check} />
      <Select
        {...{ name: 'kind', label: t.kind, value: kind }}
        items={checkKinds.map(value => ({ value, text: t.kinds[value] }))}
      />
      <Select
        {...{ name: 'item', label: t.item, value: item }}
        items={[{ value: '', text: t.itemNone }, ...items]}
        {...wrong('itemMissing')}
      />
      <DateInput
        {...{ id: 'from', namePrefix: 'from', hint: t.fromHint }}
        {...{ fieldset: { legend: t.fromLegend }, values: valuesOf('from', said.from) }}
        {...wrong('fromWrong')}
      />
      <DateInput
        {...{ id: 'until', namePrefix: 'until', hint: t.untilHint }}
        {...{ fieldset: { legend: t.untilLegend }, values: valuesOf('until', said.until) }}
        {...wrong('untilWrong')}
      />
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}

export const fieldOf = { itemMissing: 'item', fromWrong: 'from-day', untilWrong: 'until-day' }
