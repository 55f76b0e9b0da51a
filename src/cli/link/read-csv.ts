// What does the file hold? One pass over its bytes; only the columns that the mapping names are
// kept.
import { isAscii } from 'node:buffer'
import { CommandProblem } from '../command.ts'
import { type Cells, cellsIn } from './cells.ts'

export type Csv = {
  readonly rows: number
  /** As many as asked for: for each row the number of its cell, and the distinct cells. */
  readonly columns: readonly { readonly codes: Int32Array; readonly values: readonly string[] }[]
}
/** Picks the columns by the header: their places, in the order in which they are wanted. */
export type Pick = (header: readonly string[]) => readonly number[]

const [quote, newLine, carriage, space] = [34, 10, 13, 32]
const rowsRoom = 4096
/** Beyond it a text has no room for all of the file. */
const textBytesMax = 400_000_000

/** How the rows are written, and which of their cells are wanted. */
export type Form = {
  readonly file: string
  readonly delimiter: number
  /** How many headings there are. */
  readonly width: number
  readonly wanted: readonly number[]
}

export function readCsv(bytes: Buffer, file: string, pick: Pick): Csv {
  const { form, start } = readHead(bytes, file, pick)
  const csv = readRows(bytes.subarray(start), form)
  if (csv.rows > 0) return csv
  throw new CommandProblem('no-rows', `${file} has a header and no rows.`, 2)
}

/** And where the rows start. */
export function readHead(bytes: Buffer, file: string, pick: Pick): { form: Form; start: number } {
  const delimiter = delimiterOf(bytes)
  const header: string[] = []
  const start = scannerOf(bytes, delimiter)(skipEmptyLines(bytes, 0), (_, from, to) =>
    header.push(bytes.toString('utf8', from, to).trim()),
  )
  return { form: { file, delimiter, width: header.length, wanted: pick(header) }, start }
}

export function readRows(bytes: Buffer, { file, delimiter, width, wanted }: Form): Csv {
  const scan = scannerOf(bytes, delimiter)
  const whole = wholeText(bytes)
  const columns = wanted.map(() => columnIn(bytes, whole))
  const byPlace = Array.from({ length: width }, (_, place) =>
    columns.filter((_column, i) => wanted[i] === place),
  )
  let [rows, cells] = [0, 0]
  const take: TakeCell = (place, start, end) => {
    cells += 1
    const own = byPlace[place]
    if (own) for (let i = 0; i < own.length; i++) own[i]?.add(rows, start, end)
  }
  for (let at = skipEmptyLines(bytes, 0); at < bytes.length; at = skipEmptyLines(bytes, at)) {
    cells = 0
    at = scan(at, take)
    if (cells !== width) throw cutRow(file, { row: rows + 2, cells, headings: width })
    rows += 1
  }
  return { rows, columns: columns.map(column => column.end(rows)) }
}

function cutRow(file: string, said: { row: number; cells: number; headings: number }) {
  const { row, cells, headings } = said
  const message =
    `Row ${row} of ${file} has ${cells} cells and the header has ${headings}: ` +
    'the file is cut off or a comma stands unquoted.'
  return new CommandProblem('row-cut', message, 2)
}

/** To take a slice of a text is quicker than to read one out of bytes. */
function wholeText(bytes: Buffer): string | undefined {
  const isPlain = bytes.length <= textBytesMax && isAscii(bytes)
  return isPlain ? bytes.toString('latin1') : undefined
}

function columnIn(bytes: Buffer, whole: string | undefined) {
  const cells: Cells = cellsIn(bytes, whole)
  let codes = new Int32Array(rowsRoom)
  return {
    add(row: number, start: number, end: number) {
      if (row === codes.length) {
        const grown = new Int32Array(codes.length * 2)
        grown.set(codes)
        codes = grown
      }
      codes[row] = cells.codeOf(start, end, hashOf(bytes, start, end))
    },
    end: (rows: number) => ({ codes: codes.subarray(0, rows), values: cells.values() }),
  }
}

function hashOf(bytes: Buffer, start: number, end: number): number {
  // A whole number of 32 bits from the start, or an empty cell would never be found again.
  let hash = 0x811c9dc5 | 0
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return hash
}

type TakeCell = (place: number, start: number, end: number) => void

/**
 * Reads one row from `at`, gives each cell without its quotes and outer space, and where it
 * ended.
 */
function scannerOf(bytes: Buffer, delimiter: number) {
  const length = bytes.length
  return (from: number, take: TakeCell): number => {
    let at = from
    for (let place = 0; ; place++) {
      while (at < length && bytes[at] === space) at += 1
      let start = at
      let end = at
      if (bytes[at] === quote) {
        start = at + 1
        end = closingQuote(bytes, start)
        at = end + 1
        while (at < length && bytes[at] !== delimiter && bytes[at] !== newLine) at += 1
      } else {
        while (at < length && bytes[at] !== delimiter && bytes[at] !== newLine) at += 1
        end = at
      }
      while (end > start && ((bytes[end - 1] as number) === space || bytes[end - 1] === carriage))
        end -= 1
      take(place, start, end)
      if (at >= length || bytes[at] === newLine) return at + 1
      at += 1
    }
  }
}

function closingQuote(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 2)) {
    if (bytes[at + 1] !== quote) return at
  }
  throw new CommandProblem('quote-open', 'The file ends inside a quoted cell: it is cut off.', 2)
}

function skipEmptyLines(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === newLine || bytes[at] === carriage) at += 1
  return at
}

/** Whichever of comma, semicolon, tab and bar the header has most. */
function delimiterOf(bytes: Buffer): number {
  const end = bytes.indexOf(newLine)
  const header = bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
  const counts = [',', ';', '\t', '|'].map(mark => ({ mark, times: header.split(mark).length }))
  counts.sort((a, b) => b.times - a.times)
  return counts[0]?.mark.charCodeAt(0) ?? 44
}
