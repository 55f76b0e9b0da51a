// Why can this file not be loaded, and what may be done about it?
import { Button } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { HeaderProblem } from '../domain/header.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { AsGot } from './parts.tsx'
import { listStrings } from './strings.ts'

type RefusedProps = { context: PageContext; file: WaitingFile; problem: HeaderProblem }

export function RefusedFile({ context, file, problem }: RefusedProps) {
  const t = listStrings(context.lang)
  return (
    <Page
      context={context}
      title={t.refusedTitle}
      breadcrumbs={[{ href: '/lists', label: t.lists }, { label: t.refusedTitle }]}
    >
      <h1 class="ds-h1">{t.refusedTitle}</h1>
      <p class="govuk-body">
        {file.name}. {t.problems[problem.problem]}
      </p>
      {problem.columns && (
        <p class="govuk-body">
          {problem.columns.map(name => (
            <>
              <AsGot value={name} />{' '}
            </>
          ))}
        </p>
      )}
      <Suggestions file={file} problem={problem} />
    </Page>
  )
}

/** Never taken without a person's word: a wrong guess would give everybody a wrong birthday. */
function Suggestions({ file, problem }: Pick<RefusedProps, 'file' | 'problem'>) {
  const t = listStrings(useLang())
  const { suggestions = [] } = problem
  if (suggestions.length === 0) return null
  return (
    <form method="post" action={`/lists/files/${file.id}/renamed`}>
      {suggestions.map(({ column, header }) => (
        <>
          <p class="govuk-body">
            {fill(t.perhaps, {
              header: <span class="ds-asgot">{header}</span>,
              column: <span class="ds-asgot">{column}</span>,
            })}
          </p>
          <label class="ds-choice">
            <input type="checkbox" name="renamed" value={`${column}\u001f${header}`} />{' '}
            {t.takeAs(header, column)}
          </label>
        </>
      ))}
      <Button text={t.readFile} />
    </form>
  )
}
