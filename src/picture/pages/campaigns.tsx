// Which campaigns run, and how far has each got?
import { recordRead, scopeOf } from '../../access/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { countsOf } from '../domain/fold-cells.ts'
import { campaignsOf } from '../store/campaigns.ts'
import { coverageCells } from '../store/coverage.ts'
import { longestWaiting } from '../store/longest.ts'
import { viewOf } from '../store/read-view.ts'
import { type CampaignLine, CampaignsView } from './campaigns-view.tsx'
import { readingOnce } from './read-asked.ts'

export async function showCampaigns(c: Ctx) {
  const lines = await readingOnce(c, 'picture.read', async (tx, scope, now) => {
    const found: CampaignLine[] = []
    for (const campaign of await campaignsOf(tx, scope, now)) {
      const round = campaign.rounds.at(-1)
      if (!round) continue
      const view = viewOf({ campaign, round, at: null }, now)
      const counts = countsOf(await coverageCells(tx, scope, view))
      found.push({ campaign, counts, longest: await longestWaiting(tx, scope, view) })
    }
    const subjects = found.flatMap(({ longest }) => longest?.person ?? [])
    await recordRead(tx, scope, { what: 'list', route: '/campaigns', subjects, at: now })
    return found
  })
  const context = await pageContext(c, '/campaigns')
  const now = c.var.node.clock.now()
  return c.html(<CampaignsView context={context} lines={lines} now={now} mayRun={mayRun(c)} />)
}

/** Campaigns are the whole council's: who runs things only in some places runs none. */
function mayRun(c: Ctx): boolean {
  const { node, actor } = c.var
  const asked = { permission: 'reach.run', now: node.clock.now() }
  return scopeOf(node.registry.permissions, actor, asked).everywhere
}
