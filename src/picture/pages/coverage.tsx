// Who has been reached, and who has not?
import { recordRead, scopeOf } from '../../access/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { placeOf } from '../../web/piece.ts'
import { type Ctx, holds } from '../../web/request.ts'
import { takeAddress } from '../../web/take-links.tsx'
import { OutPlaces, outNow } from '../../works/index.ts'
import { coverageParts } from './coverage-parts.ts'
import { CoverageView } from './coverage-view.tsx'
import { coverageFigures } from './kept-figures.tsx'
import { campaignAsked, canonicalAddress, momentAsked, readingOnce } from './read-asked.ts'

export async function showCoverage(c: Ctx) {
  const moment = momentAsked(c)
  const address = canonicalAddress(c, moment)
  if (address) return c.redirect(address, 303)
  const context = await pageContext(c, '/campaigns')
  const kept = await readingOnce(c, 'picture.read', async (tx, scope, now) => {
    const named = { id: c.req.param('campaign'), round: c.req.query('round'), at: moment.at }
    const asked = await campaignAsked(tx, scope, { ...named, now })
    if (!asked) return undefined
    const { node } = c.var
    const found = await coverageFigures(tx, scope, { ...asked, now, node, lang: context.lang })
    const { longest } = found.model
    const subjects = longest ? [longest.person] : []
    await recordRead(tx, scope, { what: 'list', route: '/campaigns/coverage', subjects, at: now })
    const scopeFor = (permission: string) =>
      scopeOf(node.registry.permissions, c.var.actor, { permission, now })
    const ask = { tx, scopeFor, now, lang: context.lang }
    if (moment.at !== null) return { ...found, beside: [] }
    const out = await outNow(tx, scopeFor('works.read'), now)
    const beside = [<OutPlaces out={out} lang={context.lang} />, ...(await coverageParts(ask))]
    return { ...found, beside }
  })
  if (!kept) return notFoundPage(c)
  return c.html(
    <CoverageView
      context={context}
      model={kept.model}
      drawn={placeOf(c, kept.piece)}
      beside={kept.beside}
      wrong={moment.wrong}
      take={takeAddress(c, 'picture.take')}
      proofs={holds(c, 'proof.read') ? { mayIssue: holds(c, 'proof.issue') } : undefined}
    />,
    moment.wrong ? 422 : 200,
  )
}
