// Which row is the header, which list is this, and which column means what?
import type { FileProblem, FileRemark } from './file-problems.ts'
import { columnsMax, headerRowsMax } from './limits.ts'
import type { Column, Profile } from './profile.ts'

/** The column's place in a row; -1 where the file has no such column. */
export type MappedColumn = { readonly column: Column; readonly at: number; readonly header: string }
export type Header = {
  readonly profile: Profile
  /** Rows above the data, the header among them. */
  readonly rowsAbove: number
  readonly width: number
  readonly columns: readonly MappedColumn[]
  readonly remarks: readonly FileRemark[]
}
/** A missing column and the name in this file that may be its new one. */
export type Renamed = { readonly column: string; readonly header: string }
export type HeaderProblem = FileProblem & { readonly suggestions?: readonly Renamed[] }

export type HeaderSearch = {
  readonly rows: readonly (readonly string[])[]
  readonly profiles: readonly Profile[]
  /** What a person decided about new names; they win over what we recognise ourselves. */
  readonly renamed?: readonly Renamed[]
}

export function findHeader(search: HeaderSearch): Header | HeaderProblem {
  const best = bestRow(search)
  if (best === undefined) return { problem: 'header-not-found' }
  const { cells, profile, rowsAbove } = best
  if (cells.length > columnsMax) return { problem: 'too-many-columns' }
  const twice = columnsTwice(cells, profile)
  if (twice.length > 0) return { problem: 'column-twice', columns: twice }
  const columns = profile.columns.map(column => mapped(column, cells, search.renamed ?? []))
  const missing = columns.filter(({ at, column }) => at === -1 && column.isRequired)
  const unknown = unknownHeaders(cells, columns)
  if (missing.length > 0) {
    const names = missing.map(({ column }) => column.name)
    return { problem: 'column-missing', columns: names, suggestions: suggest(names, unknown) }
  }
  const remarks = headerRemarks(columns, unknown, rowsAbove)
  return { profile, rowsAbove, width: cells.length, columns, remarks }
}

/** Order, case and punctuation of a header mean nothing. */
export function headerKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

type Candidate = { cells: readonly string[]; profile: Profile; rowsAbove: number; found: number }

function bestRow({ rows, profiles, renamed }: HeaderSearch): Candidate | undefined {
  let best: Candidate | undefined
  for (const [at, cells] of rows.slice(0, headerRowsMax).entries()) {
    const keys = new Set(cells.map(headerKey))
    for (const profile of profiles) {
      const isHere = (column: Column) =>
        namesOf(column, renamed ?? []).some(name => keys.has(headerKey(name)))
      const found = profile.columns.filter(isHere).length / profile.columns.length
      if (found >= 0.5 && found > (best?.found ?? 0)) {
        best = { cells, profile, rowsAbove: at + 1, found }
      }
    }
  }
  return best
}

function namesOf(column: Column, renamed: readonly Renamed[]): string[] {
  const chosen = renamed.filter(name => name.column === column.name).map(({ header }) => header)
  return [...chosen, column.name, ...(column.alsoCalled ?? [])]
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
  const known = new Set(profile.columns.map(({ name }) => headerKey(name)))
  const keys = cells.map(headerKey)
  const isSecond = (cell: string, at: number) =>
    known.has(headerKey(cell)) && keys.indexOf(headerKey(cell)) < at
  return [...new Set(cells.filter(isSecond).map(cell => cell.trim()))]
}

function unknownHeaders(cells: readonly string[], columns: readonly MappedColumn[]): string[] {
  const used = new Set(columns.map(({ at }) => at))
  return cells.filter((cell, at) => !used.has(at) && cell.trim() !== '').map(cell => cell.trim())
}

function headerRemarks(
  columns: readonly MappedColumn[],
  unknown: readonly string[],
  rowsAbove: number,
): FileRemark[] {
  const isNew = ({ at, header, column }: MappedColumn) =>
    at !== -1 && headerKey(header) !== headerKey(column.name)
  const renamed = columns.filter(isNew)
  const absent = columns.filter(({ at }) => at === -1).map(({ column }) => column.name)
  const remarks: FileRemark[] = []
  if (rowsAbove > 1) remarks.push({ remark: 'rows-above-header', count: rowsAbove - 1 })
  for (const { header, column } of renamed) {
    remarks.push({ remark: 'column-renamed', columns: [column.name, header] })
  }
  if (unknown.length > 0) remarks.push({ remark: 'column-unknown', columns: unknown })
  if (absent.length > 0) remarks.push({ remark: 'column-absent', columns: absent })
  return remarks
}

/** Only names that share more than half of their letter pairs, each used once. */
function suggest(missing: readonly string[], unknown: readonly string[]): Renamed[] {
  const left = new Set(unknown)
  return missing.flatMap(column => {
    const alike = (header: string) => likeness(headerKey(column), headerKey(header))
    const [header] = [...left].sort((one, other) => alike(other) - alike(one))
    if (header === undefined || alike(header) < 0.5) return []
    left.delete(header)
    return [{ column, header }]
  })
}

function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
  const first = pairs(one)
  const second = pairs(other)
  const shared = first.filter(pair => second.includes(pair)).length
  return (2 * shared) / Math.max(1, first.length + second.length)
}
