// The account of every row as a file: for us with names, for the sender without.
import { recordRead } from '../../access/index.ts'
import { csvLine } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import type { Reason } from '../domain/reasons.ts'
import { findVersion } from '../store/queries.ts'
import { type ListRow, listRows } from '../store/rows.ts'
import { listStrings } from './strings.ts'

const rowsPerRead = 5_000

export const sendReport = (c: Ctx) => send(c, { isForSender: false })
export const sendSenderReport = (c: Ctx) => send(c, { isForSender: true })

type Wanted = { readonly isForSender: boolean }

async function send(c: Ctx, wanted: Wanted) {
  const version = c.req.param('version')
  if (!isId(version)) return notFoundPage(c)
  const text = await reading(c, 'lists.read', async (tx, scope, now) => {
    const found = await findVersion(tx, scope, version)
    if (!found) return undefined
    const filter = wanted.isForSender ? { outcome: 'stopped' as const } : {}
    const lines = [headLine(wanted)]
    for (let after = 0; ; ) {
      const asked = { source: { version }, filter, after, perPage: rowsPerRead }
      const rows = await listRows(tx, scope, asked)
      if (rows.length === 0) break
      lines.push(...rows.map(row => reportLine(row, wanted)))
      const subjects = wanted.isForSender ? [] : rows.map(({ person, entry }) => person ?? entry)
      await recordRead(tx, scope, { what: 'export', route: '/lists/report', subjects, at: now })
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

function headLine({ isForSender }: Wanted): string {
  const t = listStrings('en').csv
  const names = isForSender ? [] : [t.surname, t.firstName]
  return csvLine([t.row, t.outcome, t.why, ...names])
}

function reportLine(row: ListRow, { isForSender }: Wanted): string {
  const t = listStrings('en')
  const why = row.reasons.map((code: Reason) => t.reason[code]).join('; ')
  const names = isForSender ? [] : [row.surname ?? '', row.firstName ?? '']
  return csvLine([row.row, t.outcome[row.outcome], why, ...names])
}
