// Who runs a campaign begins a new round, or brings in whom its rule names by now.
import { type Id, isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { type OutNow, outNow } from '../../works/index.ts'
import { closeCampaign, reopenCampaign } from '../domain/close-campaign.ts'
import { joinCohort } from '../domain/join-cohort.ts'
import { startRound } from '../domain/start-round.ts'
import { type Named, ownersOf } from '../store/campaign-choices.ts'
import { findRun, type Run } from '../store/find-run.ts'
import type { ReasonProblem } from './close-campaign-parts.tsx'
import { type RoundAnswers, type RoundProblems, RunPage } from './run-campaign-view.tsx'

/** GET /campaigns/:campaign/run */
export async function showRun(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const answers = { reason: '', answerable: found.run.answerable }
  return runPage(c, found, { answers, problems: {} })
}

/** POST /campaigns/:campaign/rounds */
export async function beginRound(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const form = await formOf(c)
  const answers = { reason: form.text('reason'), answerable: form.text('answerable') }
  const problems = problemsOf(answers, found.owners)
  if (Object.keys(problems).length > 0) return runPage(c, found, { answers, problems })
  const round = form.text('round')
  const number = Number(form.text('number'))
  const { campaign } = found.run
  const input = { campaign, round, number, ...answers }
  const done = await actFor(c, startRound, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/campaigns/${campaign}/coverage`, 303)
}

/** POST /campaigns/:campaign/newcomers */
export async function bringIn(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const form = await formOf(c)
  const { campaign } = found.run
  const done = await actFor(c, joinCohort, { id: form.commandId(), input: { campaign } })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/campaigns/${campaign}/run#newcomers`, 303)
}

/** POST /campaigns/:campaign/close */
export function endCampaign(c: Ctx) {
  return turnCampaign(c, closeCampaign, form => ({ unreached: Number(form.text('unreached')) }))
}

/** POST /campaigns/:campaign/reopen */
export function reopen(c: Ctx) {
  return turnCampaign(c, reopenCampaign, () => ({}))
}

type Turn = typeof closeCampaign | typeof reopenCampaign

async function turnCampaign(c: Ctx, command: Turn, more: (form: Form) => object) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const form = await formOf(c)
  const reason = form.text('why')
  const { campaign, answerable } = found.run
  const wrongReason =
    reason === '' ? 'reasonMissing' : reason.length > reasonLettersMax ? 'reasonLong' : undefined
  if (wrongReason) {
    const answers = { reason: '', answerable }
    return runPage(c, found, { answers, problems: {}, wrongReason })
  }
  const input = { campaign, reason, ...more(form) }
  const done = await actFor(c, command, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/campaigns/${campaign}/run`, 303)
}

const reasonLettersMax = 500

function problemsOf({ reason, answerable }: RoundAnswers, owners: readonly Named[]) {
  const isOwner = owners.some(owner => owner.id === answerable)
  const problems: RoundProblems = {
    ...(reason === '' ? { reason: 'reasonMissing' } : {}),
    ...(reason.length > reasonLettersMax ? { reason: 'reasonLong' } : {}),
    ...(isOwner ? {} : { answerable: 'ownerMissing' }),
  }
  return problems
}

type Found = {
  readonly run: Run
  readonly owners: readonly Named[]
  readonly out: readonly OutNow[]
  readonly now: number
}

/** Only for those who run things in the whole council. */
async function findHere(c: Ctx): Promise<Found | undefined> {
  const campaign: Id = c.req.param('campaign') ?? ''
  if (!isId(campaign)) return undefined
  return reading(c, 'reach.run', async (tx, scope, now) => {
    const run = scope.everywhere ? await findRun(tx, scope, { campaign, now }) : undefined
    if (!run) return undefined
    const [owners, out] = [await ownersOf(tx, scope, now), await outNow(tx, scope, now)]
    return { run, owners, out, now }
  })
}

type Asked = {
  readonly answers: RoundAnswers
  readonly problems: RoundProblems
  readonly wrongReason?: ReasonProblem
}

async function runPage(c: Ctx, found: Found, asked: Asked) {
  const context = await pageContext(c, '/campaigns')
  const isWrong = Object.keys(asked.problems).length > 0 || asked.wrongReason !== undefined
  const status = isWrong ? 422 : 200
  return c.html(<RunPage context={context} {...found} {...asked} />, status)
}
