// Whose record is meant, and why is it looked up? The form, and what is wrong with its answers.
import { newId } from '../../kernel/ids.ts'
import { Button, DateInput, Input, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import type { Form } from '../../web/request.ts'
import { caseNumberPattern, type LookUpReason, lookUpReasons } from '../domain/look-purposes.ts'
import { lookStrings } from './look-strings.ts'
import { oversightStrings } from './strings.ts'

export type FindAnswers = {
  readonly reference: string
  readonly name: string
  readonly born: TypedDay
  readonly address: string
  readonly reason: string
  readonly caseNumber: string
}

export const noAnswers: FindAnswers = {
  reference: '',
  name: '',
  born: typedDay('born', () => ''),
  address: '',
  reason: '',
  caseNumber: '',
}

const lettersMax = 200

export function answersOf(form: Form): FindAnswers {
  const text = (name: string) => form.text(name).slice(0, lettersMax)
  return {
    reference: text('reference'),
    name: text('name'),
    born: typedDay('born', text),
    address: text('address'),
    reason: text('reason'),
    caseNumber: text('caseNumber'),
  }
}

export type FindProblem = 'askedMissing' | 'foundNone' | 'bornWrong' | 'reasonMissing' | 'caseWrong'
export type FindProblems = Partial<
  Record<'reference' | 'born' | 'reason' | 'caseNumber', FindProblem>
>

export function isReason(text: string): text is LookUpReason {
  return (lookUpReasons as readonly string[]).includes(text)
}

export function problemsOf(answers: FindAnswers): FindProblems {
  const { reference, name, born, address, reason, caseNumber } = answers
  const isNamed = name !== '' && (!born.isEmpty || address !== '')
  return {
    ...(reference === '' && !isNamed ? { reference: 'askedMissing' } : {}),
    ...(!born.isEmpty && born.day === undefined ? { born: 'bornWrong' } : {}),
    ...(isReason(reason) ? {} : { reason: 'reasonMissing' }),
    ...(caseNumber === '' || caseNumberPattern.test(caseNumber) ? {} : { caseNumber: 'caseWrong' }),
  }
}

type Props = { readonly answers: FindAnswers; readonly problems: FindProblems }

export function FindForm({ answers, problems }: Props) {
  const t = oversightStrings(useLang())
  const wrong = (field: keyof FindProblems) => {
    const code = problems[field]
    return code ? { errorMessage: t[code] } : {}
  }
  return (
    <section class="ds-panel" aria-labelledby="h-find">
      <h2 class="ds-h2" id="h-find">
        {t.findTitle}
      </h2>
      <p class="govuk-body">{t.findLead}</p>
      <form method="post" action="/reads/find" class="ds-form" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Input
          name="reference"
          label={t.reference}
          hint={t.referenceHint}
          value={answers.reference}
          autocomplete="off"
          classes="govuk-input--width-10"
          {...wrong('reference')}
        />
        <Input
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={answers.name}
          autocomplete="off"
          spellcheck={false}
        />
        <DateInput
          id="born"
          namePrefix="born"
          fieldset={{ legend: { text: t.born } }}
          values={answers.born.parts}
          {...wrong('born')}
        />
        <Input name="address" label={t.address} value={answers.address} autocomplete="off" />
        <Why answers={answers} problems={problems} />
        <Button text={t.find} />
      </form>
    </section>
  )
}

function Why({ answers, problems }: Props) {
  const lang = useLang()
  const t = oversightStrings(lang)
  const items = lookUpReasons.map(value => ({ value, text: lookStrings(lang).lookUp[value] }))
  return (
    <>
      <Select
        name="reason"
        label={t.reason}
        items={[{ value: '', text: '' }, ...items]}
        value={answers.reason}
        {...(problems.reason ? { errorMessage: t[problems.reason] } : {})}
      />
      <Input
        name="caseNumber"
        label={t.caseNumber}
        hint={t.caseHint}
        value={answers.caseNumber}
        autocomplete="off"
        classes="govuk-input--width-10"
        {...(problems.caseNumber ? { errorMessage: t[problems.caseNumber] } : {})}
      />
    </>
  )
}
