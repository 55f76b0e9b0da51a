// Who of a village is asked for which of its jobs, all in one go? Proposed, adjusted, then asked.
import { recordRead } from '../../access/index.ts'
import { type Id, idFrom, isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { askVolunteer } from '../domain/ask-volunteer.ts'
import { proposalFor } from '../store/propose.ts'
import { countJobs } from '../store/queries.ts'
import { tellAsked } from '../tell-of-jobs.ts'
import { endOfDay } from './jobs.tsx'
import { ProposalPage, VillagesPage } from './propose-view.tsx'

/** GET /jobs/match */
export async function showProposal(c: Ctx) {
  const seen = await reading(c, 'jobs.manage', async (tx, scope, now) => {
    const counts = await countJobs(tx, scope, { now, endOfDay: endOfDay(now) })
    const villages = counts.byVillage.filter(({ nobody }) => nobody > 0)
    const asked = c.req.query('village')
    const own = isId(asked) ? villages.find(({ village }) => village === asked) : undefined
    const [only] = villages
    const chosen = own ?? (villages.length === 1 && asked === undefined ? only : undefined)
    if (!chosen) return { villages, now }
    const proposal = await proposalFor(tx, scope, { village: chosen.village, now })
    const people = [...proposal.given.map(({ job }) => job), ...proposal.left.map(one => one.about)]
    const subjects = [...new Set(people.flatMap(({ person }) => person ?? []))]
    await recordRead(tx, scope, { what: 'list', route: '/jobs/match', subjects, at: now })
    return { villages, now, chosen, proposal }
  })
  const context = await pageContext(c, '/jobs')
  const said = saidIn(c)
  const { chosen, proposal, villages, now } = seen
  if (!chosen || !proposal) return c.html(<VillagesPage {...{ context, villages, said }} />)
  const shown = { village: chosen.village, name: chosen.name, proposal, now, said }
  return c.html(<ProposalPage context={context} shown={shown} />)
}

function saidIn(c: Ctx) {
  const count = (name: string) => Math.max(0, Math.trunc(Number(c.req.query(name) ?? 0)) || 0)
  return { asked: count('asked'), not: count('not') }
}

/** POST /jobs/match: each is asked by an act of its own, so that one refusal stops no other. */
export async function askAll(c: Ctx) {
  const form = await formOf(c)
  const village = form.text('village')
  const command = form.commandId()
  let asked = 0
  let not = 0
  for (const input of chosenIn(form)) {
    const id = idFrom('asked for', command, input.job, input.volunteer)
    const done = await actFor(c, askVolunteer, { id, input })
    if (isRefusal(done)) not++
    else asked++
  }
  await tellAsked(c.var.node, c.var.actor.council)
  const query = new URLSearchParams({ village, asked: `${asked}`, not: `${not}` })
  return c.redirect(`/jobs/match?${query}`, 303)
}

type Chosen = { readonly job: Id; readonly volunteer: Id }

/** A person chosen twice for one job is asked once. */
function chosenIn(form: Form): readonly Chosen[] {
  return form
    .all('job')
    .filter(isId)
    .flatMap(job => {
      const volunteers = new Set(form.all(`to-${job}`).filter(isId))
      return [...volunteers].map(volunteer => ({ job, volunteer }))
    })
}
