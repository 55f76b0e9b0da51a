// How does every village stand, by what needs doing there?

import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { takeAddress } from '../../web/take-links.tsx'
import { placesOf } from '../domain/fold-cells.ts'
import { marks, type PlaceMark } from '../domain/terms.ts'
import { villagesSeen } from '../store/coordinators.ts'
import { coverageCells } from '../store/coverage.ts'
import { viewOf } from '../store/read-view.ts'
import { campaignAsked, momentAsked, readingOnce } from './read-asked.ts'
import { type VillagesModel, VillagesView } from './villages-view.tsx'

export async function showVillages(c: Ctx) {
  const { at, wrong } = momentAsked(c)
  const mark = markAsked(c.req.query('mark'))
  if (wrong || mark === undefined) return notFoundPage(c)
  const model = await findVillages(c, at)
  if (!model) return notFoundPage(c)
  const [only, ...others] = model.villages
  if (!model.isWhole && only && others.length === 0) {
    return c.redirect(`/villages/${only.id}`, 303)
  }
  const context = await pageContext(c, '/villages')
  return c.html(
    <VillagesView {...{ context, model, mark }} take={takeAddress(c, 'picture.take')} />,
  )
}

/** Null is no filter; undefined is a mark that does not exist. */
function markAsked(text: string | undefined): PlaceMark | null | undefined {
  if (text === undefined) return null
  return marks.find(mark => mark === text)
}

function findVillages(c: Ctx, at: number | null): Promise<VillagesModel | undefined> {
  return readingOnce(c, 'picture.read', async (tx, scope, now) => {
    const id = c.req.query('campaign')
    const asked = await campaignAsked(tx, scope, { id, round: c.req.query('round'), at, now })
    if (!asked && id !== undefined) return undefined
    const villages = await villagesSeen(tx, scope, now)
    const cells = asked ? await coverageCells(tx, scope, viewOf(asked, now)) : []
    return { asked: asked ?? null, now, isWhole: scope.everywhere, ...placesOf(cells, villages) }
  })
}
