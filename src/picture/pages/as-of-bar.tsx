// As known when? Date, time and three usual moments; the answer is in the address, to be sent.
import type { Child } from 'hono/jsx'
import { ErrorSummary } from '../../pages/govuk/error-summary.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { AsOfProblem, AsOfWords } from '../domain/as-of.ts'
import { asOfText, asOfWords, quickMoments } from '../domain/as-of.ts'
import { pictureWords } from './strings.ts'

export type AsOfProblemShown = { problem: AsOfProblem; words: AsOfWords }

export type AsOfBarProps = {
  /** The address of this page without its moment. */
  path: string
  /** Null is now. */
  at: number | null
  now: number
  /** Other parts of the address that must stay, such as the campaign and the round. */
  keep?: Readonly<Record<string, string>>
  wrong?: AsOfProblemShown | undefined
  end?: Child
  children?: Child
}

export function AsOfBar(props: AsOfBarProps) {
  const { path, keep = {}, end, children } = props
  return (
    <div class="ds-asof">
      <form method="get" action={path}>
        {Object.entries(keep).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Boxes {...props} />
      </form>
      <div class="ds-asof__quick">
        <Quick {...props} />
      </div>
      {children}
      {end && <span class="ds-asof__end">{end}</span>}
    </div>
  )
}

function Boxes({ at, now, wrong }: AsOfBarProps) {
  const t = pictureWords(useLang()).asOf
  const words = wrong?.words ?? asOfWords(at ?? now)
  const isWrong = (box: 'date' | 'time') =>
    wrong && (wrong.problem === 'time-not-real') === (box === 'time') ? 'true' : undefined
  return (
    <div class="ds-asof__fields">
      <label for="as-date">{t.label}</label>
      <input
        class="ds-input"
        id="as-date"
        name="date"
        type="text"
        inputmode="numeric"
        value={words.date}
        size={10}
        autocomplete="off"
        aria-label={t.date}
        aria-invalid={isWrong('date')}
      />
      <input
        class="ds-input"
        id="as-time"
        name="time"
        type="text"
        inputmode="numeric"
        value={words.time}
        size={5}
        autocomplete="off"
        aria-label={t.time}
        aria-invalid={isWrong('time')}
      />
      <button class="ds-button ds-button--second ds-button--small" type="submit">
        {t.show}
      </button>
    </div>
  )
}

function Quick({ path, at, now, keep = {} }: AsOfBarProps) {
  const t = pictureWords(useLang()).asOf
  const href = (moment?: number) => {
    const query = new URLSearchParams(keep)
    if (moment !== undefined) query.set('at', asOfText(moment))
    return query.size > 0 ? `${path}?${query}` : path
  }
  return (
    <>
      {at === null ? <b>{t.now}</b> : <a href={href()}>{t.now}</a>}
      {quickMoments(now).map(one =>
        one.at === at ? <b>{t[one.name]}</b> : <a href={href(one.at)}>{t[one.name]}</a>,
      )}
    </>
  )
}

/** Above the headline, when the moment could not be read. */
export function AsOfError({ wrong }: { wrong: AsOfProblemShown | undefined }) {
  const t = pictureWords(useLang()).asOf
  if (!wrong) return null
  const href = wrong.problem === 'time-not-real' ? '#as-time' : '#as-date'
  return <ErrorSummary errorList={[{ text: t.problems[wrong.problem], href }]} />
}
