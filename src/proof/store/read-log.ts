// What does the log say up to a position? Its entries in order, and where it stood at a moment.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { LogEntry } from '../domain/log-entry.ts'

export type Position = { readonly position: number; readonly hash: string }

const startHash = '0'.repeat(64)

/** The last entry that was recorded by then. */
export async function positionAt(tx: Tx, council: string, at: Date): Promise<Position> {
  const found = await sql<Position>`select seq as position, encode(hash, 'hex') as hash
    from events where council = ${council} and recorded_at <= ${at}
    order by seq desc limit 1`.execute(tx)
  return found.rows[0] ?? { position: 0, hash: startHash }
}

/** Of an entry of the log, as it stands there now; undefined where there is none. */
export async function hashAt(tx: Tx, council: string, position: number) {
  const found = await sql<{ hash: string }>`select encode(hash, 'hex') as hash
    from events where council = ${council} and seq = ${position}`.execute(tx)
  return found.rows[0]?.hash
}

export type Reading = {
  readonly kinds: readonly string[]
  readonly until: number
  readonly after?: number
}

const pageEntries = 5_000

type Row = Omit<LogEntry, 'happenedAt' | 'recordedAt'> & { happenedAt: Date; recordedAt: Date }

/** People without a flag say nothing here, and they are most of a log. */
export async function* logEntries(
  tx: Tx,
  council: string,
  { kinds, until, after = 0 }: Reading,
): AsyncGenerator<LogEntry> {
  let last = after
  for (;;) {
    const page = await sql<Row>`select seq, kind, actor, place, happened_at as "happenedAt",
        recorded_at as "recordedAt", body
      from events where council = ${council} and seq > ${last} and seq <= ${until}
        and kind = any (${[...kinds]}::text[])
        and (kind <> 'people.PersonAdded' or body -> 'flags' <> '[]')
      order by seq limit ${pageEntries}`.execute(tx)
    for (const row of page.rows) {
      const { happenedAt, recordedAt, ...entry } = row
      yield { ...entry, happenedAt: happenedAt.getTime(), recordedAt: recordedAt.getTime() }
    }
    if (page.rows.length < pageEntries) return
    last = page.rows.at(-1)?.seq ?? last
  }
}
