// What would loading this file of places do? Nothing is written until somebody says so.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, Radios } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { type FileProblem, isAreaKind } from '../domain/terms.ts'
import type { Summary } from '../store/plan-file.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { Account, Reasons, Remarks } from './account.tsx'
import { showReading } from './being-read.tsx'
import { geographyStrings } from './strings.ts'
import { fileAsked } from './upload.ts'

export async function showFile(c: Ctx) {
  const file = await fileAsked(c)
  if (file?.state === 'arriving') return showReading(c, file)
  if (!file?.reading) return notFoundPage(c)
  const context = await pageContext(c, '/places/files')
  if ('problem' in file.reading) {
    return c.html(<RefusedPage context={context} file={file} problem={file.reading} />)
  }
  const isMoved = c.req.query('moved') === '1'
  return c.html(<PreviewPage {...{ context, file, isMoved, summary: file.reading }} />)
}

type PreviewProps = {
  context: PageContext
  file: WaitingFile
  summary: Summary
  isMoved: boolean
}

function PreviewPage({ context, file, summary, isMoved }: PreviewProps) {
  const t = geographyStrings(context.lang)
  const { number } = format(context.lang)
  const { kind, edition, counts, villages, streets, homes, questions } = summary
  const base = `/places/files/${file.id}`
  return (
    <Page
      context={context}
      title={t.preview}
      breadcrumbs={[{ href: '/places/files', label: t.files }, { label: t.preview }]}
    >
      <h1 class="ds-h1">{t.previewHead(number(counts.rows), counts.rows, t.kinds[kind])}</h1>
      <p>
        {file.name}. {edition === null ? t.editionNone : t.edition(edition)}. {t.nothingYet}
      </p>
      {isMoved && <p role="status">{t.moved}</p>}
      <Account counts={counts} base={base} />
      <Remarks remarks={summary.remarks} />
      {villages + streets + homes > 0 && (
        <p>{t.brings(number(villages), number(streets), number(homes))}</p>
      )}
      {questions > 0 && <p>{t.questions(number(questions), questions)}</p>}
      <Reasons reasons={summary.reasons} />
      <TakenAs file={file} summary={summary} />
      <form method="post" action={`${base}/load`} class="ds-tight">
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="digest" value={summary.digest} />
        <button class="ds-button" type="submit" data-prevent-double-click="true">
          {t.loadButton(number(counts.rows), counts.rows)}
        </button>
      </form>
      <ThrowAway base={base} />
    </Page>
  )
}

function ThrowAway({ base }: { base: string }) {
  const t = geographyStrings(useLang())
  return (
    <form method="post" action={`${base}/throw-away`} class="ds-tight">
      <input type="hidden" name="command" value={newId()} />
      <button class="ds-link-button" type="submit">
        {t.throwAway}
      </button>
    </form>
  )
}

function TakenAs({ file, summary }: Pick<PreviewProps, 'file' | 'summary'>) {
  const t = geographyStrings(useLang())
  if (!isAreaKind(summary.kind)) return null
  return (
    <form method="post" action={`/places/files/${file.id}/read`} class="ds-tight">
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="taken-as"
        value={summary.takenAs}
        fieldset={{ legend: { text: t.takenAs } }}
        hint={t.takenAsHint}
        items={[
          { value: 'villages', text: t.asVillages },
          { value: 'map', text: t.asMap },
        ]}
      />
      <Button text={t.takeAs} classes="govuk-button--secondary" />
    </form>
  )
}

type RefusedProps = { context: PageContext; file: WaitingFile; problem: FileProblem }

function RefusedPage({ context, file, problem }: RefusedProps) {
  const t = geographyStrings(context.lang)
  const base = `/places/files/${file.id}`
  return (
    <Page
      context={context}
      title={t.refusedTitle}
      breadcrumbs={[{ href: '/places/files', label: t.files }, { label: t.refusedTitle }]}
    >
      <h1 class="ds-h1">{t.refusedTitle}</h1>
      <p>
        {file.name}. {t.problems[problem.problem]}{' '}
        {problem.columns && <span class="ds-asgot">{problem.columns.join(', ')}</span>}
      </p>
      {problem.problem === 'not-known' && <p>{t.understood}</p>}
      {problem.problem === 'in-metres' && (
        <form method="post" action={`${base}/read`}>
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="metres" value="yes" />
          <p>{t.metres}</p>
          <Button text={t.metresButton} />
        </form>
      )}
      <ThrowAway base={base} />
    </Page>
  )
}
