// Whom to ask for one job, why them, and what did those say who were asked?
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { askVolunteer, declineAskFor } from '../domain/ask-volunteer.ts'
import { bestFor } from '../domain/match.ts'
import { asksOf } from '../store/asks.ts'
import { matchingFor } from '../store/match-volunteers.ts'
import { findJob } from '../store/queries.ts'
import { tellAsked } from '../tell-of-jobs.ts'
import { MatchPage } from './match-view.tsx'

/** GET /jobs/:job/match */
export async function showMatch(c: Ctx) {
  const id = c.req.param('job') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'jobs.manage', async (tx, scope, now) => {
    const job = await findJob(tx, scope, id)
    if (!job) return undefined
    const subjects = job.person ? [job.person] : []
    await recordRead(tx, scope, { what: 'open', route: '/jobs/:job/match', subjects, at: now })
    const { jobs, helpers, names } = await matchingFor(tx, scope, { job, now })
    const [open] = jobs
    const asks = await asksOf(tx, scope.council, id)
    return { job, found: open && bestFor(open, helpers), names, asks, now }
  })
  if (!seen) return notFoundPage(c)
  const said = (['asked', 'noted'] as const).find(one => one === c.req.query('said'))
  const context = await pageContext(c, '/jobs')
  return c.html(<MatchPage context={context} shown={{ ...seen, said }} />)
}

/** POST /jobs/:job/ask */
export async function askHere(c: Ctx) {
  const form = await formOf(c)
  const input = { job: c.req.param('job') ?? '', volunteer: form.text('volunteer') }
  const answer = await actFor(c, askVolunteer, { id: form.commandId(), input })
  if (isRefusal(answer)) return refusalPage(c, answer)
  await tellAsked(c.var.node, c.var.actor.council)
  return c.redirect(`/jobs/${input.job}/match?said=asked`, 303)
}

/** POST /jobs/:job/decline: for a volunteer who said no by phone. */
export async function declineHere(c: Ctx) {
  const form = await formOf(c)
  const input = { job: c.req.param('job') ?? '', ask: form.text('ask') }
  const answer = await actFor(c, declineAskFor, { id: form.commandId(), input })
  if (isRefusal(answer)) return refusalPage(c, answer)
  return c.redirect(`/jobs/${input.job}/match?said=noted`, 303)
}
