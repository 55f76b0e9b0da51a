// Somebody opens a campaign: the questions, a preview of whom it lists, and only then the record.
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { openCampaign } from '../domain/open-campaign.ts'
import { type CampaignChoices, campaignChoices } from '../store/campaign-choices.ts'
import { type CohortPreview, previewCohort } from '../store/preview-cohort.ts'
import {
  type CampaignAnswers,
  type CampaignProblems,
  campaignInput,
  campaignProblems,
  noCampaignAnswers,
  readCampaign,
} from './open-campaign-answers.ts'
import { CampaignForm } from './open-campaign-form.tsx'
import { CampaignPreview } from './open-campaign-preview.tsx'
import { answersToRepeat } from './repeat-campaign.ts'

/** GET /campaigns/open */
export async function askCampaign(c: Ctx) {
  const answers = { ...noCampaignAnswers, answerable: c.var.actor.id }
  const [area, repeats] = [c.req.query('area'), c.req.query('repeats')]
  if (isId(repeats)) return showForm(c, (await answersToRepeat(c, repeats)) ?? answers, {})
  if (isId(area)) return showForm(c, { ...answers, area, memberKind: 'dwelling' }, {})
  return showForm(c, answers, {})
}

/** POST /campaigns/open: a preview, the form again, or the campaign is opened. */
export async function sendCampaign(c: Ctx) {
  const form = await formOf(c)
  const answers = readCampaign(form)
  const step = form.text('step')
  const choices = await choicesFor(c)
  if (!choices) return notFoundPage(c)
  const problems = campaignProblems(answers, choices)
  if (Object.keys(problems).length > 0) return showForm(c, answers, problems)
  if (step === 'change') return showForm(c, answers, {})
  const ids = { campaign: idIn(form, 'campaign'), round: idIn(form, 'round') }
  const preview = await previewFor(c, answers, ids)
  const counted = /^\d{1,9}$/.test(form.text('counted')) ? Number(form.text('counted')) : null
  const isStale = step === 'open' && counted !== preview.listed
  if (step === 'open' && !isStale) return open(c, form, { answers, ids })
  const context = await pageContext(c, '/campaigns')
  const shown = { context, answers, choices, preview, before: isStale ? counted : null }
  const command = newId()
  return c.html(<CampaignPreview {...shown} ids={{ ...ids, command }} />, isStale ? 409 : 200)
}

type Ids = { readonly campaign: Id; readonly round: Id }

async function open(c: Ctx, form: Form, { answers, ids }: { answers: CampaignAnswers; ids: Ids }) {
  const input = campaignInput(answers, ids)
  const done = await actFor(c, openCampaign, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/campaigns/${ids.campaign}/coverage`, 303)
}

async function showForm(c: Ctx, answers: CampaignAnswers, problems: CampaignProblems) {
  const choices = await choicesFor(c)
  if (!choices) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const status = Object.keys(problems).length > 0 ? 422 : 200
  const shown = { context, answers, problems, choices }
  return c.html(<CampaignForm {...shown} />, status)
}

/** A campaign is the whole council's; whoever runs things only in some places opens none. */
function choicesFor(c: Ctx): Promise<CampaignChoices | undefined> {
  return reading(c, 'reach.run', async (tx, scope, now) =>
    scope.everywhere ? campaignChoices(tx, scope, now) : undefined,
  )
}

function previewFor(c: Ctx, answers: CampaignAnswers, ids: Ids): Promise<CohortPreview> {
  return reading(c, 'reach.run', (tx, { council }, now) =>
    previewCohort(tx, campaignInput(answers, ids), { council, now }),
  )
}

function idIn(form: Form, name: string): Id {
  const text = form.text(name)
  return isId(text) ? text : newId()
}
