// How is a proof issued: for which place, as known when?
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input, Radios, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { readAsOf } from '../../picture/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { issueProof } from '../store/issue-proof.ts'
import { type Provable, provable } from '../store/provable.ts'
import { proofStrings } from './strings.ts'

type Wrong = keyof ReturnType<typeof proofStrings>['issue']['errors']
type Answers = Readonly<Record<'place' | 'when' | 'date' | 'time', string>> & {
  readonly wrong: readonly Wrong[]
}
const fresh: Answers = { place: '', when: 'now', date: '', time: '', wrong: [] }
const wholeCouncil = 'whole'

/** GET /campaigns/:campaign/prove */
export async function showIssue(c: Ctx) {
  return issuePage(c, fresh)
}

/** POST /campaigns/:campaign/prove */
export async function saveIssue(c: Ctx) {
  const campaign = c.req.param('campaign')
  const form = await formOf(c)
  const allowed = await allowedFor(c)
  if (!isId(campaign) || !allowed) return notFoundPage(c)
  const given = answersOf(form)
  const moment = momentOf(given, c.var.node.clock.now())
  const wrong: Wrong[] = [
    ...(mayBeFor(allowed, given.place) ? [] : (['place'] as const)),
    ...('problem' in moment ? [moment.problem] : []),
  ]
  if (wrong.length > 0 || 'problem' in moment) return issuePage(c, { ...given, wrong })
  const id = form.commandId()
  const refusal = await issueProof(c.var.node, c.var.actor, {
    id,
    campaign,
    place: given.place === wholeCouncil ? null : given.place,
    at: moment.at,
  })
  if (!isRefusal(refusal)) return c.redirect(`/proofs/${id}`, 303)
  const isBefore = refusal.refused === 'not-found' && moment.at !== null
  return isBefore ? issuePage(c, { ...given, wrong: ['before'] }) : refusalPage(c, refusal)
}

function answersOf(form: Form): Answers {
  const [place, when] = [form.text('place'), form.text('when')]
  return { place, when, date: form.text('date'), time: form.text('time'), wrong: [] }
}

function mayBeFor({ mayWhole, villages }: Provable, place: string): boolean {
  return place === wholeCouncil ? mayWhole : villages.some(({ id }) => id === place)
}

function momentOf({ when, date, time }: Answers, now: number) {
  if (when === 'now') return { at: null }
  if (when !== 'then') return { problem: 'when' as const }
  if (date === '') return { problem: 'date-not-real' as const }
  const found = readAsOf({ date, time }, now)
  return 'problem' in found ? { problem: found.problem } : found
}

function allowedFor(c: Ctx): Promise<Provable | undefined> {
  const campaign = c.req.param('campaign')
  return reading(c, 'proof.issue', async (tx, scope) =>
    isId(campaign) ? provable(tx, scope, campaign) : undefined,
  )
}

const fields: Readonly<Record<Wrong, string>> = {
  place: '#place',
  when: '#when',
  'date-not-real': '#date',
  'time-not-real': '#time',
  'in-future': '#date',
  before: '#date',
}

async function issuePage(c: Ctx, answers: Answers) {
  const allowed = await allowedFor(c)
  if (!allowed) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const t = proofStrings(context.lang)
  const campaign = c.req.param('campaign') ?? ''
  const isWrong = answers.wrong.length > 0
  const crumbs = [
    { href: '/campaigns', label: t.campaigns },
    { href: `/proofs?campaign=${campaign}`, label: t.proofs },
    { label: t.issue.title },
  ]
  const errors = answers.wrong.map(one => ({ text: t.issue.errors[one], href: fields[one] }))
  return c.html(
    <Page context={context} title={t.issue.title} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.issue.headline(allowed.title)}</h1>
        <p>{t.issue.lead}</p>
        <IssueForm campaign={campaign} allowed={allowed} answers={answers} />
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

type FormProps = { campaign: string; allowed: Provable; answers: Answers }

function IssueForm({ campaign, allowed, answers }: FormProps) {
  const t = proofStrings(useLang())
  const { place, when, date, time, wrong } = answers
  const error = (...names: Wrong[]) => {
    const found = wrong.find(one => names.includes(one))
    return found ? { errorMessage: t.issue.errors[found] } : {}
  }
  const whole = allowed.mayWhole ? [{ value: wholeCouncil, text: t.whole }] : []
  const villages = allowed.villages.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <form method="post" action={`/campaigns/${campaign}/prove`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Select
        name="place"
        label={t.issue.where}
        value={place}
        items={[{ value: '', text: t.issue.choose }, ...whole, ...villages]}
        {...error('place')}
      />
      <Radios
        name="when"
        value={when}
        fieldset={{ legend: { text: t.issue.when, classes: 'govuk-fieldset__legend--s' } }}
        items={[
          { value: 'now', text: t.issue.now },
          { value: 'then', text: t.issue.earlier },
        ]}
        {...error('when')}
      />
      <Input
        name="date"
        label={t.issue.date}
        hint={t.issue.dateHint}
        value={date}
        {...error('date-not-real', 'in-future', 'before')}
      />
      <Input
        name="time"
        label={t.issue.time}
        hint={t.issue.timeHint}
        value={time}
        {...error('time-not-real')}
      />
      <Button text={t.issue.button} preventDoubleClick />
    </form>
  )
}
