// The page of one question: the clock first, then the answer or its form, then the line.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { type Lang, LangContext, useLang } from '../../pages/strings/index.ts'
import { above, decisions } from '../domain/terms.ts'
import type { Director, LevelNow } from '../store/answerers.ts'
import type { Question, StepOf } from '../store/queries.ts'
import { TopNow, whoAnswers } from './parts.tsx'
import { escalationStrings } from './strings.ts'

export type AnswerProblem = 'decisionMissing' | 'answerMissing' | 'answerTooLong'

export type QuestionShown = {
  readonly question: Question
  readonly dueAt: number
  readonly isLate: boolean
  readonly steps: readonly StepOf[]
  readonly level: LevelNow
  readonly top: Director | undefined
  readonly mayAnswer: boolean
  readonly isMine: boolean
  readonly now: number
  readonly decision: string
  readonly answer: string
  readonly problems: readonly AnswerProblem[]
  readonly isSaved: boolean
}

export function QuestionPage({ context, shown }: { context: PageContext; shown: QuestionShown }) {
  const { lang } = context
  const t = escalationStrings(lang)
  const { question, problems, now } = shown
  const crumbs = [{ href: '/escalations', label: t.title }, { label: t.one }]
  const errorList = problems.map(code => ({ href: `#${fieldOf(code)}`, text: t[code] }))
  return (
    <Page context={context} title={t.one} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        {shown.isSaved && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{question.name || t.erased}</h1>
        <blockquote class="ds-asked-words">{question.question}</blockquote>
        <p class="ds-quiet">
          {t.isAsked(question.askedByName, format(lang).near(question.askedAt, now))}
        </p>
        {question.answeredAt ? <Answered {...shown} /> : <Standing {...shown} />}
        {shown.mayAnswer && <AnswerForm {...shown} />}
        <Line {...shown} />
      </LangContext.Provider>
    </Page>
  )
}

const fieldOf = (code: AnswerProblem) => (code === 'decisionMissing' ? 'decision' : 'answer')

function Answered({ question, now }: QuestionShown) {
  const lang = useLang()
  const t = escalationStrings(lang)
  const { decision, answeredAt, answeredByName, answer } = question
  if (!decision || !answeredAt) return null
  const when = format(lang).near(answeredAt, now)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.answered(t.decisions[decision], answeredByName ?? '', when)}</h2>
      <blockquote class="ds-asked-words">{answer}</blockquote>
    </section>
  )
}

/** Who answers now, by when, and where it goes if late. */
function Standing(shown: QuestionShown) {
  const { question, level, top, isLate } = shown
  const t = escalationStrings(useLang())
  return (
    <>
      <div class="ds-now">
        <p>
          <b>{t.answersNow(whoAnswers(t, question, level), t.levels[question.level])}</b>
          <br />
          {dueWords(useLang(), shown)} {isLate && <b class="ds-status--attention">{t.isLate}</b>}
        </p>
        {shown.mayAnswer && !shown.isMine && (
          <form class="ds-now__do" method="post" action={`/escalations/${question.id}/take`}>
            <input type="hidden" name="command" value={newId()} />
            <button type="submit" class="ds-button">
              {t.take}
            </button>
          </form>
        )}
      </div>
      {level.people.length === 0 && <p class="ds-att">{t.nobodyThere(t.levels[question.level])}</p>}
      {question.level !== 'councillor' && <TopNow top={top} maySet={false} />}
    </>
  )
}

function dueWords(lang: Lang, shown: QuestionShown): string {
  const t = escalationStrings(lang)
  const { question, dueAt, now } = shown
  const by = format(lang).near(dueAt, now)
  const to = above(question.level)
  if (!to) return t.atTop(by)
  return question.takenBy ? t.answerBy(by, t.levels[to]) : t.takeBy(by, t.levels[to])
}

function AnswerForm({ question, decision, answer, problems }: QuestionShown) {
  const t = escalationStrings(useLang())
  const to = above(question.level)
  const wrong = (field: string) => {
    const code = problems.find(one => fieldOf(one) === field)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.answer}</h2>
      <form class="ds-form" method="post" action={`/escalations/${question.id}/answer`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Radios
          name="decision"
          fieldset={{ legend: t.decision }}
          value={decision}
          items={decisions.map(value => ({ value, text: t.decisions[value] }))}
          {...wrong('decision')}
        />
        <Textarea
          {...{ name: 'answer', label: t.words, rows: 3, value: answer }}
          {...wrong('answer')}
        />
        <Button text={t.sendAnswer} preventDoubleClick />
      </form>
      {to && (
        <form method="post" action={`/escalations/${question.id}/up`}>
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="from" value={question.level} />
          <button type="submit" class="ds-button ds-button--second">
            {t.passUp(t.levels[to])}
          </button>
        </form>
      )}
    </section>
  )
}

function Line({ steps, now }: QuestionShown) {
  const lang = useLang()
  const t = escalationStrings(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.line}</h2>
      <ul class="ds-list">
        {steps.map(one => (
          <li>
            <b>{t.step(t.steps[one.step], t.levels[one.level])}</b>
            <span class="ds-under">
              {format(lang).near(one.at, now)}, {one.by ?? t.itself}
              {one.why && `: ${t.whys[one.why]}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
