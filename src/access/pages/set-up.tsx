// How does a new Doorstep get its council and its first administrator?
import { act } from '../../events/act.ts'
import { foundCouncil } from '../../events/found-council.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf } from '../../web/request.ts'
import { signIn } from '../../web/session.ts'
import { systemActor } from '../actor.ts'
import { addUser } from '../domain/add-user.ts'
import { isSetUpToken, takeSetUpToken } from '../set-up.ts'
import { setUpStrings } from './set-up-strings.ts'

type Field = 'council' | 'gss' | 'name'
type Answers = Record<Field, string>
type Problem = 'councilNameMissing' | 'councilGssWrong' | 'yourNameMissing'
type Problems = Partial<Record<Field, Problem>>

const nameLengthMax = 200
const empty: Answers = { council: '', gss: '', name: '' }

export async function showSetUp(c: Ctx) {
  if (!(await isSetUpToken(c.var.node, c.req.param('token') ?? ''))) return notFoundPage(c)
  return showForm(c, empty, {})
}

export async function saveSetUp(c: Ctx) {
  if (!(await isSetUpToken(c.var.node, c.req.param('token') ?? ''))) return notFoundPage(c)
  const form = await formOf(c)
  const answers = { council: form.text('council'), gss: form.text('gss'), name: form.text('name') }
  const problems = problemsOf(answers)
  if (Object.keys(problems).length > 0) return showForm(c, answers, problems)
  return takeSetUpToken(c.var.node) ? setUp(c, answers) : notFoundPage(c)
}

function problemsOf(answers: Answers): Problems {
  const problems: Problems = {}
  if (!isName(answers.council)) problems.council = 'councilNameMissing'
  if (answers.gss !== '' && !/^[A-Z]\d{8}$/.test(answers.gss)) problems.gss = 'councilGssWrong'
  if (!isName(answers.name)) problems.name = 'yourNameMissing'
  return problems
}

function isName(text: string): boolean {
  return text.length > 0 && text.length <= nameLengthMax
}

async function setUp(c: Ctx, answers: Answers) {
  const node = c.var.node
  const id = councilId(answers.council)
  const council = { id, name: answers.council, gss: answers.gss || null, practice: false }
  await foundCouncil(node, council)
  const user = newId()
  const grants = [
    { role: 'system-administrator' as const, place: null, purpose: 'set-up', until: null },
  ]
  const input = { user, name: answers.name, email: null, grants }
  const done = await act(node, systemActor(id), addUser, { id: newId(), input })
  if (isRefusal(done)) return notFoundPage(c)
  await signIn(c, id, user)
  return c.redirect('/', 303)
}

/** "South Vale Council" becomes south-vale-council: short, stable, ours. */
function councilId(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
  return (
    words
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'council'
  )
}

async function showForm(c: Ctx, answers: Answers, problems: Problems) {
  const context = await pageContext(c)
  const t = setUpStrings(context.lang)
  const wrong = Object.entries(problems) as [Field, Problem][]
  const field = (name: Field, label: string, hint?: string) => {
    const problem = problems[name]
    return (
      <Input
        id={name}
        name={name}
        label={{ text: label }}
        value={answers[name]}
        {...(hint ? { hint: { text: hint } } : {})}
        {...(problem ? { errorMessage: { text: t[problem] } } : {})}
      />
    )
  }
  return c.html(
    <Page context={context} title={t.setUp} look="public" hasErrors={wrong.length > 0}>
      {wrong.length > 0 && (
        <ErrorSummary errorList={wrong.map(([id, code]) => ({ href: `#${id}`, text: t[code] }))} />
      )}
      <h1 class="ds-h1">{t.setUp}</h1>
      <p class="govuk-body">{t.setUpLead}</p>
      <form method="post" novalidate>
        {field('council', t.councilName)}
        {field('gss', t.councilGss, t.councilGssHint)}
        {field('name', t.yourName)}
        <Button text={t.setUpButton} />
      </form>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}
