// Who stands behind "dropped": on the list before, and not in this file. They stay with us.
import { recordRead, type Scope } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import {
  countDropped,
  type DroppedEntry,
  type DroppedFrom,
  droppedEntries,
} from '../store/dropped.ts'
import { findVersion } from '../store/queries.ts'
import { findFile } from '../store/waiting-file.ts'
import { listStrings } from './strings.ts'
import { droppedWords } from './version-tables.ts'

const rowsPerPage = 50
const pagesMax = 20_000

/** GET /lists/versions/:version/dropped and /lists/files/:file/dropped */
export async function showDropped(c: Ctx) {
  const text = c.req.query('page') ?? '1'
  const page = /^\d{1,5}$/.test(text) ? Number(text) : 0
  const found = page >= 1 && page <= pagesMax ? await findDropped(c, page) : undefined
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/lists')
  const t = listStrings(context.lang)
  const { rows, total } = found
  const crumbs = [
    { href: '/lists', label: t.lists },
    { href: c.req.path.replace(/\/dropped$/, ''), label: t.whatChanges },
    { label: t.droppedTitle },
  ]
  return c.html(
    <Page context={context} title={t.droppedTitle} breadcrumbs={crumbs}>
      <h1 class="ds-h1 ds-headline" data-total={total}>
        {t.droppedHeadline(total, format(context.lang).number(total))}
      </h1>
      <p>{t.droppedLead}</p>
      <p class="ds-quiet">{t.recorded}</p>
      <LangContext.Provider value={context.lang}>
        <Rows rows={rows} />
        <Pages base={c.req.path} page={page} total={total} />
        {total > 0 && <TakeLinks at={takeAddress(c, 'lists.take')} />}
      </LangContext.Provider>
    </Page>,
  )
}

function findDropped(c: Ctx, page: number) {
  return reading(c, 'lists.read', async (tx, scope, now) => {
    const from = await sourceOf(c, tx, scope)
    if (!from) return undefined
    const rows = await droppedEntries(tx, scope, { from, page, perPage: rowsPerPage })
    const subjects = rows.map(({ person, entry }) => person ?? entry)
    await recordRead(tx, scope, { what: 'list', route: '/lists/dropped', subjects, at: now })
    return { rows, total: await countDropped(tx, scope, from) }
  })
}

async function sourceOf(c: Ctx, tx: Tx, scope: Scope): Promise<DroppedFrom | undefined> {
  const version = c.req.param('version')
  const id = c.req.param('file')
  if (isId(version) && (await findVersion(tx, scope, version))) return { version }
  const file = isId(id) ? await findFile(tx, scope, id) : undefined
  return file && { file: file.id, list: file.list }
}

function Rows({ rows }: { rows: readonly DroppedEntry[] }) {
  const lang = useLang()
  const t = listStrings(lang)
  if (rows.length === 0) return <p>{t.nobody}</p>
  return (
    <table class="ds-table ds-tight">
      <thead>
        <tr>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.what}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            <th scope="row">
              <Who row={row} />
            </th>
            <td>{droppedWords(lang, row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Who({ row }: { row: DroppedEntry }) {
  const t = listStrings(useLang())
  if (row.firstName === null && row.surname === null) return <>{t.erased}</>
  const name = `${row.firstName ?? ''} ${row.surname ?? ''}`.trim() || t.noName
  const isLoaded = row.person !== null && row.state === 'loaded'
  return isLoaded ? <a href={`/people/${row.person}`}>{name}</a> : <>{name}</>
}

function Pages({ base, page, total }: { base: string; page: number; total: number }) {
  const lang = useLang()
  const t = listStrings(lang)
  const { number } = format(lang)
  const pages = Math.ceil(total / rowsPerPage)
  if (pages < 2) return null
  return (
    <nav class="ds-buttons" aria-label={t.droppedTitle}>
      {page > 1 && <a href={`${base}?page=${page - 1}`}>{t.newer}</a>}{' '}
      {t.pageOf(number(page), number(pages))}{' '}
      {page < pages && <a href={`${base}?page=${page + 1}`}>{t.older}</a>}
    </nav>
  )
}
