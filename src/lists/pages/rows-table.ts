// The account of the rows of a list, as a table that may be taken.
import type { ListAsked, ListTable, TableRow } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { type RowFilter, readRowFilter } from '../domain/row-filter.ts'
import { findVersion } from '../store/queries.ts'
import { countRows, type ListRow, listRows, type RowSource } from '../store/rows.ts'
import { findFile } from '../store/waiting-file.ts'
import { listName } from './parts.tsx'
import { listStrings } from './strings.ts'
import { versionStrings } from './version-strings.ts'

const rowsPerRead = 5_000

export async function rowsTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, query } = asked
  const filter = readRowFilter(query)
  const found = filter && (await findSource(asked))
  if (!filter || !found) return undefined
  const t = listStrings(lang)
  const { source } = found
  const more = versionStrings(lang).report
  const total = await countRows(tx, scope, { source, filter, perPage: rowsPerRead })
  return {
    name: found.name,
    title: found.title,
    filter: filterWords(lang, filter, total),
    asAt: now,
    columns: [
      { name: t.csv.row, kind: 'number' },
      { name: more.key, kind: 'text' },
      { name: t.csv.outcome, kind: 'text' },
      { name: more.change, kind: 'text' },
      { name: t.csv.why, kind: 'text' },
      { name: t.csv.surname, kind: 'text' },
      { name: t.csv.firstName, kind: 'text' },
      { name: more.decision, kind: 'text' },
      { name: more.decidedBy, kind: 'text' },
      { name: more.decidedAt, kind: 'moment' },
    ],
    people: total,
    rows: () => pages(asked, source, filter),
  }
}

type Found = { readonly source: RowSource; readonly name: string; readonly title: string }

async function findSource({ tx, scope, lang, params }: ListAsked): Promise<Found | undefined> {
  const { file, version } = params
  const t = listStrings(lang)
  if (isId(version)) {
    const found = await findVersion(tx, scope, version)
    if (!found) return undefined
    const name = `${found.list}-version-${found.number}-rows`
    const title = `${listName(lang, found.list)}: ${t.version(found.number)}`
    return { source: { version }, name, title }
  }
  const found = isId(file) && (await findFile(tx, scope, file))
  if (!isId(file) || !found) return undefined
  return { source: { file }, name: `${found.list}-rows`, title: listName(lang, found.list) }
}

function filterWords(lang: Lang, { outcome, reason }: RowFilter, total: number): string {
  const t = listStrings(lang)
  const counted = t.rowsHeadline(total, format(lang).number(total))
  const parts = [counted, outcome && t.outcome[outcome], reason && t.reason[reason]]
  return parts.filter(Boolean).join('. ')
}

async function* pages(
  { tx, scope, lang }: ListAsked,
  source: RowSource,
  filter: RowFilter,
): AsyncGenerator<readonly TableRow[]> {
  for (let after = 0; ; ) {
    const rows = await listRows(tx, scope, { source, filter, after, perPage: rowsPerRead })
    if (rows.length === 0) return
    yield rows.map(row => ({ cells: cellsOf(lang, row), people: [row.person ?? row.entry] }))
    after = rows.at(-1)?.row ?? after
  }
}

function cellsOf(lang: Lang, row: ListRow): TableRow['cells'] {
  const t = listStrings(lang)
  const why = row.reasons.map(code => t.reason[code]).join('; ')
  const decided: Readonly<Record<string, string>> = versionStrings(lang).decided
  const change = row.change === null ? '' : t.change[row.change]
  const decision = row.decision === null ? '' : (decided[row.decision] ?? row.decision)
  return [
    ...[row.row, sourceKey(row.key), t.outcome[row.outcome], change, why],
    ...[row.surname, row.firstName, decision, row.decidedBy, row.decidedAt],
  ]
}

/** Only a key that the list itself gave: what we made of its words says nothing to anybody. */
function sourceKey(key: string | null): string {
  const [, own = ''] = /^(?:nhs|key):(.*)$/.exec(key ?? '') ?? []
  return own
}
