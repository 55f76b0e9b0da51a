// What is in this received file? Reads it twice: once for its letters and checksum-like facts,
// once for its rows. Never holds more of it than a batch of rows, or the workbook as it came.
import { decoded, type Encoding, type Sniffed } from '../domain/encoding.ts'
import type { FileRemark } from '../domain/file-problems.ts'
import { findHeader, type Header, type HeaderProblem, type Renamed } from '../domain/header.ts'
import { fileBytesMax, headerRowsMax, oldSpreadsheetRows, rowsMax } from '../domain/limits.ts'
import type { Profile } from '../domain/profile.ts'
import type { DateForm } from '../domain/read-date.ts'
import type { RawRow } from '../domain/read-row.ts'
import type { Reason } from '../domain/reasons.ts'
import { columnsInDoubt } from './date-order.ts'
import { readTable, type Table, type TableRow } from './read-table.ts'
import { type Received, sniff } from './sniff.ts'
import { openWorkbook } from './xlsx/open-workbook.ts'

export type { Received } from './sniff.ts'
export type ReadOptions = {
  readonly profiles: readonly Profile[]
  /** The list that a person said this is; none where it is to be recognised. */
  readonly list?: string
  readonly renamed?: readonly Renamed[]
}
export type ListFile = {
  readonly header: Header
  readonly encoding: Encoding
  /** Date columns of which some values have the month first. */
  readonly inDoubt: ReadonlySet<string>
  /** Rows in batches; ends early, with a problem in `ending`, when there are too many. */
  readonly rows: AsyncGenerator<readonly RawRow[]>
  /** What is known only after the last row. */
  ending(): Ending
}
export type Ending = {
  readonly rows: number
  readonly remarks: readonly FileRemark[]
  readonly problem?: HeaderProblem
}

export async function readListFile(
  file: Received,
  options: ReadOptions,
): Promise<ListFile | HeaderProblem> {
  const source = await openSource(file)
  if ('problem' in source) return source
  return source.sheets ? readWorkbook(source, options) : readSheet(source, options)
}

/** A file whose first rows can be read as often as somebody needs to look. */
export type Source = {
  readonly sniffed: Sniffed
  /** The sheets of a workbook; none for a file of text. */
  readonly sheets?: readonly string[]
  table(sheet?: string): Promise<Table | HeaderProblem>
}

export async function openSource(file: Received): Promise<Source | HeaderProblem> {
  const sniffed = await sniff(file)
  const { bytes, nulBytes, isSpreadsheet, encoding } = sniffed
  if (bytes === 0) return { problem: 'empty-file' }
  if (bytes > fileBytesMax) return { problem: 'file-too-large' }
  if (isSpreadsheet) return workbookSource(file, sniffed)
  if (nulBytes > bytes / 2) return { problem: 'not-text' }
  return { sniffed, table: () => readTable(decoded(file.open(), encoding)) }
}

async function workbookSource(file: Received, sniffed: Sniffed): Promise<Source | HeaderProblem> {
  const workbook = await openWorkbook(file)
  if ('problem' in workbook) return workbook
  const sheets = workbook.sheets.map(({ name }) => name)
  return { sniffed, sheets, table: async sheet => workbook.table(sheet ?? sheets[0] ?? '') }
}

/** The first sheet that is a list; where none is, what stands in the way of the first with rows. */
async function readWorkbook(source: Source, options: ReadOptions) {
  let refused: HeaderProblem = { problem: 'spreadsheet-empty' }
  const sheets = source.sheets ?? []
  for (const sheet of sheets) {
    const read = await readSheet(source, options, sheet)
    const isFirst = refused.problem === 'spreadsheet-empty'
    if (!('problem' in read)) return read
    if (isFirst && read.problem !== 'empty-file') refused = read
  }
  return refused
}

async function readSheet(source: Source, options: ReadOptions, sheet?: string) {
  const table = await source.table(sheet)
  if ('problem' in table) return table
  const ahead = await firstRows(table)
  if (ahead.length === 0) return { problem: 'empty-file' as const }
  const found = findHeader({ ...options, rows: ahead.map(({ cells }) => cells) })
  if ('problem' in found) {
    await table.rows.return(undefined)
    return found
  }
  const header = sheet === undefined ? found : withSheetDates(found)
  const open = () => source.table(sheet)
  const inDoubt = await columnsInDoubt({ open, header, isLikely: source.sniffed.hasMonthFirst })
  const tally: Tally = { source, sheet, header, inDoubt, rows: 0, lastLine: 0, isCut: false }
  const rows = rawRows({ table, ahead, header, tally })
  const { encoding } = source.sniffed
  return { header, encoding, inDoubt, rows, ending: () => endingOf(tally, table) }
}

/** A cell that a workbook shows as a day is one; a bare day number is one in a date column only. */
function withSheetDates(header: Header): Header {
  const columns = header.columns.map(mapped => {
    const { dates } = mapped.column
    if (!dates) return mapped
    const forms = new Set([...dates, ...sheetDates])
    return { ...mapped, column: { ...mapped.column, dates: [...forms] } }
  })
  return { ...header, columns }
}

const sheetDates: readonly DateForm[] = ['YYYY-MM-DD', 'YYYY-MM-DD HH:MM:SS', 'excel-day']

type Tally = {
  readonly source: Source
  readonly sheet: string | undefined
  readonly header: Header
  readonly inDoubt: ReadonlySet<string>
  rows: number
  lastLine: number
  isCut: boolean
}

/** Enough rows to hold any header and some data; they are given again as data below it. */
export async function firstRows(table: Table): Promise<TableRow[]> {
  const ahead: TableRow[] = []
  while (ahead.length < headerRowsMax + sampleRowsMin) {
    const next = await table.rows.next()
    if (next.done) break
    ahead.push(...next.value)
  }
  return ahead
}

const sampleRowsMin = 50

type Rows = { table: Table; ahead: TableRow[]; header: Header; tally: Tally }

async function* rawRows({ table, ahead, header, tally }: Rows): AsyncGenerator<RawRow[]> {
  const first = ahead.slice(header.rowsAbove)
  ahead.length = 0
  if (first.length > 0) yield first.map(row => rawRow(row, header, tally))
  for await (const batch of table.rows) {
    if (tally.rows + batch.length > rowsMax) {
      tally.rows += batch.length
      return
    }
    yield batch.map(row => rawRow(row, header, tally))
  }
}

function rawRow(row: TableRow, header: Header, tally: Tally): RawRow {
  const isSheet = tally.sheet !== undefined
  // The rows of a workbook end at their last cell that holds something.
  const isShort = !isSheet && row.cells.length < header.width
  const isCut = !row.isEnded && (isShort || row.flaws.includes('quote-not-closed'))
  const isLong = row.cells.slice(header.width).some(cell => cell.trim() !== '')
  const flaws: Reason[] = row.flaws.filter(flaw => !(isCut && flaw === 'quote-not-closed'))
  if (isCut) flaws.push('row-cut')
  else if (isShort) flaws.push('cells-missing')
  else if (isLong) flaws.push('cells-extra')
  tally.rows += 1
  tally.lastLine = row.line
  tally.isCut ||= isCut
  return { row: row.line, cells: row.cells, flaws }
}

function endingOf(tally: Tally, table: Table): Ending {
  const { source, sheet, header, inDoubt, rows, lastLine, isCut } = tally
  const { encoding, nulBytes } = source.sniffed
  const remarks: FileRemark[] = [...header.remarks, ...(table.remarks?.() ?? [])]
  for (const name of inDoubt) remarks.push({ remark: 'date-order-in-doubt', columns: [name] })
  if (sheet === undefined) {
    if (encoding.startsWith('utf-16')) remarks.push({ remark: 'read-as-utf-16' })
    if (encoding === 'windows-1252') remarks.push({ remark: 'read-as-windows-1252' })
    if (nulBytes > 0) remarks.push({ remark: 'nul-bytes', count: nulBytes })
  } else remarks.push(...sheetRemarks(source, sheet))
  if (table.lineEnds().size > 1) remarks.push({ remark: 'mixed-line-ends' })
  const isOldCut = [rows, rows + 1, lastLine].includes(oldSpreadsheetRows)
  if (isOldCut) remarks.push({ remark: 'cut-at-65536-rows' })
  if (isCut) remarks.push({ remark: 'cut-mid-row' })
  if (rows > rowsMax) return { rows, remarks, problem: { problem: 'too-many-rows' } }
  return { rows, remarks }
}

function sheetRemarks({ sheets = [] }: Source, sheet: string): FileRemark[] {
  const others = sheets.filter(name => name !== sheet)
  const read: FileRemark = { remark: 'read-from-sheet', columns: [sheet] }
  return others.length === 0 ? [read] : [read, { remark: 'sheets-not-read', columns: others }]
}
