// The form that adds a dated step to a plan: what was typed stays typed.

import { isId } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { Button, DateInput, Input, Select } from '../../pages/govuk/index.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Form } from '../../web/request.ts'
import type { Helper, Need } from '../store/queries.ts'
import { needsStrings } from './strings.ts'

export type Step = {
  readonly what: string
  readonly need: string
  readonly owner: string
  readonly day: string
  readonly month: string
  readonly year: string
}

export type StepProblems = Partial<
  Record<'what' | 'due-day' | 'owner', 'whatMissing' | 'whatTooLong' | 'dueWrong' | 'ownerWrong'>
>

const whatLengthMax = 500
/** Steps are due at the end of the working day. */
const dueMinutes = 17 * 60

export function stepOf(form: Form): Step {
  const text = (name: string) => form.text(name)
  return {
    what: text('what'),
    need: text('need'),
    owner: text('owner'),
    day: text('due-day'),
    month: text('due-month'),
    year: text('due-year'),
  }
}

export function emptyStep(now: number): Step {
  const [year = '', month = '', day = ''] = londonDate(now).split('-')
  return { what: '', need: '', owner: '', day: `${+day}`, month: `${+month}`, year }
}

/** Milliseconds since 1970 UTC, or undefined when there is no such day. */
export function dueOf(step: Step): number | undefined {
  const two = (text: string) => text.padStart(2, '0')
  const date = `${step.year}-${two(step.month)}-${two(step.day)}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const asUtc = new Date(`${date}T00:00:00Z`)
  const isReal = !Number.isNaN(asUtc.getTime()) && asUtc.toISOString().startsWith(date)
  return isReal ? londonInstant(date, dueMinutes) : undefined
}

export function problemsOf(step: Step): StepProblems {
  const problems: StepProblems = {}
  if (step.what === '') problems.what = 'whatMissing'
  if (step.what.length > whatLengthMax) problems.what = 'whatTooLong'
  if (dueOf(step) === undefined) problems['due-day'] = 'dueWrong'
  if (step.owner !== '' && !isId(step.owner)) problems.owner = 'ownerWrong'
  return problems
}

type AddStepProps = {
  lang: Lang
  step: Step
  problems: StepProblems
  needs: readonly Need[]
  owners: readonly Helper[]
  needLabel: (need: Need) => string
  commandId: string
  action: string
}

export function AddStep(props: AddStepProps) {
  const t = needsStrings(props.lang)
  const { step, problems } = props
  const message = (field: keyof StepProblems) => {
    const code = problems[field]
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const open = props.needs.filter(need => need.state !== 'met' && need.state !== 'cancelled')
  return (
    <form method="post" action={props.action} novalidate>
      <input type="hidden" name="command" value={props.commandId} />
      <Input
        id="what"
        name="what"
        value={step.what}
        label={{ text: t.what }}
        hint={{ text: t.addWhatHint }}
        {...message('what')}
      />
      <Select
        id="need"
        name="need"
        value={step.need}
        label={{ text: t.addNeed }}
        items={[
          { value: '', text: t.addNoNeed },
          ...open.map(need => ({ value: need.id, text: props.needLabel(need) })),
        ]}
      />
      <Select
        id="owner"
        name="owner"
        value={step.owner}
        label={{ text: t.addOwner }}
        items={[
          { value: '', text: t.addNobody },
          ...props.owners.map(one => ({ value: one.id, text: one.name })),
        ]}
        {...message('owner')}
      />
      <DateInput
        id="due"
        namePrefix="due"
        hint={{ text: t.addDueHint }}
        fieldset={{ legend: { text: t.addDue } }}
        values={{ 'due-day': step.day, 'due-month': step.month, 'due-year': step.year }}
        {...message('due-day')}
      />
      <Button text={t.addButton} />
    </form>
  )
}
