// Which rows stand behind a figure? In pages, with the look at their names recorded.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type RowFilter, readRowFilter, rowFilterQuery } from '../domain/row-filter.ts'
import { findVersion } from '../store/queries.ts'
import { countRows, type ListRow, listRows, type RowSource } from '../store/rows.ts'
import { findFile } from '../store/waiting-file.ts'
import { AsGot, Reasons } from './parts.tsx'
import { listStrings } from './strings.ts'
import { versionStrings } from './version-strings.ts'

const rowsPerPage = 50
const pagesMax = 20_000

export async function showRows(c: Ctx) {
  const { page: pageText = '1', ...query } = c.req.query()
  const filter = readRowFilter(query)
  const page = /^\d{1,5}$/.test(pageText) ? Number(pageText) : 0
  const found =
    filter && page >= 1 && page <= pagesMax ? await findRows(c, { filter, page }) : undefined
  if (!found || !filter) return notFoundPage(c)
  const context = await pageContext(c, '/lists')
  const t = listStrings(context.lang)
  const { rows, total } = found
  const shown = format(context.lang).number(total)
  const what = [
    filter.outcome && t.outcome[filter.outcome],
    filter.reason && t.reason[filter.reason],
  ]
  const base = c.req.path
  const crumbs = [
    { href: '/lists', label: t.lists },
    { href: base.replace(/\/rows$/, ''), label: t.whatChanges },
    { label: t.rowsTitle },
  ]
  return c.html(
    <Page context={context} title={t.rowsTitle} breadcrumbs={crumbs}>
      <h1 class="ds-h1 ds-headline" data-total={total}>
        {[t.rowsHeadline(total, shown), ...what.filter(Boolean)].join('. ')}
      </h1>
      <p class="ds-quiet">{t.recorded}</p>
      <LangContext.Provider value={context.lang}>
        <Rows rows={rows} isLoaded={isId(c.req.param('version'))} />
        <Pages {...{ base, filter, page, total }} />
        {total > 0 && <TakeLinks at={takeAddress(c, 'lists.take')} />}
      </LangContext.Provider>
    </Page>,
  )
}

async function findRows(c: Ctx, { filter, page }: { filter: RowFilter; page: number }) {
  return reading(c, 'lists.read', async (tx, scope, now) => {
    const file = c.req.param('file')
    const version = c.req.param('version')
    const isThere =
      (isId(file) && (await findFile(tx, scope, file))) ||
      (isId(version) && (await findVersion(tx, scope, version)))
    if (!isThere) return undefined
    const source = (isId(file) ? { file } : { version }) as RowSource
    const asked = { source, filter, page, perPage: rowsPerPage }
    const rows = await listRows(tx, scope, asked)
    const subjects = rows.map(({ person, entry }) => person ?? entry)
    await recordRead(tx, scope, { what: 'list', route: '/lists/rows', subjects, at: now })
    return { rows, total: await countRows(tx, scope, asked) }
  })
}

/** Of a file that waits there is no entry yet. */
function RowNumber({ row, isLoaded }: { row: ListRow; isLoaded: boolean }) {
  const lang = useLang()
  const shown = format(lang).number(row.row)
  if (!isLoaded) return <>{shown}</>
  const label = versionStrings(lang).openEntry(shown)
  return (
    <a href={`/lists/entries/${row.entry}`} aria-label={label}>
      {shown}
    </a>
  )
}

type RowsProps = { rows: readonly ListRow[]; isLoaded: boolean }

function Rows({ rows, isLoaded }: RowsProps) {
  const lang = useLang()
  const t = listStrings(lang)
  if (rows.length === 0) return <p>{t.nobody}</p>
  return (
    <table class="ds-table">
      <thead>
        <tr>
          <th scope="col" class="ds-number">
            {t.rowsColumn}
          </th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.whyColumn}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            <td class="ds-number">
              <RowNumber row={row} isLoaded={isLoaded} />
            </td>
            <th scope="row">
              <Who row={row} />
            </th>
            <td>{row.change ? t.change[row.change] : t.outcome[row.outcome]}</td>
            <td>
              <Reasons codes={row.reasons} />
              {row.issues
                .filter(({ got }) => got !== undefined && got !== '')
                .slice(0, 2)
                .map(({ got = '' }) => (
                  <>
                    <AsGot value={got} />{' '}
                  </>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Who({ row }: { row: ListRow }) {
  const t = listStrings(useLang())
  if (row.firstName === null && row.surname === null) return <>{t.erased}</>
  const name = `${row.firstName ?? ''} ${row.surname ?? ''}`.trim() || t.noName
  const isLoaded = row.person !== null && row.outcome !== 'needs_review'
  return isLoaded ? <a href={`/people/${row.person}`}>{name}</a> : name
}

type PagesProps = { base: string; filter: RowFilter; page: number; total: number }

function Pages({ base, filter, page, total }: PagesProps) {
  const lang = useLang()
  const t = listStrings(lang)
  const { number } = format(lang)
  const pages = Math.ceil(total / rowsPerPage)
  if (pages < 2) return null
  const where = t.pageOf(number(page), number(pages))
  const to = (wanted: number) => `${base}${rowFilterQuery(filter, wanted)}`
  return (
    <nav class="ds-buttons" aria-label={t.rowsTitle}>
      {page > 1 && <a href={to(page - 1)}>{t.newer}</a>} {where}{' '}
      {page < pages && <a href={to(page + 1)}>{t.older}</a>}
    </nav>
  )
}
