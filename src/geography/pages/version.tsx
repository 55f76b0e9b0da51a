// What did loading this file of places do, and may it be undone?
import { isId, newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import type { ReasonCount } from '../store/plan-file.ts'
import { findVersion, reasonsOf, type Version } from '../store/versions.ts'
import { Account, Reasons, Remarks } from './account.tsx'
import { geographyStrings } from './strings.ts'

export async function showVersion(c: Ctx) {
  const id = c.req.param('version')
  const found = await reading(c, 'places.load', async (tx, scope) => {
    const version = isId(id) && scope.everywhere ? await findVersion(tx, scope, id) : undefined
    return version && { version, reasons: await reasonsOf(tx, scope, version) }
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/places/files')
  return c.html(<VersionPage context={context} {...found} isAgain={c.req.query('again') === '1'} />)
}

type VersionProps = {
  context: PageContext
  version: Version
  reasons: readonly ReasonCount[]
  isAgain: boolean
}

function VersionPage({ context, version, reasons, isAgain }: VersionProps) {
  const { lang } = context
  const t = geographyStrings(lang)
  const { timeAndDate } = format(lang)
  const base = `/places/versions/${version.id}`
  const title = t.version(version.number)
  const who = version.loadedByName ?? t.system
  const { edition } = version
  return (
    <Page
      context={context}
      title={title}
      breadcrumbs={[{ href: '/places/files', label: t.files }, { label: title }]}
    >
      {isAgain && <p role="status">{t.sameFile}</p>}
      <h1 class="ds-h1">
        {t.kinds[version.kind]}. {title}
      </h1>
      <p>
        {version.fileName}. {edition === null ? t.editionNone : t.edition(edition)}.{' '}
        {t.loadedBy(timeAndDate(version.loadedAt), who)}
      </p>
      <Undone version={version} />
      <Account counts={version} base={base} />
      <Remarks remarks={version.remarks} />
      {version.needs_review > 0 && !version.undoneAt && (
        <p>
          <a href="/places/where">{t.whereTitle}</a>
        </p>
      )}
      <Reasons reasons={reasons} />
      <p>
        <a href={`${base}/report.csv`} download>
          {t.report}
        </a>
      </p>
      {version.isLatest && <Undo base={base} />}
    </Page>
  )
}

function Undone({ version }: { version: Version }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { timeAndDate, number } = format(lang)
  const { undoneAt, undoneByName, kept } = version
  if (undoneAt === null) return null
  return (
    <p>
      <b>{t.undoneBy(timeAndDate(undoneAt), undoneByName ?? t.system)}</b>{' '}
      {kept > 0 && t.undoneKept(kept, number(kept))}
    </p>
  )
}

function Undo({ base }: { base: string }) {
  const t = geographyStrings(useLang())
  return (
    <form method="post" action={`${base}/undo`} class="ds-section">
      <input type="hidden" name="command" value={newId()} />
      <p>{t.undoNote}</p>
      <button class="ds-button ds-button--second" type="submit" data-prevent-double-click="true">
        {t.undo}
      </button>
    </form>
  )
}
