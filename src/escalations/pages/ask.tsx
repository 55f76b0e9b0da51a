// Asking for a decision about a person or a place: what, and how soon.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { tellQuestions } from '../climb.ts'
import { AskQuestion, askQuestion } from '../domain/ask-question.ts'
import { type SubjectKind, urgencies } from '../domain/terms.ts'
import { findSubject } from '../store/queries.ts'
import { escalationStrings } from './strings.ts'

type Problem = 'questionMissing' | 'questionTooLong' | 'urgencyMissing'
type Given = {
  readonly kind: SubjectKind
  readonly about: string
  readonly question: string
  readonly urgency: string
  readonly problems: readonly Problem[]
}

/** GET /escalations/new: `person` or `place` says about whom or what; else what was asked. */
export function showAsk(c: Ctx) {
  const person = c.req.query('person')
  const kind = person === undefined ? 'place' : 'person'
  const about = person ?? c.req.query('place')
  if (about === undefined) return c.redirect('/escalations', 303)
  return askPage(c, { kind, about, question: '', urgency: '', problems: [] })
}

/** POST /escalations/new */
export async function saveQuestion(c: Ctx) {
  const form = await formOf(c)
  const kind = form.text('kind') === 'person' ? 'person' : 'place'
  const [about, question, urgency] = [
    form.text('about'),
    form.text('question'),
    form.text('urgency'),
  ]
  const escalation = form.commandId()
  const input = { escalation, kind, about, question, urgency }
  const problems = problemsOf(input)
  if (problems.length > 0) return askPage(c, { kind, about, question, urgency, problems })
  const done = await actFor(c, askQuestion, { id: escalation, input })
  if (isRefusal(done)) return refusalPage(c, done)
  await tellQuestions(c.var.node, c.var.actor.council)
  return c.redirect(`/escalations/${escalation}?saved=1`, 303)
}

function problemsOf(input: object): readonly Problem[] {
  const parsed = AskQuestion.safeParse(input)
  if (parsed.success) return []
  return parsed.error.issues.flatMap(({ path, code }) => {
    if (path[0] === 'urgency') return 'urgencyMissing'
    if (path[0] !== 'question') return []
    return code === 'too_big' ? 'questionTooLong' : 'questionMissing'
  })
}

async function askPage(c: Ctx, given: Given) {
  const { kind, about, problems } = given
  if (!isId(about)) return notFoundPage(c)
  const found = await reading(c, 'escalations.ask', async (tx, scope, now) => {
    const subject = await findSubject(tx, scope, { kind, about })
    if (!subject) return undefined
    const subjects = kind === 'person' ? [about] : []
    await recordRead(tx, scope, { what: 'open', route: '/escalations/new', subjects, at: now })
    return subject
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/escalations')
  const t = escalationStrings(context.lang)
  const crumbs = [{ href: '/escalations', label: t.title }, { label: t.askTitle }]
  const errorList = problems.map(code => ({ href: `#${fieldOf(code)}`, text: t[code] }))
  return c.html(
    <Page context={context} title={t.askTitle} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.askAbout(found.name)}</h1>
        <p>{t.askLead}</p>
        <Form {...given} />
      </LangContext.Provider>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

const fieldOf = (code: Problem) => (code === 'urgencyMissing' ? 'urgency' : 'question')

function Form({ kind, about, question, urgency, problems }: Given) {
  const t = escalationStrings(useLang())
  const wrong = (field: string) => {
    const code = problems.find(one => fieldOf(one) === field)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  return (
    <form class="ds-form" method="post" action="/escalations/new" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="about" value={about} />
      <Textarea
        {...{ name: 'question', label: t.whatQuestion, hint: t.whatHint, rows: 4 }}
        value={question}
        {...wrong('question')}
      />
      <Radios
        name="urgency"
        fieldset={{ legend: t.howSoon }}
        value={urgency}
        items={urgencies.map(value => ({ value, text: t.urgencies[value] }))}
        {...wrong('urgency')}
      />
      <Button text={t.send} preventDoubleClick />
    </form>
  )
}
