// What do we say to residents, in which language, and how is it changed? Old versions stay.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { saveTemplate } from '../domain/save-template.ts'
import { type Language, languages, mailingChannels } from '../domain/terms.ts'
import { listTemplates, type Template } from '../store/templates.ts'
import { permission } from './list.tsx'
import { mailingStrings } from './strings.ts'
import {
  answersOf,
  noAnswers,
  problemsOf,
  readTemplate,
  type TemplateAnswers,
  type TemplateProblems,
} from './template-answers.ts'
import { templateStrings } from './template-strings.ts'

/** GET /mailings/templates */
export async function showTemplates(c: Ctx) {
  return templatesPage(c, { answers: noAnswers(newId()), problems: {} })
}

/** GET /mailings/templates/:template */
export async function editTemplate(c: Ctx) {
  const id = c.req.param('template') ?? ''
  const all = await templatesOf(c)
  const found = isId(id) ? all.find(one => one.id === id) : undefined
  if (!found) return notFoundPage(c)
  return templatesPage(c, { answers: answersOf(found), problems: {} })
}

/** POST /mailings/templates */
export async function sendTemplate(c: Ctx) {
  const form = await formOf(c)
  const answers = readTemplate(form)
  const { lang } = await pageContext(c, '/mailings')
  const problems = problemsOf(lang, answers)
  if (Object.keys(problems).length > 0) return templatesPage(c, { answers, problems })
  const { template, name, channel, wordings } = answers
  const input = { template, name, channel, wordings }
  const done = await actFor(c, saveTemplate, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/mailings/templates', 303)
}

function templatesOf(c: Ctx): Promise<readonly Template[]> {
  return reading(c, permission, (tx, scope) => listTemplates(tx, scope.council))
}

type Asked = { readonly answers: TemplateAnswers; readonly problems: TemplateProblems }

async function templatesPage(c: Ctx, asked: Asked) {
  const context = await pageContext(c, '/mailings')
  const rows = await templatesOf(c)
  const status = Object.keys(asked.problems).length > 0 ? 422 : 200
  return c.html(<TemplatesPage context={context} rows={rows} {...asked} />, status)
}

type Props = Asked & { readonly context: PageContext; readonly rows: readonly Template[] }

function TemplatesPage({ context, rows, answers, problems }: Props) {
  const t = templateStrings(context.lang)
  const crumbs = [
    { href: '/mailings', label: mailingStrings(context.lang).title },
    { label: t.title },
  ]
  const wrong = Object.entries(problems).map(([field, text]) => ({ href: `#${field}`, text }))
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
      <h1 class="ds-h1 ds-headline">{t.title}</h1>
      <p class="ds-quiet">{t.lead}</p>
      {rows.length === 0 ? <p>{t.none}</p> : <Rows rows={rows} />}
      <TemplateForm answers={answers} problems={problems} />
    </Page>
  )
}

function Rows({ rows }: { rows: readonly Template[] }) {
  const lang = useLang()
  const t = templateStrings(lang)
  const { channels } = mailingStrings(lang)
  return (
    <ul>
      {rows.map(({ id, name, channel, version }) => (
        <li>
          <a href={`/mailings/templates/${id}`}>{name}</a>{' '}
          <span class="ds-quiet">
            {channels[channel]}, {t.version(String(version))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function TemplateForm({ answers, problems }: Asked) {
  const lang = useLang()
  const t = templateStrings(lang)
  const { channels } = mailingStrings(lang)
  return (
    <section class="ds-section" aria-labelledby="h-form">
      <h2 class="ds-h2" id="h-form">
        {answers.isNew ? t.add : t.edit(answers.name)}
      </h2>
      <form class="ds-form ds-ask" method="post" action="/mailings/templates" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="template" value={answers.template} />
        <input type="hidden" name="isNew" value={answers.isNew ? 'yes' : 'no'} />
        <Input
          id="name"
          name="name"
          value={answers.name}
          label={{ text: t.name, classes: 'govuk-label--s' }}
          hint={{ text: t.nameHint }}
          {...wrongAt(problems, 'name')}
        />
        <Radios
          idPrefix="channel"
          name="channel"
          value={answers.channel}
          fieldset={{ legend: { text: t.channel } }}
          items={mailingChannels
            .filter(one => answers.isNew || one === answers.channel)
            .map(one => ({ value: one, text: channels[one] }))}
          {...wrongAt(problems, 'channel')}
        />
        {languages.map(language => (
          <Words answers={answers} problems={problems} language={language} />
        ))}
        <Button text={t.save} preventDoubleClick />
      </form>
    </section>
  )
}

function Words({ answers, problems, language }: Asked & { language: Language }) {
  const t = templateStrings(useLang())
  const { subject = '', body = '' } = answers.wordings[language] ?? {}
  return (
    <>
      <Input
        id={`subject-${language}`}
        name={`subject-${language}`}
        value={subject}
        label={{ text: t.subject[language], classes: 'govuk-label--s' }}
        hint={{ text: t.subjectHint }}
        attributes={{ lang: language }}
        {...wrongAt(problems, `subject-${language}`)}
      />
      <Textarea
        id={`body-${language}`}
        name={`body-${language}`}
        rows={5}
        value={body}
        label={{ text: t.body[language], classes: 'govuk-label--s' }}
        hint={{ text: t.bodyHint }}
        {...wrongAt(problems, `body-${language}`)}
      />
    </>
  )
}

function wrongAt(problems: TemplateProblems, field: string) {
  const text = problems[field]
  return text ? { errorMessage: { text } } : {}
}
