// How is the database reached? Only through a transaction bound to one council and one actor.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
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
  pool.on('connect', client => keepReady(client, nameOf))
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

async function bound<T>(
  db: Kysely<DB>,
  { who, options }: { who: Who; options: TransactionOptions },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const begin = db
    .transaction()
    .setAccessMode(options.readOnly ? 'read only' : 'read write')
    .setIsolationLevel(options.isolation ?? 'read committed')
  const limit = String(options.statementMsMax ?? 0)
  return begin.execute(async tx => {
    await sql`select set_config('app.council', ${who.council}, true),
      set_config('app.actor', ${who.actor}, true),
      set_config('statement_timeout', ${limit}, true)`.execute(tx)
    return work(tx)
  })
}
