// Which cells of a row stand for a role? Only of columns that are kept: others are never looked at.
import type { MappedColumn } from './header.ts'
import type { ColumnRole } from './profile.ts'
import type { Issue, Reason } from './reasons.ts'

export type Cell = { readonly column: MappedColumn['column']; readonly text: string }
export type RowCells = {
  readonly kept: readonly Cell[]
  all(...roles: readonly ColumnRole[]): readonly Cell[]
  one(role: ColumnRole): Cell | undefined
  text(role: ColumnRole): string
  named(column: string): Cell | undefined
}

export function rowCells(cells: readonly string[], columns: readonly MappedColumn[]): RowCells {
  const kept = columns.filter(({ column }) => column.keep)
  const found = kept.map(({ column, at }) => ({ column, text: (cells[at] ?? '').trim() }))
  const one = (role: ColumnRole) =>
    found.find(({ column, text }) => column.role === role && text !== '') ??
    found.find(({ column }) => column.role === role)
  return {
    kept: found,
    all: (...roles) => found.filter(({ column }) => roles.includes(column.role)),
    one,
    text: role => one(role)?.text ?? '',
    named: name => found.find(({ column }) => column.name === name),
  }
}

/** What is wrong with a cell, with the cell as it came. */
export function issueOf(code: Reason, cell: Cell | undefined): Issue {
  return cell ? { code, column: cell.column.name, got: cell.text } : { code }
}
