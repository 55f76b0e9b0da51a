// Long files are read by several threads: each looks through all rows and takes out the columns
// that are its own, so that nothing has to be put together afterwards.
import { type Encoded, type Field, inFieldOrder, shareColumns } from '../../matching/index.ts'
import { columnsOf, headsOf, idsOf, placesOf } from './columns.ts'
import { bufferOn, type ColumnsToRead, fieldsIn, type Sheet } from './read-columns.ts'
import { type Csv, readHead, readRows } from './read-csv.ts'
import type { Mapping } from './read-mapping.ts'
import { askThread, threadsAtHand } from './threads.ts'

export type ToRead = {
  readonly files: readonly { readonly file: string; readonly bytes: Buffer }[]
  readonly mapping: Mapping
  /** As many as are worth it, unless it is said how many. */
  readonly threads?: number
}
export type ReadTogether = { readonly table: Encoded; readonly rows: number[] }

/** A thread needs a tenth of a second to start: shorter files are read sooner alone. */
const bytesLeast = 2_000_000

/**
 * Nothing for short files, and nothing where a list is not as it should be: a row that is cut, an
 * id that comes twice. Then one reads it all and says so.
 */
export async function readTogether(toRead: ToRead): Promise<ReadTogether | undefined> {
  const { files, mapping } = toRead
  const length = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const threads = toRead.threads ?? (length < bytesLeast ? 1 : threadsAtHand())
  if (threads < 2) return undefined
  const heads = headsOf(mapping)
  const sheets = files.map(one => sheetOf(one, mapping))
  const [own = [], ...others] = shareColumns(heads, threads)
  const answers = others.map(places =>
    askThread<Field[] | undefined>('read-thread', portionOf({ sheets, heads }, places)),
  )
  const first = readOwn({ sheets, heads }, own)
  const parts = [first?.fields, ...(await Promise.all(answers))]
  const read = parts.filter(fields => fields !== undefined)
  if (!first || read.length < parts.length) return undefined
  const { ids, lists, rows } = first
  return { table: { ids, lists, fields: inFieldOrder(heads, read.flat()) }, rows }
}

/** In memory that all threads see; wanted are the id and all mapped columns. */
function sheetOf({ file, bytes }: ToRead['files'][number], mapping: Mapping): Sheet {
  const { form, start } = readHead(bytes, file, header => placesOf(header, mapping, file))
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length - start))
  shared.set(bytes.subarray(start))
  return { bytes: shared, form }
}

function portionOf({ sheets, heads }: ColumnsToRead, places: readonly number[]): ColumnsToRead {
  return {
    heads: places.map(place => heads[place] as (typeof heads)[number]),
    sheets: sheets.map(({ bytes, form }) => ({
      bytes,
      form: { ...form, wanted: places.map(place => form.wanted[place + 1] as number) },
    })),
  }
}

/** The ids, and some columns besides. */
function readOwn(all: ColumnsToRead, places: readonly number[]) {
  const { sheets, heads } = portionOf(all, places)
  try {
    const read = sheets.map(({ bytes, form }, at) => {
      const id = all.sheets[at]?.form.wanted[0] as number
      return readRows(bufferOn(bytes), { ...form, wanted: [id, ...form.wanted] })
    })
    const named = read.map(idsOf)
    if (read.some(({ rows }) => rows === 0) || named.some(one => !one.isEachOnce)) return undefined
    const fields = fieldsIn(read.map(csv => columnsOf(withoutId(csv), heads)))
    const rows = read.map(csv => csv.rows)
    return { fields, rows, ids: named.flatMap(({ ids }) => ids), lists: listsOf(rows) }
  } catch {
    return undefined
  }
}

function withoutId({ columns }: Csv): Pick<Csv, 'columns'> {
  return { columns: columns.slice(1) }
}

/** Which of two lists each row is from. */
export function listsOf([first = 0, second]: readonly number[]): Uint8Array | undefined {
  return second === undefined ? undefined : new Uint8Array(first + second).fill(1, first)
}
