// One part of a file, from the start of a row to the end of another: its rows, and what they say.
import { type Part, partOf } from '../../matching/index.ts'
import { type Heads, tableOf } from './columns.ts'
import { type Form, readRows } from './read-csv.ts'

export type PartToRead = {
  readonly bytes: Uint8Array<SharedArrayBuffer>
  readonly form: Form
  readonly heads: Heads
}

/** Nothing where something is wrong, or only to be seen in the whole: who reads it all will say. */
export function readPart({ bytes, form, heads }: PartToRead): Part | undefined {
  try {
    const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { table, isEachOnce } = tableOf(readRows(own, form), heads)
    return isEachOnce ? partOf(table) : undefined
  } catch {
    return undefined
  }
}
