// How do the rows of one table of one council leave the database, and how do they get in?
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { columnList, quoted, type Table } from './tables.ts'

export type Rows = { readonly rows: number; readonly bytes: number; readonly digest: string }

const chunkBytes = 4 * 1024 * 1024

/**
 * Gives the rows in pieces to `keep`, one after the other. Row security would hide them from a
 * login that is no superuser, so the transaction says which council it reads, as every other does.
 */
export async function copyOut(
  client: pg.Client,
  { council, table }: { council: string; table: Table },
  keep: (piece: Buffer) => Promise<void>,
): Promise<Rows> {
  await client.query("select set_config('app.council', $1, true)", [council])
  const question = `select ${columnList(table.columns)} from doorstep.${quoted(table.name)}
    where council = ${client.escapeLiteral(council)} order by ${table.order}`
  const stream = client.query(to(`copy (${question}) to stdout`))
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of inPieces(stream)) {
    hash.update(piece)
    bytes += piece.length
    await keep(piece)
  }
  return { rows: stream.rowCount, bytes, digest: hash.digest('hex') }
}

async function* inPieces(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    size += chunk.length
    if (size < chunkBytes) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}

export async function copyIn(
  client: pg.Client,
  { name, columns }: Pick<Table, 'name' | 'columns'>,
  pieces: AsyncIterable<Buffer>,
): Promise<void> {
  const target = `doorstep.${quoted(name)} (${columnList(columns)})`
  await pipeline(pieces, client.query(from(`copy ${target} from stdin`)))
}
