// Why can this file not be loaded, and what may be done about it?
import { Page, type PageContext } from '../../pages/layout.tsx'
import type { HeaderProblem } from '../domain/header.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { mappingStrings } from './mapping-strings.ts'
import { AsGot, listName } from './parts.tsx'
import { RenamedColumns } from './renamed-columns.tsx'
import { listStrings } from './strings.ts'

/** A file that can be read, and only nobody said yet what its columns are. */
const canBeMapped: readonly string[] = [
  'header-not-found',
  'column-missing',
  'column-twice',
  'is-another-list',
]

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
              <AsGot value={listName(context.lang, name)} />{' '}
            </>
          ))}
        </p>
      )}
      <RenamedColumns file={file} suggestions={problem.suggestions ?? []} />
      {canBeMapped.includes(problem.problem) && (
        <p class="ds-buttons">
          <a class="ds-button" href={`/lists/files/${file.id}/columns`}>
            {mappingStrings(context.lang).mapIt}
          </a>
        </p>
      )}
    </Page>
  )
}
