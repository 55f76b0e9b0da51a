// The right-hand column: what happened, what they need, a note, a promise, and what saving does.

import { londonInstant } from '../../kernel/london.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Icon } from '../../pages/sprite.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { Call } from '../store/find-call.ts'
import { dayParts, type Problem, promiseDays } from './call-answers.ts'
import { type Asked, Key, Needs, Outcomes } from './call-outcomes.tsx'
import { answeredSentences, consequence } from './consequences.ts'
import { DraftSays } from './drafts.tsx'
import { callStrings } from './strings.ts'

type FormProps = Asked & { call: Call; now: number }
type PromiseProps = Asked & { now: number }

export function Record(props: FormProps) {
  const lang = useLang()
  const t = callStrings(lang)
  const standing = { lang, ...props }
  return (
    <section class="ds-call__record" aria-labelledby="h-record">
      <div class="ds-panel">
        <h2 class="ds-hide" id="h-record">
          {t.whatHappened}
        </h2>
        <Problems problems={props.problems} />
        <Outcomes {...props} then={choice => consequence(choice, standing)} />
        <Needs {...props} />
        <Note {...props} />
        <PromiseToRing {...props} />
        <div class="ds-savebar">
          <p class="ds-then" id="then" aria-live="polite" {...answeredSentences(standing)}>
            <Icon name="now" />
            <span>{t.thenUnknown}</span>
          </p>
          <Save />
        </div>
      </div>
    </section>
  )
}

const fields: Record<Problem, string> = {
  outcome: 'outcome-answered',
  needs: 'need-nothing',
  needsBoth: 'need-nothing',
  needsUnheard: 'need-nothing',
  note: 'note',
  promise: 'promised',
  promiseEnded: 'promised',
  phone: 'phone',
  until: 'until',
  where: 'note',
}

/** What to do, linked to where. */
function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = callStrings(useLang())
  if (problems.length === 0) return null
  const errorList = problems.map(problem => ({
    text: t.wrong[problem],
    href: `#${fields[problem]}`,
  }))
  return <ErrorSummary errorList={errorList} />
}

export function Note({ answers, problems }: Asked) {
  const t = callStrings(useLang())
  const isWrong = problems.includes('note')
  return (
    <div class={isWrong ? 'ds-field is-wrong' : 'ds-field'}>
      <label class="ds-legend" for="note">
        {t.note} <small class="ds-quiet">{t.noteFor}</small> <Key name="T" />
      </label>
      {isWrong && <p class="ds-wrong">{t.wrong.note}</p>}
      <textarea class="ds-note" id="note" name="note" rows={2}>
        {answers.note}
      </textarea>
    </div>
  )
}

export function PromiseToRing({ answers, problems, now }: PromiseProps) {
  const lang = useLang()
  const t = callStrings(lang)
  const wrong = (['promise', 'promiseEnded'] as const).find(one => problems.includes(one))
  const days = promiseDays(now)
  const day = answers.day || (days[1] ?? days[0])
  const noon = (date: string) => format(lang).date(londonInstant(date, 12 * 60))
  return (
    <div class={wrong ? 'ds-field ds-promise is-wrong' : 'ds-field ds-promise'}>
      {wrong && <p class="ds-wrong">{t.wrong[wrong]}</p>}
      <label class="ds-choice">
        <input
          type="checkbox"
          name="promised"
          id="promised"
          value="yes"
          checked={answers.promised}
        />
        <Key name="P" />
        {t.promise}
      </label>
      <span class="ds-promise__when">
        <label class="ds-hide" for="day">
          {t.promiseDay}
        </label>
        <select class="ds-input" id="day" name="day">
          {days.map(date => (
            <option value={date} selected={date === day}>
              {noon(date)}
            </option>
          ))}
        </select>{' '}
        <label class="ds-hide" for="part">
          {t.promisePart}
        </label>
        <select class="ds-input" id="part" name="part">
          {dayParts.map(({ code, from, to }) => (
            <option value={code} selected={code === answers.part}>
              {t.part(clock(from), clock(to))}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}

function clock(minutes: number): string {
  return `${minutes / 60}:00`
}

function Save() {
  const t = callStrings(useLang())
  return (
    <div class="ds-save">
      <button class="ds-button" id="save" type="submit">
        {t.save}{' '}
        <span class="ds-kbd" id="save-key" aria-hidden="true">
          {t.saveKey}
        </span>
      </button>
      <DraftSays />
      <button type="button" class="ds-link-button ds-small ds-keys-link" data-opens="keys" hidden>
        <span>{t.allKeys}</span> <Key name="?" />
      </button>
      <label class="ds-small ds-keys-on" id="keys-label" hidden>
        <input type="checkbox" id="keys-on" checked /> {t.singleKeys}
      </label>
    </div>
  )
}
