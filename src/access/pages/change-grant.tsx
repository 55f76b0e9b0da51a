// One grant of one person: another last day, or its end now; and why.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { changeUntil, endGrant } from '../domain/change-grant.ts'
import { grantsHeld, type HeldGrant } from '../store/user-grants.ts'
import { findUser, type User } from '../store/users.ts'
import { adminStrings } from './admin-strings.ts'
import { dayProblems, termOf } from './grant-answers.ts'
import { Day, type ErrorOf, firstInput, problemWords, Reason } from './grant-fields.tsx'
import { accessStrings } from './strings.ts'
import { grantName, Term } from './user-grants.tsx'

type Typed = {
  readonly form: 'until' | 'end' | null
  readonly until: TypedDay
  readonly reason: string
  readonly problems: Readonly<Record<string, string | undefined>>
}
const nothingTyped: Typed = {
  ...{ form: null, until: typedDay('', () => ''), reason: '', problems: {} },
}

export function showGrant(c: Ctx) {
  return grantPage(c, nothingTyped)
}

export async function saveUntil(c: Ctx) {
  const named = idsOf(c)
  if (!named) return notFoundPage(c)
  const form = await formOf(c)
  const until = typedDay('until', name => form.text(name))
  const typed: Typed = { form: 'until', until, reason: form.text('reason'), problems: {} }
  const term = await termOf(c, { until })
  const problems = {
    ...dayProblems({ until }, term, c.var.node.clock.now()),
    ...(typed.reason ? {} : { reason: 'reasonMissing' }),
  }
  if (Object.keys(problems).length > 0) return grantPage(c, { ...typed, problems })
  const input = { ...named, until: term.until, reason: typed.reason }
  const done = await actFor(c, changeUntil, { id: form.commandId(), input })
  return isRefusal(done) ? again(c, typed, done) : c.redirect(`/users/${named.user}`, 303)
}

export async function saveEnd(c: Ctx) {
  const named = idsOf(c)
  if (!named) return notFoundPage(c)
  const form = await formOf(c)
  const typed: Typed = { ...nothingTyped, form: 'end', reason: form.text('reason') }
  const { reason } = typed
  if (!reason) return grantPage(c, { ...typed, problems: { reason: 'reasonMissing' } })
  const input = { ...named, reason }
  const done = await actFor(c, endGrant, { id: form.commandId(), input })
  return isRefusal(done) ? again(c, typed, done) : c.redirect(`/users/${named.user}`, 303)
}

/** Each refusal stands beside the field that it is about. */
function again(c: Ctx, typed: Typed, done: Refusal) {
  const field = typed.form === 'until' ? 'until' : 'reason'
  const codes: Partial<Record<string, string>> = {
    'to-oneself': 'toOneself',
    'ends-before-begins': 'endsBeforeBegins',
    'last-administrator': 'lastAdministrator',
    'already-done': typed.form === 'until' ? 'nothingChanged' : undefined,
    invalid: done.fields?.until,
  } as Record<string, string>
  const code = codes[done.refused]
  if (!code) return refusalPage(c, done)
  return grantPage(c, { ...typed, problems: { [field]: code } })
}

function idsOf(c: Ctx) {
  const [user, grant] = [c.req.param('user') ?? '', c.req.param('grant') ?? '']
  return isId(user) && isId(grant) ? { user, grant } : undefined
}

async function grantPage(c: Ctx, typed: Typed) {
  const named = idsOf(c)
  if (!named) return notFoundPage(c)
  const found = await reading(c, 'access.administer', async (tx, scope, now) => {
    const user = await findUser(tx, scope, { now, user: named.user })
    const grants = user ? await grantsHeld(tx, scope, named.user) : []
    const grant = grants.find(one => one.id === named.grant)
    return user && grant ? { user, grant, now } : undefined
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/users')
  const status = Object.keys(typed.problems).length > 0 ? 422 : 200
  return c.html(<GrantPage context={context} shown={found} typed={typed} />, status)
}

type Shown = { readonly user: User; readonly grant: HeldGrant; readonly now: number }
type Props = { context: PageContext; shown: Shown; typed: Typed }

function GrantPage({ context, shown, typed }: Props) {
  const { lang } = context
  const t = { ...accessStrings(lang), ...adminStrings(lang) }
  const { user, grant, now } = shown
  const isOver = grant.until !== null && grant.until.getTime() <= now
  const wrong = Object.entries(typed.problems).map(([field, code = '']) => ({
    href: `#${firstInput(field)}`,
    text: problemWords(lang, code),
  }))
  return (
    <Page
      context={context}
      title={t.changeGrant}
      hasErrors={wrong.length > 0}
      breadcrumbs={[
        { href: '/users', label: t.users },
        { href: `/users/${user.id}`, label: user.name ?? t.noName },
        { label: t.changeGrant },
      ]}
    >
      <LangContext.Provider value={lang}>
        {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
        <h1 class="ds-h1">{grantName(lang, grant)}</h1>
        <p class="govuk-body">
          {user.name ?? t.noName}. <Term grant={grant} now={now} />
        </p>
        {isOver ? <p class="govuk-body">{t.isOver}</p> : <Forms shown={shown} typed={typed} />}
      </LangContext.Provider>
    </Page>
  )
}

function Forms({ shown, typed }: Omit<Props, 'context'>) {
  const lang = useLang()
  const t = adminStrings(lang)
  const to = `/users/${shown.user.id}/grants/${shown.grant.id}`
  const errorIn = (form: Typed['form']): ErrorOf => {
    return field => {
      const code = typed.form === form ? typed.problems[field] : undefined
      return code ? { errorMessage: { text: problemWords(lang, code) } } : {}
    }
  }
  const reasonIn = (form: Typed['form']) => (typed.form === form ? typed.reason : '')
  return (
    <>
      <form method="post" action={`${to}/until`} class="ds-form" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Day
          name="until"
          label={t.newUntil}
          hint={t.newUntilHint}
          day={typed.until}
          error={errorIn('until')}
        />
        <Reason
          value={reasonIn('until')}
          error={errorIn('until')}
          id={typed.form === 'end' ? 'reason-until' : 'reason'}
        />
        <Button text={t.changeButton} />
      </form>
      <form method="post" action={`${to}/end`} class="ds-form ds-section" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <h2 class="ds-h2">{t.endGrant}</h2>
        <p class="govuk-body">{t.endNote}</p>
        <Reason
          value={reasonIn('end')}
          error={errorIn('end')}
          id={typed.form === 'end' ? 'reason' : 'reason-end'}
        />
        <Button text={t.endButton} classes="govuk-button--secondary" />
      </form>
    </>
  )
}
