// What stands in the first rows of a received file, and which sheets has it? For a person who says
// what its columns are.
import type { Tx } from '../../store/open.ts'
import type { HeaderProblem } from '../domain/header.ts'
import { firstRows, openSource } from '../reading/read-list-file.ts'
import { openFile } from './files.ts'

export type HeadOfFile = {
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly rows: readonly (readonly string[])[]
}

const rowsMax = 60

export async function headOfFile(
  tx: Tx,
  { council, file }: { council: string; file: string },
  wanted?: string,
): Promise<HeadOfFile | HeaderProblem> {
  const source = await openSource(openFile(tx, council, file))
  if ('problem' in source) return source
  const { sheets = [] } = source
  const asked = sheets.filter(name => wanted === undefined || name === wanted)
  const names: readonly (string | undefined)[] = source.sheets ? asked : [undefined]
  for (const sheet of names) {
    const table = await source.table(sheet)
    if ('problem' in table) return table
    const rows = (await firstRows(table)).slice(0, rowsMax).map(({ cells }) => cells)
    await table.rows.return(undefined)
    if (rows.length > 0) return { sheets, sheet: sheet ?? '', rows }
  }
  return { problem: source.sheets ? 'spreadsheet-empty' : 'empty-file' }
}
