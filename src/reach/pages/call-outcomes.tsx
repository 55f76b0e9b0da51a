// What happened, and what do they need? Native controls; each is also one key.
import type { HazardPack } from '../../hazards/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { meanings } from '../domain/outcomes.ts'
import { type Answers, mayComeOf, type Problem, urgencies } from './call-answers.ts'
import {
  type Behaves,
  type Choice,
  mainChoices,
  minorChoices,
  type WordChoice,
  wordChoices,
} from './call-choices.ts'
import { callStrings } from './strings.ts'

export type Asked = {
  readonly pack: HazardPack
  readonly answers: Answers
  readonly problems: readonly Problem[]
}

type OutcomeProps = Asked & { then: (choice: Behaves) => string }

export function Outcomes({ pack, answers, problems, then }: OutcomeProps) {
  const t = callStrings(useLang())
  const isWrong = problems.includes('outcome')
  const mayCome = ([value]: readonly [Choice, string]) => mayComeOf(value, answers)
  const choice = ([value, key]: readonly [Choice, string]) => (
    <label class="ds-choice">
      <input
        type="radio"
        id={`outcome-${value}`}
        name="outcome"
        value={value}
        checked={answers.word === null && answers.outcome === value}
        data-key={key}
        data-then={then(value)}
      />
      <Key name={key} />
      {t.outcomes[value]}
    </label>
  )
  return (
    <fieldset class={isWrong ? 'ds-group is-wrong' : 'ds-group'}>
      <legend>{t.whatHappened}</legend>
      {isWrong && <p class="ds-wrong">{t.wrong.outcome}</p>}
      <div class="ds-choices">{mainChoices.filter(mayCome).map(choice)}</div>
      <div class="ds-choices ds-choices--minor">{minorChoices.filter(mayCome).map(choice)}</div>
      <OfThePack pack={pack} answers={answers} problems={problems} then={then} />
    </fieldset>
  )
}

/** What only this kind of emergency has, under the ordinary answers. */
function OfThePack({ pack, answers, problems, then }: OutcomeProps) {
  const lang = useLang()
  const t = callStrings(lang)
  const words = wordChoices(pack, lang).filter(word => mayComeOf(word.behaves, answers))
  const tells = (what: string) => words.some(one => meanings[one.core].tells === what)
  return (
    <>
      <div class="ds-choices ds-choices--minor">
        {words.map(word => (
          <Word word={word} isChosen={answers.word === word.code} then={then(word.behaves)} />
        ))}
      </div>
      {tells('until') && (
        <Told name="until" type="date" value={answers.until} isWrong={problems.includes('until')} />
      )}
      {tells('since') && <Told name="since" type="time" value={answers.since} isWrong={false} />}
      {problems.includes('where') && <p class="ds-wrong">{t.wrong.where}</p>}
    </>
  )
}

type WordProps = { word: WordChoice; isChosen: boolean; then: string }

function Word({ word, isChosen, then }: WordProps) {
  return (
    <label class="ds-choice">
      <input
        type="radio"
        name="outcome"
        value={word.code}
        checked={isChosen}
        data-key={word.key}
        data-means={word.behaves}
        data-tells={meanings[word.core].tells ?? ''}
        data-then={then}
      />
      <Key name={word.key} />
      {word.label}
    </label>
  )
}

type ToldProps = { name: 'until' | 'since'; type: string; value: string; isWrong: boolean }

/** A time that some of these answers speak of; the style shows it beside those alone. */
function Told({ name, type, value, isWrong }: ToldProps) {
  const t = callStrings(useLang())
  return (
    <div class={isWrong ? 'ds-field ds-told is-wrong' : 'ds-field ds-told'} data-told={name}>
      {isWrong && <p class="ds-wrong">{t.wrong.until}</p>}
      <label for={name}>{t.told[name]}</label>{' '}
      <input class="ds-input" id={name} name={name} type={type} value={value} />
    </div>
  )
}

/** The cap of a key, drawn only where there is one. */
export function Key({ name }: { name: string }) {
  if (name === '') return null
  return (
    <span class="ds-kbd" aria-hidden="true">
      {name}
    </span>
  )
}

const aboutNeeds = ['needs', 'needsBoth', 'needsUnheard'] as const

export function Needs({ pack, answers, problems }: Asked) {
  const t = callStrings(useLang())
  const wrong = aboutNeeds.find(problem => problems.includes(problem))
  const isPicked = (code: string) => answers.needs.some(need => need.kind === code)
  return (
    <fieldset class={wrong ? 'ds-group is-wrong' : 'ds-group'}>
      <legend>{t.whatNeeded}</legend>
      {wrong && <p class="ds-wrong">{t.wrong[wrong]}</p>}
      <div class="ds-choices">
        <label class="ds-choice ds-choice--wide">
          <input
            type="checkbox"
            id="need-nothing"
            name="need"
            value="nothing"
            checked={answers.nothing}
            data-key="0"
          />
          <Key name="0" />
          {t.nothing}
          <small>{t.noMoreCalls}</small>
        </label>
        {pack.needKinds.map(kind => (
          <label class="ds-choice">
            <input
              type="checkbox"
              name="need"
              value={kind.code}
              checked={isPicked(kind.code)}
              data-key={kind.key}
            />
            <Key name={`${kind.key}`} />
            {kind.label}
          </label>
        ))}
      </div>
      <ul class="ds-urgent" id="urgent" aria-label={t.howSoon}>
        {pack.needKinds.map(kind => (
          <HowSoon kind={kind} answers={answers} />
        ))}
      </ul>
    </fieldset>
  )
}

type HowSoonProps = { kind: HazardPack['needKinds'][number]; answers: Answers }

function HowSoon({ kind, answers }: HowSoonProps) {
  const t = callStrings(useLang())
  const chosen = answers.needs.find(need => need.kind === kind.code)?.urgency ?? 'routine'
  return (
    <li data-need={kind.code} data-digit={kind.key}>
      <span>{kind.label}</span>
      <span class="ds-steps" role="radiogroup" aria-label={t.howSoonFor(kind.label)}>
        {urgencies.map(urgency => (
          <label>
            <input
              type="radio"
              name={`soon-${kind.code}`}
              value={urgency}
              checked={urgency === chosen}
            />
            {t.soon[urgency]}
          </label>
        ))}
      </span>
    </li>
  )
}
