// What is a table that leaves the house? Titled columns, typed cells, and who and when above them.
import type { Id } from '../../kernel/ids.ts'

/** `text` is the kind of telephone numbers, UPRNs and references: nothing to be reckoned with. */
export type ColumnKind = 'text' | 'number' | 'moment' | 'day'
export type Column = { readonly name: string; readonly kind: ColumnKind }

/** A moment is a Date; a day is 2026-04-06. */
export type Cell = string | number | Date | null | undefined

export type TableRow = {
  readonly cells: readonly Cell[]
  /** Whom the row names: the taking is recorded for each of them. */
  readonly people: readonly Id[]
}

/** The lines above the columns, in words, without which nobody knows what a file is. */
export type TableHead = { readonly lines: readonly (readonly string[])[] }

export type Sheet = {
  readonly head: TableHead
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
}

export const formats = ['csv', 'xlsx'] as const
export type FileFormat = (typeof formats)[number]

/** Above so many people a second person must agree. */
export const alonePeopleMax = 500
/** A list longer than this is narrowed first, or taken with the whole council. */
export const rowsMax: Readonly<Record<FileFormat, number>> = { csv: 250_000, xlsx: 50_000 }

/** What a spreadsheet holds in one cell. */
export const cellCharactersMax = 32_767
