// One person who may sign in: what may they do, who said so, and what can be done about it?
import { isId, newId } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { suspensionReasons } from '../domain/pause-events.ts'
import { grantsHeld, type HeldGrant, type Suspension, suspensionsOf } from '../store/user-grants.ts'
import { findUser, type User } from '../store/users.ts'
import { adminStrings } from './admin-strings.ts'
import { fieldsOf } from './grant-answers.ts'
import { Day, type ErrorOf, firstInput, problemWords, Reason } from './grant-fields.tsx'
import { accessStrings } from './strings.ts'
import { HeldGrants } from './user-grants.tsx'

export type Typed = {
  readonly form: 'disable' | 'enable' | 'suspend' | 'lift' | null
  readonly reason: string
  readonly why: string
  readonly from: TypedDay
  readonly until: TypedDay
  readonly problems: Readonly<Record<string, string | undefined>>
}

const noDay = typedDay('', () => '')
export const nothingTyped: Typed = {
  ...{ form: null, reason: '', why: '', from: noDay, until: noDay, problems: {} },
}

export function showUser(c: Ctx) {
  return userPage(c, nothingTyped)
}

/** A refusal that is about a field is said beside it, and what was typed stays. */
export function againWith(c: Ctx, typed: Typed, refusal: Refusal) {
  const problems = fieldsOf(refusal)
  if (Object.keys(problems).length === 0) return refusalPage(c, refusal)
  return userPage(c, { ...typed, problems })
}

type Shown = {
  readonly user: User
  readonly grants: readonly HeldGrant[]
  readonly suspensions: readonly Suspension[]
  readonly now: number
}

export async function userPage(c: Ctx, typed: Typed) {
  const user = c.req.param('user') ?? ''
  if (!isId(user)) return notFoundPage(c)
  const shown = await reading(c, 'access.administer', async (tx, scope, now) => {
    const found = await findUser(tx, scope, { now, user })
    if (!found) return undefined
    const suspensions = await suspensionsOf(tx, scope, { user, now })
    return { user: found, grants: await grantsHeld(tx, scope, user), suspensions, now }
  })
  if (!shown) return notFoundPage(c)
  const context = await pageContext(c, '/users')
  const hasErrors = Object.keys(typed.problems).length > 0
  return c.html(<UserPage context={context} shown={shown} typed={typed} />, hasErrors ? 422 : 200)
}

type PageProps = { context: PageContext; shown: Shown; typed: Typed }

function UserPage({ context, shown, typed }: PageProps) {
  const { lang } = context
  const t = { ...accessStrings(lang), ...adminStrings(lang) }
  const { user, grants, suspensions, now } = shown
  const name = user.name ?? t.noName
  const wrong = Object.entries(typed.problems).map(([field, code = '']) => ({
    href: `#${firstInput(field)}`,
    text: problemWords(lang, code),
  }))
  const isOver = ({ until }: HeldGrant) => until !== null && until.getTime() <= now
  const current = grants.filter(grant => !isOver(grant))
  const over = grants.filter(isOver)
  const base = { user: user.id, now }
  return (
    <Page
      context={context}
      title={t.users}
      hasErrors={wrong.length > 0}
      breadcrumbs={[{ href: '/users', label: t.users }, { label: name }]}
    >
      <LangContext.Provider value={lang}>
        {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
        <h1 class="ds-h1">{name}</h1>
        {user.email && <p class="govuk-body">{user.email}</p>}
        {user.isDisabled && <p class="govuk-body">{t.shutOut}</p>}
        {suspensions.map(one => (
          <Rests suspension={one} user={user.id} typed={typed} />
        ))}
        <h2 class="ds-h2">{t.grantsNow}</h2>
        {current.length === 0 && <p class="govuk-body">{t.grantsNone}</p>}
        {current.length > 0 && (
          <HeldGrants {...base} grants={current} caption={t.grantsNow} mayChange />
        )}
        {!user.isDisabled && <OpenActs user={user.id} typed={typed} />}
        {user.isDisabled && <LetIn user={user.id} typed={typed} />}
        {over.length > 0 && (
          <section class="ds-section">
            <h2 class="ds-h2">{t.grantsOver}</h2>
            <HeldGrants {...base} grants={over} caption={t.grantsOver} mayChange={false} />
          </section>
        )}
      </LangContext.Provider>
    </Page>
  )
}

type FormProps = { user: string; typed: Typed }

function errorsOf({ problems }: Typed, lang: PageContext['lang']): ErrorOf {
  return field => {
    const code = problems[field]
    return code ? { errorMessage: { text: problemWords(lang, code) } } : {}
  }
}

/** What was typed into one of the forms is not shown in the others. */
function typedIn(typed: Typed, form: Typed['form']): Typed {
  return typed.form === form ? typed : nothingTyped
}

function Rests({ suspension, user, typed }: FormProps & { suspension: Suspension }) {
  const lang = useLang()
  const t = adminStrings(lang)
  const { id, why, from, until } = suspension
  const day = format(lang)
  const own = typedIn(typed, 'lift')
  return (
    <form
      method="post"
      action={`/users/${user}/suspensions/${id}/lift`}
      class="ds-section"
      novalidate
    >
      <input type="hidden" name="command" value={newId()} />
      <p class="govuk-body">
        <strong>{t.suspended(t.whys[why])}.</strong> {t.fromDay(day.shortDate(from))}{' '}
        {until ? t.untilDay(day.shortDate(until.getTime() - 1)) : t.open}.
      </p>
      <Reason
        value={own.reason}
        error={errorsOf(own, lang)}
        label={t.liftReason}
        id={own === typed ? 'reason' : `reason-${id}`}
      />
      <Button text={t.lift} classes="govuk-button--secondary" />
    </form>
  )
}

function OpenActs({ user, typed }: FormProps) {
  const lang = useLang()
  const t = { ...accessStrings(lang), ...adminStrings(lang) }
  const own = typedIn(typed, 'disable')
  return (
    <>
      <p class="ds-section">
        <Button text={t.giveGrant} href={`/users/${user}/grants/add`} />
      </p>
      <form method="post" action={`/users/${user}/link`} class="ds-section">
        <input type="hidden" name="command" value={newId()} />
        <p class="govuk-body">{t.makeLinkNote}</p>
        <Button text={t.makeLink} classes="govuk-button--secondary" />
      </form>
      <SuspendForm user={user} typed={typedIn(typed, 'suspend')} />
      <form method="post" action={`/users/${user}/disable`} class="ds-section" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <h2 class="ds-h2">{t.disable}</h2>
        <p class="govuk-body">{t.disableNote}</p>
        <Reason
          value={own.reason}
          error={errorsOf(own, lang)}
          label={t.shutOutReason}
          id={own === typed ? 'reason' : 'reason-disable'}
        />
        <Button text={t.disable} classes="govuk-button--secondary" />
      </form>
    </>
  )
}

function SuspendForm({ user, typed }: FormProps) {
  const lang = useLang()
  const t = adminStrings(lang)
  const error = errorsOf(typed, lang)
  return (
    <form method="post" action={`/users/${user}/suspend`} class="ds-section" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <h2 class="ds-h2">{t.suspend}</h2>
      <p class="govuk-body">{t.suspendNote}</p>
      <Radios
        name="why"
        fieldset={{ legend: { text: t.why, classes: 'govuk-fieldset__legend--s' } }}
        items={suspensionReasons.map(why => ({ value: why, text: t.whys[why] }))}
        value={typed.why}
        {...error('why')}
      />
      <Day name="from" label={t.from} hint={t.fromHint} day={typed.from} error={error} />
      <Day
        name="until"
        label={t.suspendUntil}
        hint={t.suspendUntilHint}
        day={typed.until}
        error={error}
      />
      <Reason
        value={typed.reason}
        error={error}
        label={t.suspendReason}
        id={typed.form === 'suspend' ? 'reason' : 'reason-suspend'}
      />
      <Button text={t.suspendButton} classes="govuk-button--secondary" />
    </form>
  )
}

function LetIn({ user, typed }: FormProps) {
  const lang = useLang()
  const t = adminStrings(lang)
  const own = typedIn(typed, 'enable')
  return (
    <form method="post" action={`/users/${user}/enable`} class="ds-section" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <h2 class="ds-h2">{t.letIn}</h2>
      <p class="govuk-body">{t.letInNote}</p>
      <Reason value={own.reason} error={errorsOf(own, lang)} />
      <Button text={t.letInButton} />
    </form>
  )
}
