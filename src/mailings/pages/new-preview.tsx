// Who would get it, who is left out and why, and what they read: before anything is written.
import { type Id, newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { countOf, type SortedOut } from '../domain/queue-mailing.ts'
import { render } from '../domain/render.ts'
import { languages } from '../domain/terms.ts'
import type { Template } from '../store/templates.ts'
import { CountTable } from './mailing.tsx'
import { type NewAnswers, newFields } from './new-answers.ts'
import { mailingStrings } from './strings.ts'

/** So many of those who are left out are named. */
export const namedMax = 50

export type Previewed = SortedOut & { readonly names: ReadonlyMap<Id, string> }

type Props = Previewed & {
  readonly context: PageContext
  readonly answers: NewAnswers
  readonly template: Template
  /** What was counted before is no longer so. */
  readonly isChanged: boolean
  readonly ids: { readonly mailing: Id }
}

export function NewPreview(props: Props) {
  const { context, to, leftOut, isChanged } = props
  const t = mailingStrings(context.lang)
  const { number } = format(context.lang)
  const crumbs = [{ href: '/mailings', label: t.title }, { label: t.previewTitle }]
  const gets = to.length === 0 ? t.nobody : t.gets(to.length, number(to.length))
  return (
    <Page context={context} title={t.previewTitle} breadcrumbs={crumbs}>
      {isChanged && (
        <div class="ds-care" role="alert">
          <p>{t.changed}</p>
        </div>
      )}
      <h1 class="ds-h1 ds-headline" data-gets={to.length} data-left-out={leftOut.length}>
        <span class="ds-headline__first">{gets}</span>{' '}
        <span class="ds-headline__rest">{t.leaves(leftOut.length, number(leftOut.length))}</span>
      </h1>
      <div class="ds-cols ds-cols--2-1 ds-tight">
        <Reads {...props} />
        <Decide {...props} />
      </div>
      {leftOut.length > 0 && <LeftOutPeople {...props} />}
    </Page>
  )
}

function Reads({ template, to, context }: Props) {
  const lang = useLang()
  const t = mailingStrings(lang)
  const welsh = to.filter(one => one.language === 'cy').length
  const shown = format(lang).number(welsh)
  const filled = { name: t.sample, council: context.council.name }
  return (
    <section aria-labelledby="h-reads">
      <h2 class="ds-h2" id="h-reads">
        {t.reads}
      </h2>
      {languages.map(language => {
        if (!template.wordings[language]) return null
        const { subject, body } = render(template.wordings, language, filled)
        return (
          <div class="ds-panel ds-tight" lang={language}>
            {subject !== '' && <b>{subject}</b>}
            {body.split('\n').map(line => (
              <p>{line}</p>
            ))}
          </div>
        )
      })}
      {welsh > 0 && (
        <p>{template.wordings.cy ? t.inWelsh(welsh, shown) : t.noWelsh(welsh, shown)}</p>
      )}
    </section>
  )
}

function Decide({ answers, template, to, ids }: Props) {
  const lang = useLang()
  const t = mailingStrings(lang)
  const shown = format(lang).number(to.length)
  const send = template.channel === 'letter' ? t.queueLetters : t.send
  return (
    <form method="post" action="/mailings/new" class="ds-panel">
      {newFields.map(field => (
        <input type="hidden" name={field} value={answers[field]} />
      ))}
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="mailing" value={ids.mailing} />
      <input type="hidden" name="version" value={template.version} />
      <input type="hidden" name="counted" value={to.length} />
      <div class="ds-acts">
        {to.length > 0 && (
          <Button text={send(to.length, shown)} name="step" value="send" preventDoubleClick />
        )}
        <button class="ds-link-button" type="submit" name="step" value="change">
          {t.change}
        </button>
      </div>
    </form>
  )
}

function LeftOutPeople({ leftOut, names }: Props) {
  const lang = useLang()
  const t = mailingStrings(lang)
  const rows = Object.entries(countOf(leftOut)).map(([reason, n]) => {
    return [t.reasons[reason as keyof typeof t.reasons], n ?? 0] as const
  })
  const named = leftOut.filter(({ candidate }) => names.has(candidate.person)).slice(0, namedMax)
  return (
    <section class="ds-section">
      <CountTable title={t.whoLeftOut} rows={rows} />
      <details class="ds-open">
        <summary>{t.firstNames(format(lang).number(named.length))}</summary>
        <ul>
          {named.map(({ candidate, reason }) => (
            <li>
              <a href={`/people/${candidate.person}`}>{names.get(candidate.person)}</a>:{' '}
              {t.reasons[reason]}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
