// Rows of cells as the engine takes them in: for whoever has them in memory already.
import type { ColumnHead } from './fields.ts'
import type { RawTable } from './roles.ts'

export type TableRow = { readonly id: string; readonly cells: readonly string[] }

/** `second` given: two lists, to be linked with each other. */
export function tableOf(
  heads: readonly ColumnHead[],
  first: readonly TableRow[],
  second?: readonly TableRow[],
): RawTable {
  const rows = [...first, ...(second ?? [])]
  const columns = heads.map((head, c) => {
    const places = new Map<string, number>()
    const codes = Int32Array.from(rows, ({ cells }) => {
      const cell = cells[c] ?? ''
      const known = places.get(cell) ?? places.size
      places.set(cell, known)
      return known
    })
    return { ...head, codes, values: [...places.keys()] }
  })
  const ids = rows.map(({ id }) => id)
  if (!second) return { ids, columns }
  return { ids, columns, lists: new Uint8Array(rows.length).fill(1, first.length) }
}
