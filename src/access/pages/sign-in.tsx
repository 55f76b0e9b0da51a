// How does a link let a person in, once, and a button out? The other doors are in `sign-in`.
import { listCouncils } from '../../events/found-council.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { Page } from '../../pages/layout.tsx'
import { refusalPage } from '../../web/error-pages.tsx'
import { landingOf } from '../../web/menu.ts'
import { mainRole, pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { signIn, signOut } from '../../web/session.ts'
import { systemId } from '../actor.ts'
import { addressOf, countWrongLink, isGuessing } from '../guess-limit.ts'
import { takeSignInLink } from '../store/sessions.ts'
import { signInStrings } from './sign-in-strings.ts'

/**
 * The link comes from a terminal, not from a message that a mail scanner opens, so opening it is
 * signing in. A browser that only asks for the head uses nothing up.
 */
export async function useLink(c: Ctx) {
  const node = c.var.node
  const address = addressOf(c)
  if (isGuessing(node, address)) return refusalPage(c, refuse('too-many-tries'))
  if (c.req.method !== 'GET') return showUsed(c)
  const [council = '', token = ''] = (c.req.param('link') ?? '').split('.')
  const user = await take(node, council, token)
  if (!user) {
    countWrongLink(node, address)
    return showUsed(c)
  }
  await signIn(c, council, user)
  return c.redirect('/', 303)
}

async function take(node: Node, council: string, token: string) {
  const councils = await listCouncils(node)
  if (!councils.some(one => one.id === council)) return undefined
  const now = node.clock.now()
  return node.store.transaction({ council, actor: systemId }, tx =>
    takeSignInLink(tx, { council, token, now }),
  )
}

async function showUsed(c: Ctx) {
  const context = await pageContext(c)
  const t = signInStrings(context.lang)
  return c.html(
    <Page context={context} title={t.linkUsed} look="public">
      <h1 class="ds-h1">{t.linkUsed}</h1>
      <p class="govuk-body ds-tight">{t.linkUsedHow}</p>
      <p class="govuk-body">
        <a href="/help#signIn">{t.signInHelp}</a>
      </p>
    </Page>,
    410,
  )
}

export async function leave(c: Ctx) {
  await signOut(c)
  return c.redirect('/sign-in', 303)
}

/** The first page of each role. */
export function goHome(c: Ctx) {
  return c.redirect(c.var.actor ? landingOf(mainRole(c)) : '/sign-in', 303)
}
