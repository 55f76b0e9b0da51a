// Some columns of the lists, read by a thread of its own: what is in them, and what that says.
import { type Field, fieldsOf, type RawColumn } from '../../matching/index.ts'
import { below, columnsOf, type Heads } from './columns.ts'
import { type Form, readRows } from './read-csv.ts'

export type Sheet = {
  /** Its rows, without the header. */
  readonly bytes: Uint8Array<SharedArrayBuffer>
  readonly form: Form
}
/** `wanted` of each sheet are the columns that `heads` names. */
export type ColumnsToRead = { readonly sheets: readonly Sheet[]; readonly heads: Heads }

/** Nothing where something is wrong: who reads it all alone will say what. */
export function readColumns({ sheets, heads }: ColumnsToRead): Field[] | undefined {
  try {
    const parts = sheets.map(({ bytes, form }) => columnsOf(readRows(bufferOn(bytes), form), heads))
    return fieldsIn(parts)
  } catch {
    return undefined
  }
}

export function fieldsIn(parts: readonly (readonly RawColumn[])[]): Field[] {
  const [first = [], ...rest] = parts
  const columns = rest.reduce(below, first)
  return fieldsOf({ columns, count: columns[0]?.codes.length ?? 0 })
}

export function bufferOn({ buffer, byteOffset, byteLength }: Sheet['bytes']): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
