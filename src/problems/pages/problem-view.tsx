// The page of one problem: the clock or the answer first, then who told it, then its line.
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import type { Likely, Problem, StepOf, Telling } from '../store/queries.ts'
import { AnswerForm, Does, TakeForm } from './problem-forms.tsx'
import { isLate } from './problems.tsx'
import { problemStrings } from './strings.ts'

export type Wrong = 'withinMissing' | 'answerMissing' | 'answerTooLong'

export type ProblemShown = {
  readonly problem: Problem
  readonly tellings: readonly Telling[]
  readonly likely: readonly Likely[]
  readonly steps: readonly StepOf[]
  readonly mayAnswer: boolean
  readonly isMine: boolean
  readonly now: number
  readonly answer: string
  readonly wrong?: Wrong
  readonly isSaved: boolean
}

export function ProblemPage({ context, shown }: { context: PageContext; shown: ProblemShown }) {
  const t = problemStrings(context.lang)
  const { problem, wrong } = shown
  const crumbs = [{ href: '/problems', label: t.title }, { label: t.problem }]
  const href = wrong === 'withinMissing' ? '#within' : '#answer'
  return (
    <Page context={context} title={t.problem} breadcrumbs={crumbs} hasErrors={Boolean(wrong)}>
      <LangContext.Provider value={context.lang}>
        {wrong && <ErrorSummary errorList={[{ href, text: t[wrong] }]} />}
        {shown.isSaved && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{problem.words ?? t.noWords}</h1>
        <p class="ds-quiet">
          {t.kinds[problem.kind]}. {problem.villages.join(', ')}
        </p>
        {problem.answeredAt ? <Answered {...shown} /> : <Standing {...shown} />}
        <Tellings {...shown} />
        {shown.likely.length > 0 && <SameOnes {...shown} />}
        <Line {...shown} />
      </LangContext.Provider>
    </Page>
  )
}

function Answered({ problem, mayAnswer, now }: ProblemShown) {
  const lang = useLang()
  const t = problemStrings(lang)
  const { near } = format(lang)
  const { answer, answeredAt, answeredByName, endedAt, id } = problem
  if (!answeredAt) return null
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.answered(answeredByName ?? '', near(answeredAt, now))}</h2>
      <p>{answer ?? t.noWords}</p>
      {endedAt && <p>{t.ended(near(endedAt, now))}</p>}
      {mayAnswer && (
        <div class="ds-actions">
          {!endedAt && <Does action={`/problems/${id}/end`} words={t.end} />}
          <Does action={`/problems/${id}/reopen`} words={t.reopen} />
        </div>
      )}
    </section>
  )
}

function Standing(shown: ProblemShown) {
  const lang = useLang()
  const t = problemStrings(lang)
  const { problem, now, mayAnswer, isMine } = shown
  const due = format(lang).near(problem.dueAt, now)
  return (
    <>
      <p>
        <b>{problem.ownerName ? t.has(problem.ownerName) : t.nobodyHas}</b>
        <br />
        {problem.owner ? t.mustAnswer(due) : t.mustTake(due)}{' '}
        {isLate(problem, now) && <b class="ds-status--attention">{t.isLate}</b>}
      </p>
      {mayAnswer && (isMine ? <AnswerForm {...shown} /> : <TakeForm {...shown} />)}
    </>
  )
}

function Tellings({ problem, tellings, mayAnswer, now }: ProblemShown) {
  const lang = useLang()
  const t = problemStrings(lang)
  const { number, near } = format(lang)
  const more = problem.told - tellings.length
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.toldTitle(problem.told, number(problem.told))}</h2>
      <ul class="ds-list">
        {tellings.map(one => (
          <li>
            <b>{one.placeName}</b>: {one.words ?? t.noWords}
            <span class="ds-under ds-quiet">
              {t.isTold(one.toldByName || t.itself, near(one.toldAt, now))}
            </span>
            {mayAnswer && one.joinedInto && (
              <Does
                action={`/problems/${one.joinedInto}/part`}
                {...{ words: t.part, of: t.joinOf(one.placeName), other: one.id }}
              />
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="ds-quiet">{t.elsewhere(more, number(more))}</p>}
    </section>
  )
}

function SameOnes({ problem, likely }: ProblemShown) {
  const lang = useLang()
  const t = problemStrings(lang)
  const { number } = format(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.likely}</h2>
      <p>{t.likelyLead}</p>
      <ul class="ds-list">
        {likely.map(one => (
          <li>
            <b>{one.placeName}</b>: <a href={`/problems/${one.id}`}>{one.words}</a>
            <span class="ds-under ds-quiet">{t.toldTimes(one.told, number(one.told))}</span>
            <Does
              action={`/problems/${problem.root}/join`}
              {...{ words: t.join, of: t.joinOf(one.placeName), other: one.id }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ steps, now }: ProblemShown) {
  const lang = useLang()
  const t = problemStrings(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.line}</h2>
      <ul class="ds-list">
        {steps.map(one => (
          <li>
            <b>{t.steps[one.step]}</b>
            <span class="ds-under">
              {format(lang).near(one.at, now)}, {one.by ?? t.itself}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
