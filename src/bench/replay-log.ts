// What was written to the raw log after a position, in its order?
import { sql } from 'kysely'
import type { Tx } from '../store/open.ts'
import type { LogEntry } from './replay-fold.ts'

export async function logAfter(tx: Tx, council: string, seq: number): Promise<readonly LogEntry[]> {
  const found = await sql<LogEntry>`select seq::int, kind, body, place,
      extract(epoch from recorded_at)::float8 * 1000 as "recordedAt"
    from events where council = ${council} and seq > ${seq} order by events.seq`.execute(tx)
  return found.rows
}
