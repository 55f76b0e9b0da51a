// Which other role shall this person have, where, what for, from when, until when, and why?
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { giveGrant } from '../domain/give-grant.ts'
import { findUser } from '../store/users.ts'
import { adminStrings } from './admin-strings.ts'
import {
  fieldsOf,
  type GrantAnswers,
  type GrantProblems,
  grantInput,
  grantPlaces,
  grantProblems,
  readGrantAnswers,
  termOf,
} from './grant-answers.ts'
import { firstInput, GrantFields, problemWords } from './grant-fields.tsx'
import { accessStrings } from './strings.ts'

type Asked = { readonly answers: GrantAnswers; readonly command: string }

export async function showGiveGrant(c: Ctx) {
  return showForm(c, { answers: readGrantAnswers(() => ''), command: newId() }, {})
}

export async function saveGiveGrant(c: Ctx) {
  const user = c.req.param('user') ?? ''
  if (!isId(user) || !(await userNamed(c))) return notFoundPage(c)
  const form = await formOf(c)
  const command = form.commandId()
  const answers = readGrantAnswers(name => form.text(name))
  const term = await termOf(c, answers)
  const problems = await grantProblems(c, answers, term)
  if (!answers.reason) problems.reason = 'reasonMissing'
  if (Object.keys(problems).length > 0) return showForm(c, { answers, command }, problems)
  const input = { grant: command, user, ...grantInput(answers, term), reason: answers.reason }
  const done = await actFor(c, giveGrant, { id: command, input })
  if (!isRefusal(done)) return c.redirect(`/users/${user}`, 303)
  const fields = fieldsOf(done)
  if (Object.keys(fields).length === 0) return refusalPage(c, done)
  return showForm(c, { answers, command }, fields)
}

function userNamed(c: Ctx) {
  const user = c.req.param('user') ?? ''
  return reading(c, 'access.administer', (tx, scope, now) => findUser(tx, scope, { now, user }))
}

async function showForm(c: Ctx, { answers, command }: Asked, problems: GrantProblems) {
  const found = isId(c.req.param('user')) ? await userNamed(c) : undefined
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/users')
  const { lang } = context
  const t = { ...accessStrings(lang), ...adminStrings(lang) }
  const name = found.name ?? t.noName
  const wrong = Object.entries(problems).map(([field, code]) => ({
    href: `#${firstInput(field)}`,
    text: problemWords(lang, code),
  }))
  const error = (field: string) => {
    const code = problems[field as keyof GrantProblems]
    return code ? { errorMessage: { text: problemWords(lang, code) } } : {}
  }
  const places = await grantPlaces(c)
  return c.html(
    <Page
      context={context}
      title={t.giveGrant}
      hasErrors={wrong.length > 0}
      breadcrumbs={[
        { href: '/users', label: t.users },
        { href: `/users/${found.id}`, label: name },
        { label: t.giveGrant },
      ]}
    >
      <LangContext.Provider value={lang}>
        {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
        <h1 class="ds-h1">{t.giveGrantTo(name)}</h1>
        <form method="post" action={`/users/${found.id}/grants/add`} class="ds-form" novalidate>
          <input type="hidden" name="command" value={command} />
          <GrantFields answers={answers} places={places} error={error} />
          <Button text={t.giveGrantButton} />
        </form>
      </LangContext.Provider>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}
