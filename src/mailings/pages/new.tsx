// Somebody writes to residents: four questions, a look at who gets it, and only then the record.
import { recordRead } from '../../access/index.ts'
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Select } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { placesWithin } from '../../places/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { queueMailing, sortOut } from '../domain/queue-mailing.ts'
import { whoms } from '../domain/terms.ts'
import { candidatesOf } from '../store/candidates.ts'
import { campaignsFor, namesOf } from '../store/list-mailings.ts'
import { lastRound } from '../store/queue-mailing.ts'
import { listTemplates, type Template } from '../store/templates.ts'
import { permission } from './list.tsx'
import {
  askedOf,
  everywhere,
  missingFrom,
  type NewAnswers,
  type NewField,
  readAnswers,
} from './new-answers.ts'
import { NewPreview, namedMax, type Previewed } from './new-preview.tsx'
import { mailingStrings } from './strings.ts'

type Named = { readonly id: Id; readonly name: string }

export type NewChoices = {
  readonly campaigns: readonly { readonly id: Id; readonly title: string }[]
  readonly templates: readonly Template[]
  readonly villages: readonly Named[]
  readonly isEverywhere: boolean
}

/** GET /mailings/new */
export async function askNew(c: Ctx) {
  const choices = await choicesFor(c)
  const only = choices.campaigns.length === 1 ? (choices.campaigns[0]?.id ?? '') : ''
  const campaign = c.req.query('campaign') ?? only
  return showForm(c, choices, {
    answers: { campaign, template: '', whom: '', within: '' },
    missing: [],
  })
}

/** POST /mailings/new: the form again, a look at who gets it, or it is queued. */
export async function sendNew(c: Ctx) {
  const form = await formOf(c)
  const choices = await choicesFor(c)
  const answers = readAnswers(form)
  const missing = missingFrom(answers, choices)
  const step = form.text('step')
  if (missing.length > 0 || step === 'change') return showForm(c, choices, { answers, missing })
  if (step === 'send') return queue(c, form, { answers, choices })
  return showPreview(c, choices, { answers, isChanged: false })
}

type Asking = { readonly answers: NewAnswers; readonly choices: NewChoices }

async function queue(c: Ctx, form: Form, { answers, choices }: Asking) {
  const template = choices.templates.find(one => one.id === answers.template)
  if (!template) return notFoundPage(c)
  const named = form.text('mailing')
  const mailing = isId(named) ? named : newId()
  const input = {
    ...askedOf(answers),
    mailing,
    channel: template.channel,
    templateVersion: Number(form.text('version')) || 0,
    counted: Number(form.text('counted')) || 0,
  }
  const done = await actFor(c, queueMailing, { id: form.commandId(), input })
  const isChanged = isRefusal(done) && ['stale-preview', 'invalid'].includes(done.refused)
  if (isChanged) return showPreview(c, choices, { answers, isChanged })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/mailings/${mailing}`, 303)
}

type Looking = { readonly answers: NewAnswers; readonly isChanged: boolean }

async function showPreview(c: Ctx, choices: NewChoices, { answers, isChanged }: Looking) {
  const template = choices.templates.find(one => one.id === answers.template)
  const asked = askedOf(answers)
  const previewed = template && (await look(c, { ...asked, channel: template.channel }))
  if (!template || !previewed) return notFoundPage(c)
  const context = await pageContext(c, '/mailings')
  const shown = { context, answers, template, isChanged, ids: { mailing: newId() } }
  return c.html(<NewPreview {...shown} {...previewed} />, isChanged ? 409 : 200)
}

type Sought = ReturnType<typeof askedOf> & Pick<Template, 'channel'>

function look(c: Ctx, sought: Sought): Promise<Previewed | undefined> {
  return reading(c, permission, async (tx, scope, now) => {
    const round = await lastRound(tx, scope.council, sought.campaign)
    if (!round) return undefined
    const found = await candidatesOf(tx, scope.council, { ...sought, round, now, scope })
    const sorted = sortOut(found, sought)
    const subjects = sorted.leftOut.slice(0, namedMax).map(({ candidate }) => candidate.person)
    const names = await namesOf(tx, scope, subjects)
    if (names.size > 0) {
      const shown = { what: 'list' as const, route: '/mailings/new', subjects: [...names.keys()] }
      await recordRead(tx, scope, { ...shown, at: now })
    }
    return { ...sorted, names }
  })
}

function choicesFor(c: Ctx): Promise<NewChoices> {
  return reading(c, permission, async (tx, scope) => ({
    campaigns: await campaignsFor(tx, scope),
    templates: await listTemplates(tx, scope.council),
    villages: await placesWithin(tx, scope, { kind: 'village', within: null }),
    isEverywhere: scope.everywhere,
  }))
}

type Answered = { readonly answers: NewAnswers; readonly missing: readonly NewField[] }

async function showForm(c: Ctx, choices: NewChoices, answered: Answered) {
  const context = await pageContext(c, '/mailings')
  const status = answered.missing.length > 0 ? 422 : 200
  return c.html(<NewForm context={context} choices={choices} {...answered} />, status)
}

type FormProps = Answered & { readonly context: PageContext; readonly choices: NewChoices }

function NewForm(props: FormProps) {
  const { context, choices, missing } = props
  const t = mailingStrings(context.lang)
  const crumbs = [{ href: '/mailings', label: t.title }, { label: t.newTitle }]
  const wrong = missing.map(field => ({ text: t.missing[field], href: `#${field}` }))
  return (
    <Page context={context} title={t.newTitle} breadcrumbs={crumbs} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
      <h1 class="ds-h1 ds-headline">{t.newTitle}</h1>
      {choices.templates.length === 0 && (
        <p>
          {t.noTemplate} <a href="/mailings/templates">{t.templates}</a>
        </p>
      )}
      <form class="ds-form ds-ask ds-tight" method="post" action="/mailings/new" novalidate>
        <input type="hidden" name="step" value="preview" />
        <Questions {...props} />
        <Button text={t.preview} />
        <p class="ds-small ds-quiet">{t.previewNote}</p>
      </form>
    </Page>
  )
}

function Questions(props: FormProps) {
  const t = mailingStrings(useLang())
  const { campaigns, templates, villages, isEverywhere } = props.choices
  const all = isEverywhere ? [{ value: everywhere, text: t.everywhere }] : []
  return (
    <>
      <Choose
        {...props}
        field="campaign"
        label={t.campaign}
        items={campaigns.map(({ id, title }) => ({ value: id, text: title }))}
      />
      <Choose
        {...props}
        field="template"
        label={t.template}
        hint={t.templateHint}
        items={templates.map(({ id, name, channel }) => {
          return { value: id, text: `${t.channels[channel]}: ${name}` }
        })}
      />
      <Choose
        {...props}
        field="whom"
        label={t.whom}
        items={whoms.map(whom => ({ value: whom, text: t.whoms[whom] }))}
      />
      <Choose
        {...props}
        field="within"
        label={t.within}
        items={[...all, ...villages.map(({ id, name }) => ({ value: id, text: name }))]}
      />
    </>
  )
}

type ChooseProps = Answered & {
  readonly field: NewField
  readonly label: string
  readonly hint?: string
  readonly items: readonly { value: string; text: string }[]
}

function Choose({ answers, missing, field, label, hint, items }: ChooseProps) {
  const t = mailingStrings(useLang())
  return (
    <Select
      id={field}
      name={field}
      value={answers[field]}
      label={{ text: label, classes: 'govuk-label--s' }}
      {...(hint ? { hint: { text: hint } } : {})}
      items={[{ value: '', text: t.choose }, ...items]}
      {...(missing.includes(field) ? { errorMessage: { text: t.missing[field] } } : {})}
    />
  )
}
