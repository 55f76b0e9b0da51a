// Which row is the header, which list is this, and which column means what?
import type { FileProblem, FileRemark } from './file-problems.ts'
import { headerKey } from './header-key.ts'
import { columnsMax } from './limits.ts'
import type { Column, Profile } from './profile.ts'
import { isOfList, namesOf, recognise } from './recognise.ts'
import { suggestColumns } from './suggest-columns.ts'

export { headerKey } from './header-key.ts'

/** The column's place in a row; -1 where the file has no such column. */
export type MappedColumn = { readonly column: Column; readonly at: number; readonly header: string }
export type Header = {
  readonly profile: Profile
  /** Rows above the data, the header among them. */
  readonly rowsAbove: number
  readonly width: number
  readonly columns: readonly MappedColumn[]
  readonly remarks: readonly FileRemark[]
  /** Columns that we could do without, and the new names they may have. */
  readonly suggestions: readonly Renamed[]
}
/** A missing column and the name in this file that may be its new one. */
export type Renamed = {
  readonly column: string
  readonly header: string
  /** Of which list; of the one in hand where it is not said. */
  readonly list?: string
}
export type HeaderProblem = FileProblem & {
  readonly suggestions?: readonly Renamed[]
  /** The list that it would be, with the columns that are missing. */
  readonly list?: string
}

export type HeaderSearch = {
  /** The first rows of the file, some of the data among them. */
  readonly rows: readonly (readonly string[])[]
  readonly profiles: readonly Profile[]
  /** The list that a person said this is; none where it is to be recognised. */
  readonly list?: string
  /** What a person decided about new names; they win over what we recognise ourselves. */
  readonly renamed?: readonly Renamed[]
}

export function findHeader(search: HeaderSearch): Header | HeaderProblem {
  const best = recognise(search)
  if ('problem' in best) return best
  const { cells, profile, rowsAbove } = best
  if (cells.length > columnsMax) return { problem: 'too-many-columns' }
  if (profile.isByPosition) return headerByPlace(profile, cells, rowsAbove)
  const twice = columnsTwice(cells, profile)
  if (twice.length > 0) return { problem: 'column-twice', columns: twice }
  const renamed = (search.renamed ?? []).filter(one => isOfList(one, profile.id))
  const columns = profile.columns.map(column => mapped(column, cells, renamed))
  const unknown = unknownHeaders(cells, columns)
  const absent = columns.filter(({ at, column }) => at === -1 && column.keep)
  const sample = search.rows.slice(rowsAbove)
  const suggestions = suggestColumns({
    absent: absent.map(one => one.column),
    cells,
    unknown,
    sample,
  })
  const missing = absent.filter(({ column }) => column.isRequired)
  if (missing.length > 0) {
    const names = missing.map(({ column }) => column.name)
    return { problem: 'column-missing', columns: names, suggestions, list: profile.id }
  }
  const remarks = headerRemarks({ columns, unknown, rowsAbove, suggestions })
  return { profile, rowsAbove, width: cells.length, columns, remarks, suggestions }
}

/** The first row says nothing that counts: each column is known by its place. */
function headerByPlace(profile: Profile, cells: readonly string[], rowsAbove: number): Header {
  const columns = profile.columns.map((column, at) => ({
    column,
    at,
    header: cells[at]?.trim() || column.name,
  }))
  const remarks: FileRemark[] = [{ remark: 'recognised-by-place' }]
  if (rowsAbove > 1) remarks.push({ remark: 'rows-above-header', count: rowsAbove - 1 })
  return { profile, rowsAbove, width: columns.length, columns, remarks, suggestions: [] }
}

function mapped(
  column: Column,
  cells: readonly string[],
  renamed: readonly Renamed[],
): MappedColumn {
  for (const name of namesOf(column, renamed)) {
    const at = cells.findIndex(cell => headerKey(cell) === headerKey(name))
    if (at !== -1) return { column, at, header: cells[at]?.trim() ?? '' }
  }
  return { column, at: -1, header: '' }
}

/** Two columns of one name that we would read: nobody can say which is right. */
function columnsTwice(cells: readonly string[], profile: Profile): string[] {
  const known = new Set(
    profile.columns.filter(({ keep }) => keep).map(({ name }) => headerKey(name)),
  )
  const keys = cells.map(headerKey)
  const isSecond = (cell: string, at: number) =>
    known.has(headerKey(cell)) && keys.indexOf(headerKey(cell)) < at
  return [...new Set(cells.filter(isSecond).map(cell => cell.trim()))]
}

function unknownHeaders(cells: readonly string[], columns: readonly MappedColumn[]): string[] {
  const used = new Set(columns.map(({ at }) => at))
  return cells.filter((cell, at) => !used.has(at) && cell.trim() !== '').map(cell => cell.trim())
}

type Found = {
  columns: readonly MappedColumn[]
  unknown: readonly string[]
  rowsAbove: number
  suggestions: readonly Renamed[]
}

function headerRemarks({ columns, unknown, rowsAbove, suggestions }: Found): FileRemark[] {
  const isNew = ({ at, header, column }: MappedColumn) =>
    at !== -1 && headerKey(header) !== headerKey(column.name)
  const renamed = columns.filter(isNew)
  const absent = columns.filter(({ at, column }) => at === -1 && column.keep)
  const remarks: FileRemark[] = []
  if (rowsAbove > 1) remarks.push({ remark: 'rows-above-header', count: rowsAbove - 1 })
  for (const { header, column } of renamed) {
    remarks.push({ remark: 'column-renamed', columns: [column.name, header] })
  }
  for (const { header, column } of suggestions) {
    remarks.push({ remark: 'column-maybe-renamed', columns: [column, header] })
  }
  if (unknown.length > 0) remarks.push({ remark: 'column-unknown', columns: unknown })
  const names = absent.map(({ column }) => column.name)
  if (names.length > 0) remarks.push({ remark: 'column-absent', columns: names })
  return remarks
}
