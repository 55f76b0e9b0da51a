// A link that signs one person in, once: first the record that it was made, then the link.
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { makeLink } from '../domain/make-link.ts'
import { makeSignInLink } from '../store/sessions.ts'
import { accessStrings } from './strings.ts'

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
