// How does one connection of the pool carry a transaction's statements? Those asked together go
// to the database together: each message between us costs more than what most of them ask.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tx } from './open.ts'
import type { DB } from './schema.ts'

export type Line = {
  readonly tx: Tx
  /** Says something without values, such as the end of a transaction; gives what was done. */
  say(text: string): Promise<string>
}

/** `nameOf` gives the name under which a connection keeps a statement ready. */
export function makeLine(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): Line {
  const gather = gathering(client)
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      gather()
      const values = [...parameters]
      const name = values.length > 0 ? nameOf(text) : undefined
      const { rows, rowCount } = await client.query({ ...(name && { name }), text, values })
      return { rows: rows ?? [], numAffectedRows: BigInt(rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('Rows are asked for in pages.')
    },
  }
  return {
    tx: new Kysely<DB>({ dialect: dialectOf(connection) }) as unknown as Tx,
    async say(text) {
      gather()
      const answer = await client.query(text)
      return [answer].flat().at(-1)?.command ?? ''
    },
  }
}

/** A line has one connection for good, and its own words for where a transaction begins. */
function dialectOf(connection: DatabaseConnection) {
  const nothing = async () => {}
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    destroy: nothing,
  }
  return {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db: Kysely<DB>) => new PostgresIntrospector(db),
  }
}

/** What is written before the next tick leaves as one message. */
function gathering(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Stream } }).connection
  let isGathering = false
  return () => {
    if (isGathering) return
    isGathering = true
    stream.cork()
    process.nextTick(() => {
      isGathering = false
      stream.uncork()
    })
  }
}

type Stream = { cork(): void; uncork(): void }
