// How far has the reading of a file of places come? The page asks again by itself, with a script or
// without.
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { failureOf, isForgotten, readInBackground } from '../store/read-in-background.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { geographyStrings } from './strings.ts'

const againSeconds = 2

export async function showReading(c: Ctx, file: WaitingFile) {
  const { node, actor } = c.var
  const error = failureOf(file.id)
  if (error !== undefined) throw error
  if (isForgotten(file.id, file.touchedAt, node.clock.now())) {
    readInBackground({ node, actor }, file)
  }
  const context = await pageContext(c, '/places/files')
  const t = geographyStrings(context.lang)
  const crumbs = [{ href: '/places/files', label: t.files }, { label: t.preview }]
  c.header('Refresh', String(againSeconds))
  return c.html(
    <Page context={context} title={t.preview} breadcrumbs={crumbs}>
      <h1 class="ds-h1">{t.readingFile}</h1>
      <p role="status">
        {file.name}. {t.readingRows(format(context.lang).number(file.rowsRead), file.rowsRead)}
      </p>
      <p class="ds-quiet">{t.readingNote}</p>
      <p>
        <a href={c.req.path}>{t.lookAgain}</a>
      </p>
    </Page>,
  )
}
