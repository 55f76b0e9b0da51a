// One decision about several people: who they are, what allows contact, and why.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, Radios, Textarea } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { bases } from '../domain/basis.ts'
import type { BasisCase } from '../store/basis.ts'
import { listName } from './parts.tsx'
import { versionStrings } from './version-strings.ts'

export type BasisAnswers = {
  readonly people: readonly string[]
  readonly answer: string
  readonly note: string
  readonly wrong: readonly ('people' | 'answer' | 'note')[]
}

type FormProps = { readonly cases: readonly BasisCase[]; readonly answers: BasisAnswers }

export function BasisForm({ cases, answers }: FormProps) {
  const t = versionStrings(useLang())
  const { answer, note, wrong } = answers
  const error = (field: 'answer' | 'note') =>
    wrong.includes(field) ? { errorMessage: t.errors[field] } : {}
  return (
    <form method="post" action="/lists/basis" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Cases cases={cases} answers={answers} />
      <div class="ds-section">
        <Radios
          name="answer"
          value={answer}
          fieldset={{ legend: { text: t.answer, classes: 'govuk-fieldset__legend--m' } }}
          {...error('answer')}
          items={[
            ...bases.map(basis => ({ value: basis, text: t.basisOf[basis] })),
            { value: 'stop', text: t.stop, hint: t.stopHint },
          ]}
        />
        <Textarea
          name="note"
          label={t.note}
          hint={t.noteHint}
          value={note}
          rows={2}
          {...error('note')}
        />
        <Button text={t.decide} preventDoubleClick />
      </div>
    </form>
  )
}

function Cases({ cases, answers }: FormProps) {
  const lang = useLang()
  const t = versionStrings(lang)
  const { row } = format(lang)
  return (
    <table class="ds-table" id="people">
      <caption class="ds-hide">{t.chooseAll}</caption>
      <thead>
        <tr>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.why}</th>
          <th scope="col" class="ds-wide">
            {t.decider}
          </th>
          <th scope="col">{t.by}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map(one => (
          <tr>
            <th scope="row">
              <label class="ds-tick">
                <input
                  type="checkbox"
                  name="person"
                  value={one.person}
                  checked={answers.people.includes(one.person)}
                />
                <span>
                  <span class="ds-hide">{t.choose} </span>
                  {one.name}
                </span>
              </label>
              <a class="ds-under" href={`/people/${one.person}`}>
                {t.aboutThem}
                <span class="ds-hide">: {one.name}</span>
              </a>
            </th>
            <td>
              {t.basisWhy[one.why]} {listName(lang, one.list)}
            </td>
            <td class="ds-wide">{one.decider ?? t.nobody}</td>
            <td>{row(one.decideBy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
