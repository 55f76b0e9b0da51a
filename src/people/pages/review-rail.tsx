// How does a pair look, what follows from joining them, and what is the answer?
import { format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { likenesses } from '../domain/weigh-pair.ts'
import type { ReadPair, Side } from '../store/read-pair.ts'
import { againstWords, forWords } from './evidence-words.ts'
import { reviewStrings } from './review-strings.ts'
import { shownDay } from './shown.ts'

export const answers = ['same', 'different', 'later'] as const
export type Answer = (typeof answers)[number]

/** Prepared reasons, chosen by digit. */
export const becauses = ['slip', 'swapped', 'asked'] as const
export type Because = (typeof becauses)[number]

/** What was typed before a page came back. */
export type Typed = { readonly note: string; readonly because: string; readonly keep: string }
export const nothingTyped: Typed = { note: '', because: '', keep: '' }

export function Looks({ evidence, weighed }: ReadPair) {
  const lang = useLang()
  const t = reviewStrings(lang)
  const speaksFor = forWords(lang, evidence, weighed)
  const against = againstWords(lang, evidence, weighed)
  return (
    <section class="ds-panel" aria-labelledby="h-weight">
      <h2 class="ds-h3" id="h-weight">
        {t.looks(t.likeness[weighed.likeness].toLowerCase())}
      </h2>
      <ol class="ds-weight ds-weight--here" aria-label={t.scale}>
        {likenesses.map(one => (
          <li {...(one === weighed.likeness ? { 'aria-current': 'true' } : {})}>
            {t.likeness[one]}
          </li>
        ))}
      </ol>
      <ul class="ds-for">
        {speaksFor && <Reason sign="+" name={t.speaksFor} words={speaksFor} />}
        {against && <Reason sign="−" name={t.against} words={against} />}
      </ul>
    </section>
  )
}

function Reason({ sign, name, words }: { sign: string; name: string; words: string }) {
  return (
    <li>
      <b aria-hidden="true">{sign}</b>
      <span>
        <b class="ds-small">{name}</b> {words}
      </span>
    </li>
  )
}

export function IfJoined({ pair, typed }: { pair: ReadPair; typed: Typed }) {
  const t = reviewStrings(useLang())
  const { given, born } = pair.evidence
  const mayChoose = [given, born].some(one => one.agreement !== 'same')
  return (
    <section class="ds-panel" aria-labelledby="h-keep">
      <h2 class="ds-h3" id="h-keep">
        {t.ifJoined}
      </h2>
      <ul class="ds-keeps">
        {[t.ifJoinedAll, t.ifJoinedStops].map(line => (
          <li>
            <Icon name="tick" tone="done" />
            {line}
          </li>
        ))}
        {mayChoose && (
          <li>
            <Icon name="tick" tone="done" />
            <span id="l-keep">{t.keep}</span>
            <span class="ds-steps" role="radiogroup" aria-labelledby="l-keep">
              <Keep side={pair.one} isChosen={typed.keep !== pair.other.person.id} />
              <Keep side={pair.other} isChosen={typed.keep === pair.other.person.id} />
            </span>
          </li>
        )}
        <li>
          <Icon name="undo" />
          {t.ifJoinedUndo}
        </li>
      </ul>
    </section>
  )
}

function Keep({ side: { person }, isChosen }: { side: Side; isChosen: boolean }) {
  const lang = useLang()
  const born = person.born ? `, ${shownDay(format(lang), person.born)}` : ''
  return (
    <label>
      <input type="radio" name="keep" value={person.id} checked={isChosen} />
      {`${person.given}${born}`}
    </label>
  )
}

const keyOf = { same: 'S', different: 'D', later: 'N' } as const

type AnswersProps = { readonly pair: ReadPair; readonly typed: Typed; readonly isWrong: boolean }

export function WhyBox({ pair, typed, isWrong }: AnswersProps) {
  const t = reviewStrings(useLang())
  const isNeeded = pair.conflicts.length > 0 && pair.mayJoin
  return (
    <div class="ds-why-box">
      {isNeeded && (
        <fieldset class="ds-group">
          <legend>{t.because}</legend>
          <span class="ds-steps ds-steps--wrap" id="because">
            {becauses.map((one, at) => (
              <label>
                <input
                  type="radio"
                  name="because"
                  value={one}
                  data-key={at + 1}
                  checked={typed.because === one}
                />
                <span class="ds-kbd" aria-hidden="true">
                  {at + 1}
                </span>{' '}
                {t.becauses[one]}
              </label>
            ))}
          </span>
        </fieldset>
      )}
      <p class="ds-field">
        <label for="note">{t.note}</label>
        <textarea
          class={isWrong ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
          id="note"
          name="note"
          rows={2}
          maxlength={500}
        >
          {typed.note}
        </textarea>
      </p>
    </div>
  )
}

export function Answers({ pair }: { pair: ReadPair }) {
  const t = reviewStrings(useLang())
  const notes = { same: t.sameNote, different: t.differentNote, later: t.laterNote }
  const offered = answers.filter(answer => answer !== 'same' || pair.mayJoin)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no grid in every browser
    <div class="ds-answers" role="group" aria-label={t.answers}>
      {offered.map(answer => (
        <button
          type="submit"
          class={answer === 'later' ? 'ds-answer ds-answer--later' : 'ds-answer'}
          name="answer"
          value={answer}
        >
          <span class="ds-kbd" aria-hidden="true">
            {keyOf[answer]}
          </span>
          <b>{t[answer]}</b>
          <small>{notes[answer]}</small>
        </button>
      ))}
    </div>
  )
}
