// Whose record is meant, and why is it looked up? The form, and what is wrong with its answers.
import { newId } from '../../kernel/ids.ts'
import { Button, Input, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Form } from '../../web/request.ts'
import { caseNumberPattern, type LookUpReason, lookUpReasons } from '../domain/look-purposes.ts'
import { lookStrings } from './look-strings.ts'
import { oversightStrings } from './strings.ts'
import { readWhose, type Whose, WhoseFields, whoseProblems } from './whose-record.tsx'

export type FindAnswers = Whose & { readonly reason: string; readonly caseNumber: string }

export const noAnswers: FindAnswers = { ...readWhose(() => ''), reason: '', caseNumber: '' }

export function answersOf(form: Form): FindAnswers {
  const text = (name: string) => form.text(name).slice(0, lettersMax)
  return { ...readWhose(text), reason: text('reason'), caseNumber: text('caseNumber') }
}

const lettersMax = 200

export type FindProblem = 'askedMissing' | 'foundNone' | 'bornWrong' | 'reasonMissing' | 'caseWrong'
export type FindProblems = Partial<
  Record<'reference' | 'born' | 'reason' | 'caseNumber', FindProblem>
>

export function isReason(text: string): text is LookUpReason {
  return (lookUpReasons as readonly string[]).includes(text)
}

export function problemsOf(answers: FindAnswers): FindProblems {
  const { reason, caseNumber } = answers
  return {
    ...whoseProblems(answers),
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
        <WhoseFields whose={answers} words={t} wrong={wrong} />
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
