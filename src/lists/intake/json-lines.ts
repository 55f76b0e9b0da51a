// How do rows that come one by one become a file? Each line is an object, its keys are columns; out
// comes the same text as of a file, so that everything after is one way.
import { recordCharactersMax } from '../domain/limits.ts'

/** What is wrong with which line; nothing of the stream is kept. */
export class LineFault extends Error {
  readonly line: number
  readonly code: 'not-json' | 'not-an-object' | 'not-a-plain-value' | 'unknown-column' | 'too-long'
  constructor(line: number, code: LineFault['code']) {
    super(`${code} in line ${line}`)
    this.line = line
    this.code = code
  }
}

/** Bytes of JSON Lines in, bytes of a CSV file out. The first line says which columns there are. */
export async function* csvOfJsonLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let columns: readonly string[] | undefined
  for await (const { text, line } of linesOf(chunks)) {
    const row = rowOf(text, line)
    if (!columns) {
      columns = Object.keys(row)
      yield encoder.encode(csvLine(columns))
    }
    const unknown = Object.keys(row).some(name => !columns?.includes(name))
    // A column that only later rows have would be lost without a word.
    if (unknown) throw new LineFault(line, 'unknown-column')
    yield encoder.encode(csvLine(columns.map(name => cellOf(row[name], line))))
  }
}

type Line = { readonly text: string; readonly line: number }

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let line = 0
  const cut = function* (text: string, isLast: boolean): Generator<Line> {
    const parts = (rest + text).split('\n')
    rest = isLast ? '' : (parts.pop() ?? '')
    for (const part of parts) {
      line += 1
      if (part.length > recordCharactersMax) throw new LineFault(line, 'too-long')
      if (part.trim() !== '') yield { text: part, line }
    }
    if (rest.length > recordCharactersMax) throw new LineFault(line + 1, 'too-long')
  }
  for await (const chunk of chunks) yield* cut(decodedIn(decoder, chunk, line), false)
  yield* cut(decodedIn(decoder, undefined, line), true)
}

function decodedIn(decoder: TextDecoder, chunk: Uint8Array | undefined, line: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    throw new LineFault(line + 1, 'not-json')
  }
}

function rowOf(text: string, line: number): Readonly<Record<string, unknown>> {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    throw new LineFault(line, 'not-json')
  }
  const isObject = typeof row === 'object' && row !== null && !Array.isArray(row)
  if (!isObject) throw new LineFault(line, 'not-an-object')
  return row as Record<string, unknown>
}

function cellOf(value: unknown, line: number): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new LineFault(line, 'not-a-plain-value')
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}
