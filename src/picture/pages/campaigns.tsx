// Which campaigns run, and how far has each got?
import { scopeOf } from '../../access/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { countsOf } from '../domain/fold-cells.ts'
import { campaignsOf } from '../store/campaigns.ts'
import { coverageCells } from '../store/coverage.ts'
import { viewOf } from '../store/read-view.ts'
import { type CampaignLine, CampaignsView } from './campaigns-view.tsx'
import { readingOnce } from './read-asked.ts'

export async function showCampaigns(c: Ctx) {
  const lines = await readingOnce(c, 'picture.read', async (tx, scope, now) => {
    const found: CampaignLine[] = []
    for (const campaign of await campaignsOf(tx, scope)) {
      const round = campaign.rounds.at(-1)
      if (!round) continue
      const cells = await coverageCells(tx, scope, viewOf({ campaign, round, at: null }, now))
      found.push({ campaign, counts: countsOf(cells) })
    }
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
