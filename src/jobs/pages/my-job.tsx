// One job of mine: asked before yes, opened after it, and every answer one press.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { doorstepWordsOf } from '../../people/index.ts'
import { stoppedHere } from '../../standstill/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { declineAsk } from '../domain/ask-volunteer.ts'
import { claimJob } from '../domain/claim-job.ts'
import { tellWorryOnJob } from '../domain/tell-worry.ts'
import { worryLettersMax } from '../domain/terms.ts'
import { beginJob, failJob, finishJob, giveBackJob, sayHome } from '../domain/work-on-job.ts'
import { findMyJob } from '../store/mine.ts'
import { factsOf } from '../store/own-jobs.ts'
import { tellOfJobs } from '../tell-of-jobs.ts'
import { MyJobPage } from './my-job-view.tsx'
import { OfferPage } from './offer-view.tsx'

/** GET /my/jobs/:job */
export function showMyJob(c: Ctx) {
  return myJobPage(c, false)
}

/** POST /my/jobs/:job/claim */
export async function sayYes(c: Ctx) {
  return done(c, { form: await formOf(c), command: claimJob, input: {} })
}

/** POST /my/jobs/:job/decline: no is an answer, and nobody asks why. */
export async function declineMine(c: Ctx) {
  const form = await formOf(c)
  const input = { ask: form.text('ask') }
  return done(c, { form, command: declineAsk, input, to: '/my/jobs?saved=1' })
}

/** POST /my/jobs/:job/begin */
export async function setOut(c: Ctx) {
  return done(c, { form: await formOf(c), command: beginJob.own, input: {} })
}

/** POST /my/jobs/:job/finish */
export async function finishMine(c: Ctx) {
  const form = await formOf(c)
  const input = { handedTo: form.text('handedTo'), note: form.text('note') }
  return done(c, { form, command: finishJob.own, input })
}

/** POST /my/jobs/:job/fail */
export async function failMine(c: Ctx) {
  const form = await formOf(c)
  const input = { reason: form.text('reason'), note: '' }
  return done(c, { form, command: failJob.own, input })
}

/** POST /my/jobs/:job/back: then it is not theirs to see any more. */
export async function giveBackMine(c: Ctx) {
  const form = await formOf(c)
  const input = { reason: form.text('reason') }
  return done(c, { form, command: giveBackJob.own, input, to: '/my/jobs?saved=1' })
}

/** POST /my/jobs/:job/home */
export async function homeAgain(c: Ctx) {
  return done(c, {
    ...{ form: await formOf(c), command: sayHome.own, input: {} },
    to: '/my/jobs?saved=1',
  })
}

/** POST /my/jobs/:job/worry: whatever was written, it is passed on. */
export async function worryMine(c: Ctx) {
  const form = await formOf(c)
  const words = form.text('words').slice(0, worryLettersMax)
  const isDanger = form.text('danger') === 'yes'
  const to = `/my/jobs/${c.req.param('job')}?worry=1`
  const input = { worry: form.commandId(), isDanger, words }
  return done(c, { form, command: tellWorryOnJob, input, to })
}

type Asked = {
  readonly form: Form
  readonly command: { readonly name: string }
  readonly input: object
  readonly to?: string
}

async function done(c: Ctx, { form, command, input, to }: Asked) {
  const job = c.req.param('job') ?? ''
  const answer = await actFor(c, command, { id: form.commandId(), input: { ...input, job } })
  if (!isRefusal(answer)) {
    await tellOfJobs(c.var.node, c.var.actor.council)
    return c.redirect(to ?? `/my/jobs/${job}?saved=1`, 303)
  }
  if (answer.fields?.handedTo) return myJobPage(c, true)
  return refusalPage(c, answer)
}

async function myJobPage(c: Ctx, isNameMissing: boolean) {
  const id = c.req.param('job') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await readMyJob(c, id)
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/my/jobs')
  const { offer, own, now } = seen
  if (offer) return c.html(<OfferPage {...{ context, offer, now }} />)
  const said = { isSaved: c.req.query('saved') === '1', isWorry: c.req.query('worry') === '1' }
  const { facts, word, isAllStopped } = seen
  const shown = { job: own, facts, word, isAllStopped, now, isNameMissing, ...said }
  return c.html(<MyJobPage context={context} shown={shown} />, isNameMissing ? 422 : 200)
}

function readMyJob(c: Ctx, id: string) {
  return reading(c, 'jobs.do', async (tx, scope, now) => {
    const found = await findMyJob(tx, scope, { job: id, now })
    if (!found) return undefined
    if (found.offer) return { ...found, now }
    const { own } = found
    const facts = await factsOf(tx, scope.council, { job: own, now })
    const person = facts && own.person
    const subjects = person ? [person] : []
    await recordRead(tx, scope, { what: 'open', route: '/my/jobs/:job', subjects, at: now })
    const words = person ? await doorstepWordsOf(tx, scope.council, [person]) : undefined
    const stopped = await stoppedHere(tx, scope.council, own.place)
    const word = person ? words?.get(person) : undefined
    return { ...found, facts, word, isAllStopped: stopped !== undefined, now }
  })
}
