// What rows does this text hold? Text comes in pieces of any size, rows go out in small batches;
// csv-parse reads the cells, the splitter sees to it that one bad row costs one row.
import { parse } from 'csv-parse/sync'
import type { FileRemark } from '../domain/file-problems.ts'
import { headerRowsMax, rowsMax } from '../domain/limits.ts'
import type { Reason } from '../domain/reasons.ts'
import { type RecordSplitter, type RecordText, recordSplitter } from '../domain/records.ts'

export type TableRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly flaws: readonly Reason[]
  /** False only for a last row that the file does not end. */
  readonly isEnded: boolean
}
export type Table = {
  readonly rows: AsyncGenerator<readonly TableRow[]>
  readonly delimiter: string
  lineEnds(): ReadonlySet<string>
  /** What a workbook has to say about its cells, known after the last row. */
  remarks?(): readonly FileRemark[]
}

/** Rows of one answer; bounds the memory whatever the file's size. */
const batchRows = 500
const headCharactersMax = 32_000

/** Reads a row more than `most`, so that the caller sees that there were too many. */
export async function readTable(text: AsyncIterable<string>, most = rowsMax): Promise<Table> {
  const pieces = text[Symbol.asyncIterator]()
  const head = await readHead(pieces)
  const delimiter = delimiterOf(head)
  const splitter = recordSplitter(delimiter)
  const rows = rowsOf({ head, pieces, splitter, delimiter, most })
  return { rows, delimiter, lineEnds: splitter.lineEnds }
}

type Source = {
  readonly head: string
  readonly pieces: AsyncIterator<string>
  readonly splitter: RecordSplitter
  readonly delimiter: string
  readonly most: number
}

async function* rowsOf(source: Source): AsyncGenerator<readonly TableRow[]> {
  let seen = 0
  for await (const records of recordsOf(source)) {
    const written = records.filter(({ text }) => text.replaceAll('\0', '').trim() !== '')
    for (let at = 0; at < written.length && seen <= source.most; at += batchRows) {
      const batch = written.slice(at, at + batchRows)
      seen += batch.length
      yield rowsOfBatch(batch, source.delimiter)
    }
  }
}

async function* recordsOf({ head, pieces, splitter }: Source): AsyncGenerator<RecordText[]> {
  yield splitter.push(head)
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    yield splitter.push(next.value)
  }
  yield splitter.end()
}

function rowsOfBatch(records: readonly RecordText[], delimiter: string): TableRow[] {
  const cells = parsedTogether(records, delimiter)
  return records.map((record, at) => {
    const lost = record.text.includes('\0')
    const flaws: Reason[] = record.hasOpenQuote ? ['quote-not-closed'] : []
    if (lost) flaws.push('letters-lost')
    const row = cells?.[at] ?? parsedAlone(record, delimiter)
    const clean = lost ? row.map(cell => cell.replaceAll('\0', '')) : row
    return { line: record.line, cells: clean, flaws, isEnded: record.isEnded }
  })
}

/** One call for many records is eight times as fast; nothing if they do not add up. */
function parsedTogether(records: readonly RecordText[], delimiter: string): string[][] | undefined {
  if (records.some(({ hasOpenQuote }) => hasOpenQuote)) return undefined
  try {
    const rows = parseText(records.map(({ text }) => text).join('\n'), delimiter, '"')
    return rows.length === records.length ? rows : undefined
  } catch {
    return undefined
  }
}

function parsedAlone({ text, hasOpenQuote }: RecordText, delimiter: string): string[] {
  if (!hasOpenQuote) {
    try {
      const [row, ...more] = parseText(text, delimiter, '"')
      if (row !== undefined && more.length === 0) return row
    } catch {
      // Read below without quotes: the row is kept as text and a person looks at it.
    }
  }
  return text.split(delimiter)
}

function parseText(text: string, delimiter: string, quote: string): string[][] {
  return parse(text, {
    delimiter,
    quote,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
}

async function readHead(pieces: AsyncIterator<string>): Promise<string> {
  let head = ''
  while (head.length < headCharactersMax) {
    const next = await pieces.next()
    if (next.done) break
    head += next.value
  }
  return head
}

/** The mark that the fullest of the first rows holds most often. */
function delimiterOf(head: string): string {
  const lines = head.split(/\r\n|\n|\r/, headerRowsMax)
  const most = (mark: string) => Math.max(0, ...lines.map(line => line.split(mark).length - 1))
  const marks = [',', '\t', ';', '|']
  return marks.reduce((best, mark) => (most(mark) > most(best) ? mark : best), ',')
}
