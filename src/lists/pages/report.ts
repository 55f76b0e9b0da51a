// The rows that stopped, for whoever sent the list: no names, so it goes back by post.
import { csvLine } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import type { Reason } from '../domain/reasons.ts'
import { findVersion } from '../store/queries.ts'
import { type ListRow, listRows } from '../store/rows.ts'
import { listStrings } from './strings.ts'

const rowsPerRead = 5_000

export async function sendSenderReport(c: Ctx) {
  const version = c.req.param('version')
  if (!isId(version)) return notFoundPage(c)
  const text = await reading(c, 'lists.read', async (tx, scope) => {
    const found = await findVersion(tx, scope, version)
    if (!found) return undefined
    const t = listStrings('en').csv
    const lines = [csvLine([t.row, t.outcome, t.why])]
    for (let after = 0; ; ) {
      const asked = { source: { version }, filter: { outcome: 'stopped' as const }, after }
      const rows = await listRows(tx, scope, { ...asked, perPage: rowsPerRead })
      if (rows.length === 0) break
      lines.push(...rows.map(reportLine))
      after = rows.at(-1)?.row ?? after
    }
    return { csv: lines.join(''), name: `${found.list}-version-${found.number}-rows.csv` }
  })
  if (!text) return notFoundPage(c)
  // The mark makes spreadsheets read the letters rightly.
  return c.body(`\ufeff${text.csv}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${text.name}"`,
  })
}

function reportLine(row: ListRow): string {
  const t = listStrings('en')
  const why = row.reasons.map((code: Reason) => t.reason[code]).join('; ')
  return csvLine([row.row, t.outcome[row.outcome], why])
}
