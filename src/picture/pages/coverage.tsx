// Who has been reached, and who has not?
import { recordRead } from '../../access/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { coverageModel } from '../store/coverage-model.ts'
import { CoverageView } from './coverage-view.tsx'
import { campaignAsked, canonicalAddress, momentAsked, readingOnce } from './read-asked.ts'

export async function showCoverage(c: Ctx) {
  const moment = momentAsked(c)
  const address = canonicalAddress(c, moment)
  if (address) return c.redirect(address, 303)
  const model = await readingOnce(c, 'picture.read', async (tx, scope, now) => {
    const named = { id: c.req.param('campaign'), round: c.req.query('round'), at: moment.at }
    const asked = await campaignAsked(tx, scope, named)
    if (!asked) return undefined
    const found = await coverageModel(tx, scope, { ...asked, now })
    const subjects = found.longest ? [found.longest.person] : []
    await recordRead(tx, scope, { what: 'list', route: '/campaigns/coverage', subjects, at: now })
    return found
  })
  if (!model) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  return c.html(
    <CoverageView context={context} model={model} wrong={moment.wrong} />,
    moment.wrong ? 422 : 200,
  )
}
