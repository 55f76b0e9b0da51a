// Which looks raise a question, and how long has each waited?
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { listQuestions, type Question } from '../store/questions.ts'
import { questionStrings } from './question-strings.ts'

export async function showQuestions(c: Ctx) {
  const { questions, now } = await reading(c, 'oversight.judge', async (tx, scope, at) => ({
    questions: await listQuestions(tx, scope),
    now: at,
  }))
  const context = await pageContext(c, '/questions')
  const t = questionStrings(context.lang)
  const waiting = questions.filter(one => one.state === 'open').length
  return c.html(
    <Page context={context} title={t.questions}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">{t.questions}</h1>
        <p class="govuk-body">{t.lead}</p>
        {questions.length === 0 ? (
          <p class="govuk-body">{t.none}</p>
        ) : (
          <>
            <p class="govuk-body">
              <strong>{t.waiting(format(context.lang).number(waiting))}</strong>
            </p>
            <Table questions={questions} now={now} />
            <TakeLinks at={takeAddress(c, 'oversight.take')} />
          </>
        )}
      </LangContext.Provider>
    </Page>,
  )
}

function Table({ questions, now }: { questions: readonly Question[]; now: number }) {
  const t = questionStrings(useLang())
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.question}</th>
          <th scope="col">{t.who}</th>
          <th scope="col" class="ds-wide">
            {t.looks}
          </th>
          <th scope="col" class="ds-wide">
            {t.age}
          </th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {questions.map(one => (
          <Row question={one} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ question, now }: { question: Question; now: number }) {
  const lang = useLang()
  const t = questionStrings(lang)
  const words = format(lang)
  const day = words.shortDate(new Date(`${question.day}T12:00:00Z`))
  const age = words.duration(now - question.raisedAt.getTime())
  return (
    <tr>
      <th scope="row">
        <a href={`/questions/${question.id}`}>{t.rules[question.rule]}</a>
        <span class="ds-under">{t.onDay(day)}</span>
      </th>
      <td>{question.name ?? t.noName}</td>
      <td class="ds-wide">{words.number(question.looks)}</td>
      <td class="ds-wide">{age}</td>
      <td>
        {t.states[question.state]}
        <span class="ds-narrow-only">
          <br />
          {age}
        </span>
      </td>
    </tr>
  )
}
