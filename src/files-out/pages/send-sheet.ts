// How is a made list sent? With what it is, as known when, and who took it above its columns.
import { listCouncils } from '../../events/index.ts'
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { pageLang } from '../../web/language.ts'
import type { Ctx } from '../../web/request.ts'
import type { FileFormat, Sheet, TableHead } from '../domain/table.ts'
import type { Made } from '../store/make-file.ts'
import { csvFile } from '../writing/csv-file.ts'
import { workbook } from '../writing/workbook.ts'
import { filesStrings } from './strings.ts'

const types: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Sent = {
  readonly table: Made['table']
  readonly rows: Sheet['rows']
  readonly format: FileFormat
}

export async function sendSheet(c: Ctx, sent: Sent): Promise<Response> {
  const file = await writtenSheet(c, sent)
  return fileResponse(c, { file, name: `${sent.table.name}.${sent.format}`, format: sent.format })
}

export async function writtenSheet(c: Ctx, { table, rows, format: kind }: Sent): Promise<Buffer> {
  const { actor, node } = c.var
  const council = (await listCouncils(node)).find(one => one.id === actor.council)?.name ?? ''
  const head = headOf(pageLang(c), { table, by: actor.name, council, rows: rows.length })
  const sheet: Sheet = { head, columns: table.columns, rows }
  return kind === 'csv' ? csvFile(sheet) : workbook(sheet)
}

type Named = { readonly file: Buffer; readonly name: string; readonly format: FileFormat }

export function fileResponse(c: Ctx, { file, name, format: kind }: Named): Response {
  return c.body(new Uint8Array(file), 200, {
    'content-type': types[kind],
    'content-disposition': `attachment; filename="${name}"`,
  })
}

type About = {
  readonly table: Made['table']
  readonly by: string
  readonly council: string
  readonly rows: number
}

function headOf(lang: Lang, { table, by, council, rows }: About): TableHead {
  const t = filesStrings(lang)
  const show = format(lang)
  return {
    lines: [
      [table.title],
      [t.which, table.filter],
      [t.asAt, show.timeAndDate(table.asAt)],
      [t.madeBy, by],
      [t.council, council],
      [t.rowsHere, show.number(rows)],
      ...(table.people > 0 ? [[t.handling, t.handlingWords]] : []),
    ],
  }
}
