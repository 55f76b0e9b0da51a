// Which rows are behind a figure? A page of them, and all of them as a file.

import { csvLine } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type Outcome, outcomes } from '../domain/terms.ts'
import { type AccountRow, accountRows, findVersion, type RowSource } from '../store/versions.ts'
import { findFile } from '../store/waiting-file.ts'
import { rowsHref } from './account.tsx'
import { sourceOf } from './geography-tables.ts'
import { geographyStrings } from './strings.ts'

const rowsPerPage = 100
const rowsPerRead = 10_000

export async function showRows(c: Ctx) {
  const outcome = outcomes.find(one => one === c.req.query('outcome')) ?? null
  const after = Math.max(0, Number.parseInt(c.req.query('after') ?? '0', 10) || 0)
  const source = sourceOf(c.req.param('version'), c.req.param('file'))
  const rows = source && (await rowsAsked(c, source, { outcome, after, most: rowsPerPage }))
  if (!source || !rows) return notFoundPage(c)
  const context = await pageContext(c, '/places/files')
  const t = geographyStrings(context.lang)
  const base = c.req.path.replace(/\/rows$/, '')
  const title = outcome === null ? t.allRows : t.rowsOf(t.outcomes[outcome])
  return c.html(
    <Page
      context={context}
      title={title}
      breadcrumbs={[
        { href: '/places/files', label: t.files },
        { href: base, label: t.showRows },
        { label: title },
      ]}
    >
      <h1 class="ds-h1">{title}</h1>
      <Rows rows={rows} />
      {rows.length > 0 && <TakeLinks at={takeAddress(c, 'places.load')} />}
      {rows.length === rowsPerPage && (
        <p>
          <a href={nextHref(base, outcome, rows.at(-1)?.row ?? 0)}>{t.more}</a>
        </p>
      )}
    </Page>,
  )
}

function nextHref(base: string, outcome: Outcome | null, after: number): string {
  const href = rowsHref(base, outcome ?? '')
  return `${href}${href.includes('?') ? '&' : '?'}after=${after}`
}

function Rows({ rows }: { rows: readonly AccountRow[] }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.showRows}</caption>
      <thead>
        <tr>
          <th scope="col" class="ds-number">
            {t.row}
          </th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.outcome}</th>
          <th scope="col">{t.why}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, what, outcome, reasons, at }) => (
          <tr>
            <th scope="row" class="ds-number">
              {format(lang).number(row)}
            </th>
            <td>{what}</td>
            <td>{t.outcomes[outcome]}</td>
            <td>
              {reasons.map(reason => t.reasons[reason]).join('. ')}
              {at && ` (${at})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Slice = { readonly outcome: Outcome | null; readonly after: number; readonly most: number }

function rowsAsked(c: Ctx, source: RowSource, slice: Slice) {
  return reading(c, 'places.load', async (tx, scope) => {
    if (!scope.everywhere) return undefined
    const known =
      'version' in source
        ? await findVersion(tx, scope, source.version)
        : await findFile(tx, scope, source.file)
    return known && accountRows(tx, scope, { source, ...slice })
  })
}

/** Of a version, all rows. Other councils' rows are one line each reason, with their count. */
export async function sendReport(c: Ctx) {
  const version = c.req.param('version')
  const text = await reading(c, 'places.load', async (tx, scope) => {
    const found = isId(version) && scope.everywhere && (await findVersion(tx, scope, version))
    if (!found) return undefined
    const lines: string[] = []
    for (let after = 0; ; ) {
      const asked = { source: { version: found.id }, outcome: null, after, most: rowsPerRead }
      const rows = await accountRows(tx, scope, asked)
      lines.push(...rows.map(reportLine))
      if (rows.length < rowsPerRead) break
      after = rows.at(-1)?.row ?? after
    }
    const t = geographyStrings('en')
    const head = csvLine([t.row, t.what, t.outcome, t.why, t.where])
    const hidden = Object.entries(found.unlisted).map(([reason, rows]) =>
      csvLine(['', '', t.outcomes.refused, t.reasons[reason as keyof typeof t.reasons], rows]),
    )
    return { csv: [head, ...lines, ...hidden].join(''), number: found.number }
  })
  if (!text) return notFoundPage(c)
  // The mark makes spreadsheets read the letters rightly.
  return c.body(`\ufeff${text.csv}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="places-version-${text.number}-rows.csv"`,
  })
}

function reportLine({ row, what, outcome, reasons, at }: AccountRow): string {
  const t = geographyStrings('en')
  const why = reasons.map(reason => t.reasons[reason]).join('; ')
  return csvLine([row, what ?? '', t.outcomes[outcome], why, at ?? ''])
}
