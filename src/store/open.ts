// How is the database reached? Only through a transaction bound to one council and one actor.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { assert } from '../kernel/assert.ts'
import { keepReady, statementNames } from './keep-ready.ts'
import { refreshStatistics } from './refresh-statistics.ts'
import type { DB } from './schema.ts'

export type Tx = Transaction<DB>

/** For whom a transaction works. Row security and the audit both read it. */
export type Who = { readonly council: string; readonly actor: string }

export type TransactionOptions = {
  readonly readOnly?: boolean
  readonly isolation?: 'read committed' | 'repeatable read'
  /** Longest that one statement may run, in milliseconds. */
  readonly statementMsMax?: number
}

export type Store = {
  transaction<T>(who: Who, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Councils are not personal data: their list is open to the app role. */
  ping(): Promise<void>
  /** Ask after a bulk load: seconds at most, and nobody waits for it. */
  takeStock(): Promise<void>
  close(): Promise<void>
}

const connectionsMax = 20
const int8 = 20

/** Opens the pool of app-role connections. Nothing outside this function sees a connection. */
export function openStore({ appUrl, adminUrl }: { appUrl: string; adminUrl: string }): Store {
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ connectionString: appUrl, max: connectionsMax })
  const nameOf = statementNames()
  pool.on('connect', client => {
    keepReady(client, nameOf)
    // Cut in the middle of a transaction: its query rejects, and that is what the caller hears.
    client.on('error', () => {})
  })
  pool.on('error', () => {
    // An idle connection that broke is replaced by the pool; the next query says so if it cannot.
  })
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    transaction: (who, work, options = {}) => bound(db, { who, options }, work),
    async ping() {
      await sql`select 1`.execute(db)
    },
    takeStock: () => refreshStatistics(adminUrl),
    close: () => db.destroy(),
  }
}

type Bound = { readonly who: Who; readonly options: TransactionOptions }

async function bound<T>(
  db: Kysely<DB>,
  { who, options }: Bound,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async connection => {
    await sql.raw(beginning(who, options)).execute(connection)
    try {
      const result = await work(connection as Tx)
      await commit(connection)
      return result
    } catch (error) {
      await rollBack(connection)
      throw error
    }
  })
}

/** The beginning and for whom, in one message: a page asks little more than that. */
function beginning({ council, actor }: Who, options: TransactionOptions): string {
  const { readOnly = false, isolation = 'read committed', statementMsMax = 0 } = options
  const quoted = (text: string) => pg.escapeLiteral(text)
  return `start transaction isolation level ${isolation} read ${readOnly ? 'only' : 'write'};
    select set_config('app.council', ${quoted(council)}, true),
      set_config('app.actor', ${quoted(actor)}, true),
      set_config('statement_timeout', ${quoted(String(statementMsMax))}, true)`
}

/** PostgreSQL answers a commit with a rollback when a statement failed and nobody minded. */
async function commit(connection: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ command: string }>`commit`.execute(connection)
  assert(rows[0]?.command !== 'ROLLBACK', 'a transaction in which a statement failed is not kept')
}

/** A connection that is gone has rolled back by itself; the pool replaces it. */
async function rollBack(connection: Kysely<DB>): Promise<void> {
  await sql`rollback`.execute(connection).catch(() => {})
}
