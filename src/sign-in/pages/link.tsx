// A link that somebody was given signs them in, once; a guess at one does not.
import { addressOf, takeSignInLink } from '../../access/index.ts'
import { type Council, listCouncils } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { Page } from '../../pages/layout.tsx'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { isEmergency } from '../store/emergencies.ts'
import { hasTriesLeft, mayTry } from '../store/tries.ts'
import { enter, inCouncil, noteLine } from './door.ts'
import { doorStrings } from './door-strings.ts'

/**
 * The link comes from a terminal, not from a message that a mail scanner opens, so opening it is
 * signing in. A browser that only asks for the head uses nothing up.
 */
export async function useLink(c: Ctx) {
  const [named = '', token = ''] = (c.req.param('link') ?? '').split('.')
  const council = (await listCouncils(c.var.node)).find(one => one.id === named)
  if (!council || c.req.method !== 'GET') return showUsed(c)
  const at = { council: council.id, now: c.var.node.clock.now() }
  const by = ['link-address', addressOf(c)] as const
  const found = await inCouncil(c, council.id, async tx => {
    if (!(await hasTriesLeft(tx, at, by))) return 'guessing'
    const user = await takeSignInLink(tx, { ...at, token })
    if (!user) await mayTry(tx, at, by)
    const isByEmergency = user && (await isEmergency(tx, council.id, user))
    return user && { user, door: isByEmergency ? ('emergency' as const) : ('link' as const) }
  })
  if (found === 'guessing') return refusalPage(c, refuse('too-many-tries'))
  return found ? enter(c, council.id, found) : turnAway(c, council)
}

async function turnAway(c: Ctx, council: Council) {
  await noteLine(c, council.id, { door: 'link', outcome: 'link-over' })
  return showUsed(c)
}

/** Used, old, wrong, of no council of ours: one page for all. */
async function showUsed(c: Ctx) {
  const context = await pageContext(c)
  const t = doorStrings(context.lang)
  return c.html(
    <Page context={context} title={t.linkUsed} look="public">
      <h1 class="ds-h1">{t.linkUsed}</h1>
      <p class="govuk-body ds-tight">{t.linkUsedHow}</p>
      <p class="govuk-body">
        <a href="/help#signIn">{t.help}</a>
      </p>
    </Page>,
    410,
  )
}
