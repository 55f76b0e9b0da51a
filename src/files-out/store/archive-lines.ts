// What stands in each file of an archive? Line after line from the database, never the whole.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import { csvLine } from '../domain/csv-cell.ts'
import { type ArchiveTable, isNumber, momentText, tableQuery } from './archive-tables.ts'

const linesPerFetch = 1_000

/** Through a cursor, so that a register of any length passes in a small memory. */
async function* fetched(tx: Tx, query: RawBuilder<{ line: string }>): AsyncGenerator<string> {
  await sql`declare archive_lines no scroll cursor for ${query}`.execute(tx)
  for (;;) {
    const found = await sql<{ line: string }>`
      fetch ${sql.lit(linesPerFetch)} from archive_lines`.execute(tx)
    for (const { line } of found.rows) yield line
    if (found.rows.length < linesPerFetch) break
  }
  await sql`close archive_lines`.execute(tx)
}

async function* jsonLines(tx: Tx, query: RawBuilder<{ line: string }>): AsyncGenerator<string> {
  for await (const line of fetched(tx, query)) yield `${line}\n`
}

/** The record as it is, with the words of each entry as far as they are not erased. */
export function logLines(tx: Tx, council: string): AsyncGenerator<string> {
  return jsonLines(
    tx,
    sql`select json_build_object('seq', e.seq, 'command', e.command, 'nth', e.nth, 'kind', e.kind,
        'version', e.version, 'actor', e.actor, 'onBehalfOf', e.on_behalf_of,
        'subjects', e.subjects, 'place', e.place,
        'happenedAt', ${momentText(sql`e.happened_at`)},
        'recordedAt', ${momentText(sql`e.recorded_at`)},
        'deviceOffsetMs', e.device_offset_ms, 'body', e.body,
        'commitment', encode(e.commitment, 'hex'), 'prevHash', encode(e.prev_hash, 'hex'),
        'hash', encode(e.hash, 'hex'), 'salt', encode(r.salt, 'hex'), 'words', r.words
      )::text as line
      from doorstep.events e
      left join doorstep.register r on r.council = e.council and r.seq = e.seq
      where e.council = ${council} order by e.seq`,
  )
}

/** Which commands were done, so that none is done twice in the new place either. */
export function commandLines(tx: Tx, council: string): AsyncGenerator<string> {
  return jsonLines(
    tx,
    sql`select json_build_object('id', id, 'name', name, 'actor', actor,
        'contentHash', encode(content_hash, 'hex'), 'answer', answer,
        'recordedAt', ${momentText(sql`recorded_at`)})::text as line
      from doorstep.commands where council = ${council} order by id`,
  )
}

export function readLines(tx: Tx, council: string): AsyncGenerator<string> {
  return jsonLines(
    tx,
    sql`select json_build_object('id', id, 'at', ${momentText(sql`at`)}, 'actor', actor,
        'what', what, 'purpose', purpose, 'route', route, 'subjects', subjects)::text as line
      from doorstep.reads where council = ${council} order by id`,
  )
}

/** A register as CSV: guarded like every table that leaves the house. */
export async function* tableLines(
  tx: Tx,
  table: ArchiveTable,
  council: string,
): AsyncGenerator<string> {
  yield csvLine(table.columns.map(({ name }) => name))
  const isNumeric = table.columns.map(isNumber)
  for await (const line of fetched(tx, tableQuery(table, council))) {
    const cells = JSON.parse(line) as (string | number | null)[]
    yield csvLine(cells.map((cell, at) => (isNumeric[at] ? cell : textOf(cell))))
  }
}

function textOf(cell: string | number | null): string {
  return cell === null ? '' : String(cell)
}
