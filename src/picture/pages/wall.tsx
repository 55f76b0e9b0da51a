// What may hang in the village hall? How far the village is, without anybody's name.
import { isId } from '../../kernel/ids.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { villageFigures } from './kept-village.ts'
import { campaignAsked, readingOnce } from './read-asked.ts'
import { WallView } from './wall-view.tsx'

/** GET /villages/:village/wall?campaign= */
export async function showWall(c: Ctx) {
  const village = c.req.param('village')
  if (!isId(village)) return notFoundPage(c)
  const model = await readingOnce(c, 'picture.read', async (tx, scope, now) => {
    const named = { id: c.req.query('campaign'), round: undefined, at: null }
    const asked = await campaignAsked(tx, scope, { ...named, now })
    return asked && villageFigures(tx, scope, { ...asked, village, now, node: c.var.node })
  })
  if (!model) return notFoundPage(c)
  const context = await pageContext(c, '/villages')
  return c.html(<WallView context={context} model={model} />)
}
