// What stands in a staff file? Its rows, or why it cannot be read.
import { parse } from 'csv-parse/sync'
import { languages } from '../../pages/strings/index.ts'
import { webStrings } from '../../web/strings.ts'
import { roleNames } from '../actor.ts'
import { columnsOf, type StaffRow, staffRow, staffRowsMax } from '../domain/staff-file.ts'

export type StaffProblem = 'staffUnreadable' | 'staffNoEmail' | 'staffEmpty' | 'staffTooLong'

export const staffBytesMax = 1024 * 1024

export function readStaffFile(content: string): readonly StaffRow[] | StaffProblem {
  const records = recordsIn(content)
  if (!records) return 'staffUnreadable'
  const [heads = [], ...body] = records
  const columns = columnsOf(heads)
  if (columns.email === undefined) return 'staffNoEmail'
  if (body.length === 0) return 'staffEmpty'
  if (body.length > staffRowsMax) return 'staffTooLong'
  const roles = new Map(
    languages.flatMap(lang =>
      roleNames.map(role => [webStrings(lang).roles[role].toLowerCase(), role] as const),
    ),
  )
  return body.map((cells, i) => staffRow(cells, { columns, roles, row: i + 2 }))
}

function recordsIn(content: string): string[][] | undefined {
  try {
    return parse(content, { bom: true, skip_empty_lines: true, relax_column_count: true })
  } catch {
    return undefined
  }
}
