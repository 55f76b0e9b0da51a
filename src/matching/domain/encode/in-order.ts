// In which order are records looked at, so that the order of the file leaves no trace in the
// result? By a number made from their id; where two lists use one id, by what the rows hold.
import { sortByKey } from '../block/radix.ts'
import type { RawColumn, RawTable } from './roles.ts'

export type Identified = Pick<RawTable, 'ids'> & { readonly columns: readonly RawColumn[] }

/** For each place in that order the record that stands there. */
export function orderOf(table: Identified): Int32Array {
  const count = table.ids.length
  const keys = new Int32Array(count)
  for (let i = 0; i < count; i++) keys[i] = hashOf(table.ids[i] as string)
  const order = sortByKey({ keys, width: 1, offset: 0, stride: 1, count }).records.slice()
  untie(order, keys, table)
  return order
}

export function tableInOrder({ ids, columns, lists }: RawTable, order: Int32Array): RawTable {
  const placed = columns.map(column => ({ ...column, codes: inOrderOf(order, column.codes) }))
  return {
    ids: Array.from(order, i => ids[i] as string),
    columns: placed,
    ...listsInOrder(lists, order),
  }
}

export function listsInOrder(lists: Uint8Array | undefined, order: Int32Array) {
  return lists ? { lists: Uint8Array.from(order, i => lists[i] as number) } : {}
}

export function inOrderOf(order: Int32Array, codes: Int32Array): Int32Array {
  const placed = new Int32Array(order.length)
  for (let i = 0; i < order.length; i++) placed[i] = codes[order[i] as number] as number
  return placed
}

/** Fowler, Noll and Vo's 1a; never 0. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) || 1
}

function untie(order: Int32Array, keys: Int32Array, table: Identified): void {
  for (let i = 0; i < order.length; ) {
    let end = i + 1
    while (end < order.length && keys[order[end] as number] === keys[order[i] as number]) end += 1
    if (end - i > 1) order.subarray(i, end).sort((a, b) => byContent(table, a, b))
    i = end
  }
}

function byContent({ ids, columns }: Identified, a: number, b: number): number {
  const [idA, idB] = [ids[a] as string, ids[b] as string]
  if (idA !== idB) return idA < idB ? -1 : 1
  for (const column of columns) {
    const [one, other] = [cell(column, a), cell(column, b)]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

function cell({ values, codes }: RawColumn, record: number): string {
  return values[codes[record] as number] as string
}
