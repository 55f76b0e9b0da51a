// Whom a version dropped, and whom no list names any more, as tables that may be taken.
import { type ListAsked, type ListTable, onePage, type TableRow } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { countOpenCases, openCases } from '../store/basis.ts'
import {
  countDropped,
  type DroppedEntry,
  type DroppedFrom,
  droppedEntries,
} from '../store/dropped.ts'
import { findVersion } from '../store/queries.ts'
import { findFile } from '../store/waiting-file.ts'
import { listName } from './parts.tsx'
import { listStrings } from './strings.ts'
import { versionStrings } from './version-strings.ts'

const rowsPerRead = 5_000

export async function droppedTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang } = asked
  const found = await fromOf(asked)
  if (!found) return undefined
  const t = versionStrings(lang)
  const total = await countDropped(tx, scope, found.from)
  return {
    name: `${found.list}-dropped`,
    title: listName(lang, found.list),
    filter: listStrings(lang).droppedHeadline(total, format(lang).number(total)),
    asAt: now,
    columns: [
      { name: t.csv.surname, kind: 'text' },
      { name: t.csv.firstName, kind: 'text' },
      { name: t.csv.state, kind: 'text' },
    ],
    people: total,
    rows: () => droppedPages(asked, found.from),
  }
}

async function fromOf({ tx, scope, params }: ListAsked) {
  const { version, file } = params
  if (isId(version)) {
    const found = await findVersion(tx, scope, version)
    return found && { from: { version } as DroppedFrom, list: found.list }
  }
  const found = isId(file) ? await findFile(tx, scope, file) : undefined
  return found && { from: { file: found.id, list: found.list } as DroppedFrom, list: found.list }
}

async function* droppedPages(
  { tx, scope, lang }: ListAsked,
  from: DroppedFrom,
): AsyncGenerator<readonly TableRow[]> {
  for (let page = 1; ; page++) {
    const rows = await droppedEntries(tx, scope, { from, page, perPage: rowsPerRead })
    if (rows.length === 0) return
    yield rows.map(row => ({
      cells: [row.surname, row.firstName, droppedWords(lang, row)],
      people: [row.person ?? row.entry],
    }))
  }
}

export function droppedWords(lang: Lang, { state, check, basis }: DroppedEntry): string {
  const t = versionStrings(lang)
  if (state === 'held') return t.held
  if (check === null) return t.stays
  const names: Readonly<Record<string, string>> = t.basisOf
  const why = basis === null ? '' : `: ${names[basis] ?? ''}`
  return `${t.check[check]}${why}`
}

export async function basisTable({ tx, scope, now, lang, query }: ListAsked): Promise<ListTable> {
  const t = versionStrings(lang)
  const version = isId(query.version) ? query.version : undefined
  const total = await countOpenCases(tx, scope, version)
  const cases = await openCases(tx, scope, { version, page: 1, perPage: total })
  const rows = cases.map(one => ({
    cells: [
      one.name,
      `${t.basisWhy[one.why]} ${listName(lang, one.list)}`,
      one.decider,
      one.decideBy,
    ],
    people: [one.person],
  }))
  return {
    name: 'people-on-no-list',
    title: t.basis,
    filter: total === 0 ? t.basisNone : t.basisHeadline(total, format(lang).number(total)),
    asAt: now,
    columns: [
      { name: t.name, kind: 'text' },
      { name: t.why, kind: 'text' },
      { name: t.decider, kind: 'text' },
      { name: t.by, kind: 'moment' },
    ],
    people: total,
    rows: () => onePage(rows),
  }
}
