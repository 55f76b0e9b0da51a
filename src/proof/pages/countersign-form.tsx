// How does somebody of the village say that it is so?
import { Button, Radios, Textarea } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Proof } from '../store/proofs.ts'
import { proofStrings } from './strings.ts'

export type SignAnswers = {
  readonly answer: string
  readonly remark: string
  readonly wrong: readonly ('answer' | 'remark')[]
}

export type CountersignFormProps = {
  proof: Proof
  answers: SignAnswers
  command: string
  errors: Readonly<Record<'answer' | 'remark', string>>
}

export function CountersignForm({ proof, answers, command, errors }: CountersignFormProps) {
  const t = proofStrings(useLang())
  const { answer, remark, wrong } = answers
  const error = (field: 'answer' | 'remark') =>
    wrong.includes(field) ? { errorMessage: errors[field] } : {}
  return (
    <section class="ds-section ds-noprint">
      <p>{t.signLead}</p>
      <form method="post" action={`/proofs/${proof.id}/countersign`} novalidate>
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="digest" value={proof.digest} />
        <Radios
          name="answer"
          value={answer}
          fieldset={{ legend: { text: t.signQuestion, classes: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'yes', text: t.signYes },
            { value: 'no', text: t.signNo },
          ]}
          {...error('answer')}
        />
        <Textarea
          name="remark"
          label={t.remark}
          hint={t.remarkHint}
          rows={3}
          value={remark}
          {...error('remark')}
        />
        <Button text={t.signButton} preventDoubleClick />
      </form>
    </section>
  )
}
