// Whom shall we let in, to do what, where, what for, and until when?
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf } from '../../web/request.ts'
import { addUser } from '../domain/add-user.ts'
import type { GrantPlace } from '../store/users.ts'
import {
  fieldsOf,
  type GrantAnswers,
  grantInput,
  grantPlaces,
  grantProblems,
  readGrantAnswers,
  termOf,
} from './grant-answers.ts'
import { type ErrorOf, firstInput, GrantFields, problemWords } from './grant-fields.tsx'
import { accessStrings } from './strings.ts'

type Answers = GrantAnswers & {
  readonly name: string
  readonly email: string
  readonly command: string
}
type Problems = Readonly<Record<string, string | undefined>>

export async function showAddUser(c: Ctx) {
  const answers = answersOf(() => '', newId())
  return showForm(c, answers, {})
}

export async function saveAddUser(c: Ctx) {
  const form = await formOf(c)
  const answers = answersOf(name => form.text(name), form.commandId())
  const term = await termOf(c, answers)
  const problems = { ...whoProblems(answers), ...(await grantProblems(c, answers, term)) }
  if (Object.keys(problems).length > 0) return showForm(c, answers, problems)
  const { name, email, reason, command } = answers
  const why = reason ? { reason } : {}
  // The person's id is the command's, so that a second press is the same command.
  const grants = [{ ...grantInput(answers, term), ...why }]
  const input = { user: command, name, email: email || null, grants }
  const done = await actFor(c, addUser, { id: command, input })
  if (!isRefusal(done)) return c.redirect(`/users/${command}`, 303)
  const fields = fieldsOf(done)
  return Object.keys(fields).length > 0 ? showForm(c, answers, fields) : refusalPage(c, done)
}

function answersOf(textOf: Form['text'], command: string): Answers {
  const who = { name: textOf('name'), email: textOf('email') }
  return { ...readGrantAnswers(textOf), ...who, command }
}

function whoProblems({ name, email }: Answers): Problems {
  const isNamed = name.length > 0 && name.length <= 200
  // The command itself knows what an email address is.
  const probe = { user: newId(), name: 'x', email, grants: [] }
  const isAddress = email === '' || addUser.input.safeParse(probe).success
  return {
    ...(isNamed ? {} : { name: 'nameMissing' }),
    ...(isAddress ? {} : { email: 'emailWrong' }),
  }
}

async function showForm(c: Ctx, answers: Answers, problems: Problems) {
  const context = await pageContext(c, '/users')
  const { lang } = context
  const t = accessStrings(lang)
  const wrong = Object.entries(problems).map(([field, code = '']) => ({
    href: `#${firstInput(field)}`,
    text: problemWords(lang, code),
  }))
  const error: ErrorOf = field => {
    const code = problems[field]
    return code ? { errorMessage: { text: problemWords(lang, code) } } : {}
  }
  const places = await grantPlaces(c)
  return c.html(
    <Page
      context={context}
      title={t.addUser}
      hasErrors={wrong.length > 0}
      breadcrumbs={[{ href: '/users', label: t.users }, { label: t.addUser }]}
    >
      <LangContext.Provider value={lang}>
        {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
        <h1 class="ds-h1">{t.addUser}</h1>
        <p class="govuk-body">{t.addUserLead}</p>
        <AddUserForm answers={answers} error={error} places={places} />
      </LangContext.Provider>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

type FormProps = { answers: Answers; error: ErrorOf; places: readonly GrantPlace[] }

function AddUserForm({ answers, error, places }: FormProps) {
  const t = accessStrings(useLang())
  return (
    <form method="post" action="/users/add" class="ds-form" novalidate>
      <input type="hidden" name="command" value={answers.command} />
      <Input name="name" label={t.name} value={answers.name} {...error('name')} />
      <Input
        name="email"
        type="email"
        label={t.email}
        hint={t.emailHint}
        value={answers.email}
        {...error('email')}
      />
      <GrantFields answers={answers} places={places} error={error} />
      <Button text={t.addUserButton} />
    </form>
  )
}
