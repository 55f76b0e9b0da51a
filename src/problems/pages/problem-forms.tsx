// What can be done on the page of a problem, each as a form of its own.
import { newId } from '../../kernel/ids.ts'
import { Button, Radios, Textarea } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { withins } from '../domain/terms.ts'
import type { ProblemShown } from './problem-view.tsx'
import { problemStrings } from './strings.ts'

type Shown = Pick<ProblemShown, 'problem' | 'answer'> & { readonly wrong?: ProblemShown['wrong'] }

export function TakeForm({ problem, wrong }: Shown) {
  const t = problemStrings(useLang())
  const isWrong = wrong === 'withinMissing'
  return (
    <form class="ds-form" method="post" action={`/problems/${problem.id}/take`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="within"
        fieldset={{ legend: t.within }}
        items={withins.map(value => ({ value, text: t.withins[value] }))}
        {...(isWrong ? { errorMessage: { text: t.withinMissing } } : {})}
      />
      <Button text={t.take} preventDoubleClick />
    </form>
  )
}

export function AnswerForm({ problem, answer, wrong }: Shown) {
  const t = problemStrings(useLang())
  const isWrong = wrong !== undefined && wrong !== 'withinMissing'
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.answer}</h2>
      <form class="ds-form" method="post" action={`/problems/${problem.id}/answer`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Textarea
          {...{ name: 'answer', label: t.answerWords, hint: t.answerHint, rows: 3, value: answer }}
          {...(isWrong ? { errorMessage: { text: t[wrong] } } : {})}
        />
        <Button text={t.sendAnswer} preventDoubleClick />
      </form>
    </section>
  )
}

type DoesProps = {
  readonly action: string
  readonly words: string
  /** Of which one, for whoever hears the button alone. */
  readonly of?: string
  readonly other?: string
}

export function Does({ action, words, of, other }: DoesProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="command" value={newId()} />
      {other && <input type="hidden" name="other" value={other} />}
      <button type="submit" class="ds-button ds-button--second">
        {words}
        {of && <span class="govuk-visually-hidden">{of}</span>}
      </button>
    </form>
  )
}
