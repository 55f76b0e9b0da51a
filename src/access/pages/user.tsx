// One person who may sign in: what may they do, and what can be done about it?
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { disableUser } from '../domain/disable-user.ts'
import { makeLink } from '../domain/make-link.ts'
import { makeSignInLink } from '../store/sessions.ts'
import { findUser } from '../store/users.ts'
import { accessStrings } from './strings.ts'
import { Grants } from './users.tsx'

export async function showUser(c: Ctx) {
  const user = c.req.param('user') ?? ''
  if (!isId(user)) return notFoundPage(c)
  const found = await reading(c, 'access.administer', (tx, scope, now) =>
    findUser(tx, scope, { now, user }),
  )
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/users')
  const t = accessStrings(context.lang)
  const name = found.name ?? t.noName
  return c.html(
    <Page
      context={context}
      title={t.users}
      breadcrumbs={[{ href: '/users', label: t.users }, { label: name }]}
    >
      <h1 class="ds-h1">{name}</h1>
      {found.email && <p class="govuk-body">{found.email}</p>}
      <h2 class="ds-h2">{t.grants}</h2>
      {found.isDisabled ? <p class="govuk-body">{t.shutOut}</p> : <Grants grants={found.grants} />}
      {!found.isDisabled && (
        <>
          <Act to={`/users/${user}/link`} button={t.makeLink} note={t.makeLinkNote} />
          <Act to={`/users/${user}/disable`} button={t.disable} note={t.disableNote} isSecond />
        </>
      )}
    </Page>,
  )
}

type ActProps = { to: string; button: string; note: string; isSecond?: boolean }

function Act({ to, button, note, isSecond }: ActProps) {
  return (
    <form method="post" action={to} class="ds-section">
      <input type="hidden" name="command" value={newId()} />
      <p class="govuk-body">{note}</p>
      <Button text={button} {...(isSecond ? { classes: 'govuk-button--secondary' } : {})} />
    </form>
  )
}

/** First the record, then the link: a link that nobody is known to have made cannot be. */
export async function saveLink(c: Ctx) {
  const user = c.req.param('user') ?? ''
  if (!isId(user)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, makeLink, { id, input: { user } })
  if (isRefusal(done)) return refusalPage(c, done)
  if (done.outcome === 'repeated') return c.redirect(`/users/${user}`, 303)
  const { node, actor } = c.var
  const { council } = actor
  const token = await node.store.transaction({ council, actor: actor.id }, tx =>
    makeSignInLink(tx, { council, user, now: node.clock.now() }),
  )
  return showLink(c, new URL(`/sign-in/${council}.${token}`, originOf(c)).toString())
}

/** Behind a proxy the request itself only knows http. */
function originOf(c: Ctx): string {
  return c.req.header('origin') ?? new URL(c.req.url).origin
}

async function showLink(c: Ctx, link: string) {
  const context = await pageContext(c, '/users')
  const t = accessStrings(context.lang)
  return c.html(
    <Page
      context={context}
      title={t.linkMade}
      breadcrumbs={[{ href: '/users', label: t.users }, { label: t.linkMade }]}
    >
      <h1 class="ds-h1">{t.linkMade}</h1>
      <p class="govuk-body">
        <strong>{t.linkOnce}</strong>
      </p>
      <p class="govuk-body">{t.linkHow}</p>
      <label class="govuk-label" for="link">
        {t.linkField}
      </label>
      <textarea class="govuk-textarea" id="link" rows={3} readonly>
        {link}
      </textarea>
    </Page>,
  )
}

export async function saveDisable(c: Ctx) {
  const user = c.req.param('user') ?? ''
  if (!isId(user)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, disableUser, { id, input: { user } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/users', 303)
}
