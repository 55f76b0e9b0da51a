// What is in this received file? Reads it twice: once for its letters and checksum-like facts,
// once for its rows. Never holds more of it than a batch of rows.
import { decoded, type Encoding, encodingSniffer, type Sniffed } from '../domain/encoding.ts'
import type { FileRemark } from '../domain/file-problems.ts'
import { findHeader, type Header, type HeaderProblem, type Renamed } from '../domain/header.ts'
import { fileBytesMax, headerRowsMax, oldSpreadsheetRows, rowsMax } from '../domain/limits.ts'
import type { Profile } from '../domain/profile.ts'
import type { RawRow } from '../domain/read-row.ts'
import type { Reason } from '../domain/reasons.ts'
import { readTable, type Table, type TableRow } from './read-table.ts'

/** A file that can be read again from its start. */
export type Received = { open(): AsyncIterable<Uint8Array> }
export type ReadOptions = {
  readonly profiles: readonly Profile[]
  readonly renamed?: readonly Renamed[]
}
export type ListFile = {
  readonly header: Header
  readonly encoding: Encoding
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
  const sniffed = await sniff(file)
  const refused = problemOf(sniffed)
  if (refused) return refused
  const table = await readTable(decoded(file.open(), sniffed.encoding))
  const ahead = await firstRows(table)
  if (ahead.length === 0) return { problem: 'empty-file' }
  const header = findHeader({ ...options, rows: ahead.map(({ cells }) => cells) })
  if ('problem' in header) return header
  const tally = newTally(header, sniffed)
  const rows = rawRows({ table, ahead, header, tally })
  return { header, encoding: sniffed.encoding, rows, ending: () => endingOf(tally, table) }
}

async function sniff(file: Received): Promise<Sniffed> {
  const sniffer = encodingSniffer()
  let bytes = 0
  for await (const chunk of file.open()) {
    bytes += chunk.length
    sniffer.push(chunk)
    if (bytes > fileBytesMax) break
  }
  return sniffer.end()
}

function problemOf({ bytes, isSpreadsheet, nulBytes }: Sniffed): HeaderProblem | undefined {
  if (bytes === 0) return { problem: 'empty-file' }
  if (bytes > fileBytesMax) return { problem: 'file-too-large' }
  if (isSpreadsheet) return { problem: 'is-a-spreadsheet' }
  return nulBytes > bytes / 2 ? { problem: 'not-text' } : undefined
}

type Tally = {
  readonly sniffed: Sniffed
  readonly header: Header
  rows: number
  lastLine: number
  isCut: boolean
}

function newTally(header: Header, sniffed: Sniffed): Tally {
  return { sniffed, header, rows: 0, lastLine: 0, isCut: false }
}

/** Enough rows to hold any header; they are given again as data if they are below it. */
async function firstRows(table: Table): Promise<TableRow[]> {
  const ahead: TableRow[] = []
  while (ahead.length < headerRowsMax) {
    const next = await table.rows.next()
    if (next.done) break
    ahead.push(...next.value)
  }
  return ahead
}

type Source = { table: Table; ahead: TableRow[]; header: Header; tally: Tally }

async function* rawRows({ table, ahead, header, tally }: Source): AsyncGenerator<RawRow[]> {
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
  const isShort = row.cells.length < header.width
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

function endingOf({ sniffed, header, rows, lastLine, isCut }: Tally, table: Table): Ending {
  const remarks: FileRemark[] = [...header.remarks]
  if (sniffed.encoding.startsWith('utf-16')) remarks.push({ remark: 'read-as-utf-16' })
  if (sniffed.encoding === 'windows-1252') remarks.push({ remark: 'read-as-windows-1252' })
  if (sniffed.nulBytes > 0) remarks.push({ remark: 'nul-bytes', count: sniffed.nulBytes })
  if (table.lineEnds().size > 1) remarks.push({ remark: 'mixed-line-ends' })
  const isOldCut = [rows, rows + 1, lastLine].includes(oldSpreadsheetRows)
  if (isOldCut) remarks.push({ remark: 'cut-at-65536-rows' })
  if (isCut) remarks.push({ remark: 'cut-mid-row' })
  if (rows > rowsMax) return { rows, remarks, problem: { problem: 'too-many-rows' } }
  return { rows, remarks }
}
