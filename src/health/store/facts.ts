// What does the database say of itself, and where do the logs end?
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'

export async function logHead(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ seq: number }>`
    select seq from council_logs where council = ${council}`.execute(tx)
  return found.rows[0]?.seq ?? 0
}

export type DatabaseFacts = {
  /** As it says itself, such as 18.4. */
  readonly version: string
  readonly bytes: number
  readonly connections: number
  readonly connectionsMax: number
  readonly startedAt: Date
  /** What its clock shows. */
  readonly now: Date
}

export async function databaseFacts(tx: Tx): Promise<DatabaseFacts> {
  const found = await sql<DatabaseFacts>`
    select current_setting('server_version') as version,
      pg_database_size(current_database()) as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database())
        as connections,
      current_setting('max_connections')::int as "connectionsMax",
      pg_postmaster_start_time() as "startedAt", clock_timestamp() as now`.execute(tx)
  return found.rows[0] as DatabaseFacts
}

export type LogFacts = {
  readonly seq: number
  /** The first 16 letters of the hash at the end: enough to compare by eye. */
  readonly hash: string
  readonly recordedAt: Date
}

export async function logFacts(tx: Tx, council: string): Promise<LogFacts | undefined> {
  const found = await sql<LogFacts>`
    select seq, left(encode(hash, 'hex'), 16) as hash, recorded_at as "recordedAt"
    from council_logs where council = ${council}`.execute(tx)
  return found.rows[0]
}
