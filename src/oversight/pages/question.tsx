// One question: the looks that it rests on, and what it was.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { decideQuestion, noteLettersMin } from '../domain/decide-question.ts'
import { answers } from '../domain/terms.ts'
import { findQuestion, type Question } from '../store/questions.ts'
import { whoLooked } from '../store/who-looked.ts'
import { Looks, nextAddress } from './looks.tsx'
import { questionStrings } from './question-strings.ts'

type Said = { readonly answer: string; readonly note: string }
type Problems = { answer?: 'decideMissing'; note?: 'noteMissing' }

export function showQuestion(c: Ctx) {
  return questionPage(c, { answer: '', note: '' }, {})
}

export async function saveQuestion(c: Ctx) {
  const form = await formOf(c)
  const [answer, note] = [form.text('answer'), form.text('note').slice(0, 1_000)]
  const problems: Problems = {
    ...((answers as readonly string[]).includes(answer) ? {} : { answer: 'decideMissing' }),
    ...(note.length < noteLettersMin ? { note: 'noteMissing' } : {}),
  }
  if (Object.keys(problems).length > 0) return questionPage(c, { answer, note }, problems)
  const input = { question: c.req.param('question'), answer, note }
  const done = await actFor(c, decideQuestion, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/questions', 303)
}

async function questionPage(c: Ctx, said: Said, problems: Problems) {
  const id = c.req.param('question') ?? ''
  const after = c.req.query('after') ?? ''
  const known = await reading(c, 'oversight.judge', async (tx, scope) => {
    const question = isId(id) ? await findQuestion(tx, scope, id) : undefined
    if (!question) return undefined
    const filter = { question: id, after: isId(after) ? after : null }
    return { question, looks: await whoLooked(tx, scope, filter) }
  })
  if (!known) return notFoundPage(c)
  const { question, looks } = known
  const context = await pageContext(c, '/questions')
  const t = questionStrings(context.lang)
  const day = format(context.lang).shortDate(new Date(`${question.day}T12:00:00Z`))
  const errors = Object.entries(problems).map(([field, code]) => ({
    href: `#${field}`,
    text: t[code],
  }))
  const isWrong = errors.length > 0
  const crumbs = [{ href: '/questions', label: t.questions }, { label: t.rules[question.rule] }]
  return c.html(
    <Page context={context} title={t.questions} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.rules[question.rule]}</h1>
        <p class="govuk-body">
          {question.name ?? t.noName}. {t.onDay(day)}
        </p>
        <h2 class="ds-h2">{t.rests}</h2>
        <Looks looks={looks} next={nextAddress(c, looks)} />
        <Decided question={question} />
        {(question.state === 'open' || question.state === 'look-into') && (
          <Decide question={question} said={said} problems={problems} />
        )}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function Decided({ question }: { question: Question }) {
  const lang = useLang()
  const t = questionStrings(lang)
  const { state, decidedAt, decidedBy, note } = question
  if (!decidedAt) return null
  const words = t.answered(t.states[state], decidedBy ?? t.noName, format(lang).row(decidedAt))
  return (
    <p class="govuk-body ds-section">
      {words} {note}
    </p>
  )
}

type DecideProps = { question: Question; said: Said; problems: Problems }

function Decide({ question, said, problems }: DecideProps) {
  const t = questionStrings(useLang())
  return (
    <form method="post" action={`/questions/${question.id}`} class="ds-form ds-section" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="answer"
        fieldset={{ legend: { text: t.decide } }}
        items={answers.map(value => ({ value, text: t.states[value] }))}
        value={said.answer}
        {...(problems.answer ? { errorMessage: t[problems.answer] } : {})}
      />
      <Textarea
        name="note"
        label={t.note}
        value={said.note}
        {...(problems.note ? { errorMessage: t[problems.note] } : {})}
      />
      <Button text={t.save} />
    </form>
  )
}
