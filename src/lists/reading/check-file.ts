// Can this file be read? Every row is, in memory; what is kept is where something stands in the
// way.
import {
  type CellProblem,
  type District,
  isOfReading,
  otherDistricts,
} from '../domain/file-check.ts'
import type { FileRemark } from '../domain/file-problems.ts'
import type { HeaderProblem } from '../domain/header.ts'
import { type ReadRow, type RowContext, readRow } from '../domain/read-row.ts'
import { type Reason, reasons } from '../domain/reasons.ts'
import { type ReadOptions, type Received, readListFile } from './read-list-file.ts'

export type CheckedFile = {
  readonly rows: number
  /** Rows that could be loaded as they stand. */
  readonly sound: number
  /** How many rows have each problem, the most frequent first. */
  readonly codes: readonly { readonly code: Reason; readonly rows: number }[]
  /** The first of them, each where it is. */
  readonly problems: readonly CellProblem[]
  readonly remarks: readonly FileRemark[]
}
export type Checking = {
  readonly options: ReadOptions
  readonly context: Omit<RowContext, 'columns' | 'profile' | 'inDoubt'>
}

export const problemsKeptMax = 2_000

export async function checkFile(
  file: Received,
  { options, context }: Checking,
): Promise<CheckedFile | HeaderProblem> {
  const opened = await readListFile(file, options)
  if ('problem' in opened) return opened
  const { columns, profile } = opened.header
  const reading = { ...context, columns, profile, inDoubt: opened.inDoubt }
  const tally = newTally()
  for await (const batch of opened.rows) {
    for (const raw of batch) count(tally, raw.row, readRow(raw, reading))
  }
  const ending = opened.ending()
  if (ending.problem) return ending.problem
  const districts = [...tally.districts.values()].sort((a, b) => b.rows - a.rows)
  const others = context.districtCodes.length > 0 ? otherDistricts(districts) : undefined
  if (others) return { problem: 'another-council', columns: others }
  const codes = [...tally.codes].map(([code, rows]) => ({ code, rows }))
  codes.sort((a, b) => b.rows - a.rows || a.code.localeCompare(b.code))
  const { rows, sound, problems } = tally
  return { rows, sound, codes, problems, remarks: ending.remarks }
}

type Tally = {
  rows: number
  sound: number
  readonly codes: Map<Reason, number>
  readonly districts: Map<string, District>
  readonly problems: CellProblem[]
}

function newTally(): Tally {
  return { rows: 0, sound: 0, codes: new Map(), districts: new Map(), problems: [] }
}

function count(tally: Tally, row: number, { entry, issues }: ReadRow): void {
  const found = issues.filter(({ code }) => isOfReading(code))
  tally.rows += 1
  if (found.every(({ code }) => reasons[code] === 'notes')) tally.sound += 1
  for (const code of new Set(found.map(one => one.code))) {
    tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
  }
  for (const { code, column } of found) {
    if (tally.problems.length < problemsKeptMax) {
      tally.problems.push(column === undefined ? { row, code } : { row, column, code })
    }
  }
  const named = entry.districtCode ?? entry.authority
  if (named === undefined) return
  const isOther = issues.some(
    ({ code }) => code === 'outside-district' || code === 'other-authority',
  )
  const before = tally.districts.get(named) ?? { code: named, rows: 0, ours: 0 }
  const ours = before.ours + (isOther ? 0 : 1)
  tally.districts.set(named, { code: named, rows: before.rows + 1, ours })
}
