// What is in this file of places? Reads it once for its letters and its checksum, and then its
// content, recognised by what it says itself. Tables are streamed; shapes are read whole.
import { createHash } from 'node:crypto'
import { decoded, type Encoding, encodingSniffer, readTable } from '../../lists/index.ts'
import type { Row } from '../domain/read-rows.ts'
import { recogniseTable, type Table } from '../domain/recognise.ts'
import {
  type FileProblem,
  fileBytesMax,
  isFileProblem,
  type Remark,
  rowsMax,
  shapeBytesMax,
} from '../domain/terms.ts'
import { type AreaFile, readAreas } from './read-areas.ts'

/** A file that can be read again from its start. */
export type Received = { open(): AsyncIterable<Uint8Array> }

export type ReadOptions = {
  /** Somebody said that these are eastings and northings. */
  readonly isInMetres: boolean
}

export type TableFile = Table & {
  readonly remarks: readonly Remark[]
  /** In batches; a problem at the end when there were too many. */
  readonly rows: AsyncGenerator<readonly Row[], FileProblem | undefined>
}

export type PlacesFile = { readonly checksum: string } & (
  | { readonly areas: AreaFile }
  | { readonly table: TableFile }
)

export async function readPlacesFile(
  file: Received,
  options: ReadOptions,
): Promise<PlacesFile | FileProblem> {
  const looked = await look(file)
  if (isFileProblem(looked)) return looked
  const { checksum, encoding, bytes } = looked
  const remarks = remarksOn(encoding)
  const text = decoded(file.open(), encoding)
  if (!looked.isJson) {
    const table = await openTable(text, remarks)
    return isFileProblem(table) ? table : { checksum, table }
  }
  if (bytes > shapeBytesMax) return { problem: 'too-large' }
  const parts: string[] = []
  for await (const part of text) parts.push(part)
  const areas = readAreas(parts.join('').replace(/^\ufeff/, ''), options)
  if (isFileProblem(areas)) return areas
  return { checksum, areas: { ...areas, remarks: [...remarks, ...areas.remarks] } }
}

type Looked = { checksum: string; encoding: Encoding; bytes: number; isJson: boolean }

async function look(file: Received): Promise<Looked | FileProblem> {
  const sniffer = encodingSniffer()
  const hash = createHash('sha256')
  let bytes = 0
  let start = ''
  for await (const chunk of file.open()) {
    bytes += chunk.length
    if (bytes > fileBytesMax) return { problem: 'too-large' }
    if (start.length < 200) start += new TextDecoder('latin1').decode(chunk.subarray(0, 200))
    hash.update(chunk)
    sniffer.push(chunk)
  }
  const { encoding, nulBytes, isSpreadsheet } = sniffer.end()
  const plain = start.replace(/[^\x20-\x7e]/g, '').trim()
  if (plain === '' && bytes < 200) return { problem: 'empty-file' }
  if (isSpreadsheet) return { problem: 'is-a-spreadsheet' }
  if (nulBytes > 0) return { problem: 'not-text' }
  const isJson = plain.startsWith('{') || plain.startsWith('[')
  return { checksum: hash.digest('hex'), encoding, bytes, isJson }
}

function remarksOn(encoding: Encoding): Remark[] {
  if (encoding === 'windows-1252') return [{ remark: 'read-as-windows-1252' }]
  return encoding === 'utf-8' ? [] : [{ remark: 'read-as-utf-16' }]
}

async function openTable(
  text: AsyncIterable<string>,
  remarks: readonly Remark[],
): Promise<TableFile | FileProblem> {
  const { rows } = await readTable(text, rowsMax)
  const first = await rows.next()
  const [head, ...rest] = first.done ? [] : first.value
  if (!head) return { problem: 'empty-file' }
  const table = recogniseTable(head.cells)
  if (isFileProblem(table)) return table
  const ahead = table.hasHeader ? rest : [head, ...rest]
  if (ahead.length === 0) return { problem: 'empty-file' }
  return { ...table, remarks, rows: rowsOf(ahead, rows, table.hasHeader) }
}

type Lines = readonly { readonly cells: readonly string[] }[]

/** Numbered as a spreadsheet shows them: the line of names is row 1. */
async function* rowsOf(
  ahead: Lines,
  more: AsyncGenerator<Lines>,
  hasHeader: boolean,
): AsyncGenerator<readonly Row[], FileProblem | undefined> {
  let row = hasHeader ? 1 : 0
  const numbered = (lines: Lines) =>
    lines.map(({ cells }) => {
      row += 1
      return { row, cells }
    })
  yield numbered(ahead)
  for await (const lines of more) yield numbered(lines)
  return row > rowsMax ? { problem: 'too-many-rows' } : undefined
}
