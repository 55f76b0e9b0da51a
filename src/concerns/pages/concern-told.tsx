// What was told of somebody, and each step of the checklist: tried by whom, with what result.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { type Step, stepResults, steps, wordsLettersMax } from '../domain/terms.ts'
import type { StepOf, WorryOf } from '../store/queries.ts'
import type { ConcernShown } from './concern-view.tsx'
import { concernStrings } from './strings.ts'

export function Told({ worries, now }: { worries: readonly WorryOf[]; now: number }) {
  const lang = useLang()
  const t = concernStrings(lang)
  const { near } = format(lang)
  return (
    <section class="ds-section" aria-labelledby="h-told">
      <h2 class="ds-h2" id="h-told">
        {t.told}
      </h2>
      <ul class="ds-points">
        {worries.map(({ cause, isDanger, toldAt, toldBy, words }) => (
          <li>
            <span>
              <b>{t.causes[cause]}</b>
              {isDanger && <b class="ds-status--attention"> {t.danger}</b>}
              <span class="ds-under">{words === null ? t.noWords : t.said(words)}</span>
              <span class="ds-under ds-quiet">
                {toldBy ?? t.itself}, {near(toldAt, now)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Checklist(shown: ConcernShown) {
  const t = concernStrings(useLang())
  return (
    <section class="ds-section" aria-labelledby="h-list">
      <h2 class="ds-h2" id="h-list">
        {t.checklist}
      </h2>
      <p>{t.checklistLead}</p>
      {steps.map(step => (
        <OneStep {...shown} step={step} />
      ))}
    </section>
  )
}

function OneStep({ step, ...shown }: ConcernShown & { step: Step }) {
  const t = concernStrings(useLang())
  const tried = shown.steps.filter(one => one.step === step)
  return (
    <div class="ds-panel">
      <h3 class="ds-h3">{t.steps[step]}</h3>
      {tried.length === 0 && <p class="ds-quiet">{t.untried}</p>}
      {tried.map(one => (
        <Tried one={one} now={shown.now} />
      ))}
      {shown.standing && <StepForm {...shown} step={step} />}
    </div>
  )
}

function Tried({ one, now }: { one: StepOf; now: number }) {
  const lang = useLang()
  const t = concernStrings(lang)
  return (
    <p>
      <b>{t.results[one.result]}</b>: {one.words === null ? t.wasErased : t.said(one.words)}
      <span class="ds-under ds-quiet">
        {one.by}, {format(lang).near(one.at, now)}
      </span>
    </p>
  )
}

function StepForm({ asked, step, answers, problems }: ConcernShown & { step: Step }) {
  const t = concernStrings(useLang())
  const isWrong = problems.some(one => typeof one !== 'string' && one.step === step)
  const id = `words-${step}`
  return (
    <form method="post" action={`/concerns/${asked.id}/steps`} class="ds-noprint" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="step" value={step} />
      <p class={isWrong ? 'ds-field is-wrong' : 'ds-field'}>
        <label for={id}>
          {t.what}
          <span class="ds-hide">: {t.steps[step]}</span>
        </label>
        {isWrong && (
          <span class="ds-wrong" id={`${id}-wrong`}>
            {t.wordsMissing(t.steps[step])}
          </span>
        )}
        <input
          class="govuk-input"
          id={id}
          name="words"
          maxlength={wordsLettersMax}
          autocomplete="off"
          value={answers.step === step ? answers.words : ''}
          {...(isWrong && { 'aria-describedby': `${id}-wrong` })}
        />
      </p>
      <p class="ds-acts">
        {stepResults.map(result => (
          <button
            type="submit"
            class="ds-button ds-button--second ds-button--small"
            name="result"
            value={result}
          >
            {t.results[result]}
            <span class="ds-hide">: {t.steps[step]}</span>
          </button>
        ))}
      </p>
    </form>
  )
}
