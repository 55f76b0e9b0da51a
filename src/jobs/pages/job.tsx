// One job: what it is, who has it, what happened, and what is done for a volunteer who rang in.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, holds, reading } from '../../web/request.ts'
import { giveJob } from '../domain/claim-job.ts'
import { releaseJob } from '../domain/release-job.ts'
import { endStanding } from '../domain/standing.ts'
import { beginJob, failJob, finishJob, giveBackJob, sayHome } from '../domain/work-on-job.ts'
import { choicesFor, volunteerNames } from '../store/candidates.ts'
import { findJob, stepsOf } from '../store/queries.ts'
import { tellOfJobs } from '../tell-of-jobs.ts'
import { JobPage, type JobProblem, jobProblems } from './job-view.tsx'

/** GET /jobs/:job */
export function showJob(c: Ctx) {
  return jobPage(c, [])
}

/** POST /jobs/:job/give */
export async function giveHere(c: Ctx) {
  const form = await formOf(c)
  const volunteer = form.text('volunteer')
  if (!isId(volunteer)) return jobPage(c, ['volunteerMissing'])
  const input = { volunteer, second: form.text('second') || null }
  return done(c, { form, command: giveJob, input })
}

/** POST /jobs/:job/begin */
export async function beginHere(c: Ctx) {
  return done(c, { form: await formOf(c), command: beginJob.other, input: {} })
}

/** POST /jobs/:job/finish */
export async function finishHere(c: Ctx) {
  const form = await formOf(c)
  const input = { handedTo: form.text('handedTo'), note: form.text('note') }
  return done(c, { form, command: finishJob.other, input })
}

/** POST /jobs/:job/fail */
export async function failHere(c: Ctx) {
  const form = await formOf(c)
  const reason = form.text('reason')
  if (reason === '') return jobPage(c, ['reasonMissing'])
  return done(c, { form, command: failJob.other, input: { reason, note: form.text('note') } })
}

/** POST /jobs/:job/back */
export async function takeBackHere(c: Ctx) {
  const form = await formOf(c)
  const reason = form.text('reason')
  if (reason === '') return jobPage(c, ['reasonMissing'])
  return done(c, { form, command: giveBackJob.other, input: { reason } })
}

/** POST /jobs/:job/home */
export async function homeHere(c: Ctx) {
  return done(c, { form: await formOf(c), command: sayHome.other, input: {} })
}

/** POST /jobs/:job/release */
export async function releaseHere(c: Ctx) {
  const form = await formOf(c)
  const reason = form.text('reason')
  if (reason === '') return jobPage(c, ['reasonMissing'])
  return done(c, { form, command: releaseJob, input: { reason } })
}

/** POST /jobs/:job/no-more: the help that made it comes no more; what was made stays. */
export async function endStandingHere(c: Ctx) {
  const form = await formOf(c)
  const id = c.req.param('job') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const job = await reading(c, 'jobs.manage', (tx, scope) => findJob(tx, scope, id))
  if (!job?.standing) return notFoundPage(c)
  const request = { id: form.commandId(), input: { standing: job.standing } }
  const answer = await actFor(c, endStanding, request)
  if (isRefusal(answer)) return refusalPage(c, answer)
  return c.redirect(`/jobs/${id}?saved=1`, 303)
}

type Asked = {
  readonly form: Form
  readonly command: { readonly name: string }
  readonly input: object
}

async function done(c: Ctx, { form, command, input }: Asked) {
  const job = c.req.param('job') ?? ''
  const answer = await actFor(c, command, { id: form.commandId(), input: { ...input, job } })
  if (!isRefusal(answer)) {
    await tellOfJobs(c.var.node, c.var.actor.council)
    return c.redirect(`/jobs/${job}?saved=1`, 303)
  }
  const refused = jobProblems.filter(code => Object.values(answer.fields ?? {}).includes(code))
  return refused.length > 0 ? jobPage(c, refused) : refusalPage(c, answer)
}

async function jobPage(c: Ctx, problems: readonly JobProblem[]) {
  const id = c.req.param('job') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const mayManage = holds(c, 'jobs.manage')
  const seen = await reading(c, 'jobs.read', async (tx, scope, now) => {
    const job = await findJob(tx, scope, id)
    if (!job) return undefined
    const subjects = job.person ? [job.person] : []
    await recordRead(tx, scope, { what: 'open', route: '/jobs/:job', subjects, at: now })
    const steps = await stepsOf(tx, scope, id)
    const names = await volunteerNames(tx, scope.council, [job, ...steps])
    const choices = mayManage ? await choicesFor(tx, scope, { job, now }) : []
    return { job, steps, names, choices, now }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/jobs')
  const isSaved = c.req.query('saved') === '1' && problems.length === 0
  const mayOpen = holds(c, 'people.read')
  const mayPlan = holds(c, 'rounds.plan')
  const shown = { ...seen, problems, isSaved, mayManage, mayOpen, mayPlan }
  return c.html(<JobPage context={context} shown={shown} />, problems.length > 0 ? 422 : 200)
}
