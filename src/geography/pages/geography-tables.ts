// What nobody knows the place of, which files were loaded, and their rows: as tables to take.
import { type ListAsked, type ListTable, type TableRow, wholeTable } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { outcomes } from '../domain/terms.ts'
import {
  type AccountRow,
  accountRows,
  findVersion,
  type RowSource,
  versionsOf,
} from '../store/versions.ts'
import { findFile } from '../store/waiting-file.ts'
import { type Question, questions } from '../store/where.ts'
import { geographyStrings } from './strings.ts'

export async function whereTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = geographyStrings(lang)
  const asked = await questions(tx, scope)
  return wholeTable({
    name: 'where-is-this',
    title: t.whereTitle,
    filter: t.whereHead(format(lang).number(asked.length), asked.length),
    asAt: now,
    columns: [
      [t.whereWhat, 'text'],
      [t.whereRowsColumn, 'number'],
      [t.wherePeopleColumn, 'number'],
    ],
    rows: asked.map(question => ({
      cells: [
        askWords(t, question),
        question.kind === 'rows' ? question.count : null,
        question.kind === 'people' ? question.count : null,
      ],
      people: [],
    })),
  })
}

/** The question in a sentence. */
export function askWords(t: ReturnType<typeof geographyStrings>, question: Question): string {
  if (question.kind === 'people') return t.askAddress(question.postcode || question.address)
  const { reason, street, village, address, code, nearName } = question
  if (reason === 'street-two-spellings') return t.askSpelling(street, nearName ?? '')
  if (reason === 'code-of-another-name') return t.askCode(code ?? '', village)
  if (reason === 'street-elsewhere') return t.askElsewhere(address, nearName ?? '')
  return t.askVillage(village || (code ?? ''))
}

export async function versionsTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang } = asked
  if (!scope.everywhere) return undefined
  const t = geographyStrings(lang)
  const outcomes = ['accepted', 'changed', 'unchanged', 'needs_review', 'refused'] as const
  const versions = await versionsOf(tx, scope)
  const { version, kind, edition, loaded, rows } = t.columns
  return wholeTable({
    name: 'versions-of-places',
    title: t.versions,
    filter: format(lang).number(versions.length),
    asAt: now,
    columns: [
      [version, 'number'],
      [kind, 'text'],
      [edition, 'text'],
      [loaded, 'moment'],
      ...outcomes.map(outcome => [t.outcomes[outcome], 'number'] as const),
      [rows, 'number'],
      [t.undone, 'moment'],
    ],
    rows: versions.map(one => ({
      cells: [
        one.number,
        t.kinds[one.kind],
        one.edition,
        one.loadedAt,
        ...outcomes.map(outcome => one[outcome]),
        one.rows,
        one.undoneAt,
      ],
      people: [],
    })),
  })
}

const rowsPerRead = 10_000

/** Of a file that waits or of a version: what became of each row. */
export async function placeRowsTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, params, query } = asked
  const { version, file } = params
  const source = sourceOf(version, file)
  if (!source || !scope.everywhere) return undefined
  const isThere =
    'version' in source
      ? await findVersion(tx, scope, source.version)
      : await findFile(tx, scope, source.file)
  if (!isThere) return undefined
  const t = geographyStrings(lang)
  const outcome = outcomes.find(one => one === query.outcome) ?? null
  return {
    name: 'rows-of-places',
    title: t.showRows,
    filter: outcome === null ? t.allRows : t.rowsOf(t.outcomes[outcome]),
    asAt: now,
    columns: [
      { name: t.row, kind: 'number' },
      ...[t.what, t.outcome, t.why, t.where].map(name => ({ name, kind: 'text' as const })),
    ],
    people: 0,
    async *rows() {
      for (let after = 0; ; ) {
        const found = await accountRows(tx, scope, { source, outcome, after, most: rowsPerRead })
        yield found.map(row => accountCells(t, row))
        if (found.length < rowsPerRead) return
        after = found.at(-1)?.row ?? after
      }
    },
  }
}

export function sourceOf(version?: string, file?: string): RowSource | undefined {
  if (isId(version)) return { version }
  return isId(file) ? { file } : undefined
}

function accountCells(
  t: ReturnType<typeof geographyStrings>,
  { row, what, outcome, reasons, at }: AccountRow,
): TableRow {
  const why = reasons.map(reason => t.reasons[reason]).join('; ')
  return { cells: [row, what, t.outcomes[outcome], why, at], people: [] }
}
