// How far has the reading of a file come? The page asks again by itself, with a script or without.

import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { failureOf, isForgotten, paceOf, readInBackground } from '../store/read-in-background.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { listName } from './parts.tsx'
import { listStrings } from './strings.ts'

const againSeconds = 2

export async function showReading(c: Ctx, file: WaitingFile) {
  const { node, actor } = c.var
  const error = failureOf(file.id)
  if (error !== undefined) throw error
  if (isForgotten(file.id, file.touchedAt, node.clock.now())) {
    const { id, list, renamed } = file
    readInBackground({ node, actor }, { id, list, ...(renamed ? { renamed } : {}) })
  }
  const context = await pageContext(c, '/lists')
  const t = listStrings(context.lang)
  const { number } = format(context.lang)
  const crumbs = [{ href: '/lists', label: t.lists }, { label: listName(context.lang, file.list) }]
  // Of the header no row is made; a cell may hold line ends, so it is a bound and no promise.
  const all = Math.max(file.lines - 1, file.rowsRead)
  const pace = paceOf(file.id)
  const secondsLeft = pace ? Math.ceil((all - file.rowsRead) / pace) : 0
  c.header('Refresh', String(againSeconds))
  return c.html(
    <Page context={context} title={t.upload} breadcrumbs={crumbs}>
      <h1 class="ds-h1 ds-headline">{t.readingFile}</h1>
      <p role="status">
        {t.readingRows(number(file.rowsRead), number(all))}
        {pace !== undefined && t.readingPace(number(Math.round(pace)), secondsLeft)}
      </p>
      <p>
        <progress max={Math.max(1, all)} value={file.rowsRead}>
          {number(file.rowsRead)}
        </progress>
      </p>
      <p class="ds-quiet">{t.readingNote}</p>
      <p>
        <a href={`/lists/files/${file.id}`}>{t.lookAgain}</a>
      </p>
    </Page>,
  )
}
