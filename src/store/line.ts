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
  /** Says for whom the transaction works and how: council, actor, time for a statement, plans. */
  settle(values: readonly [string, string, string, string]): Promise<void>
  /** The next statement is the last one: the end leaves with it, and `say` only waits for it. */
  endWithNext(text: string): void
}

const settings = `select set_config('app.council', $1, true), set_config('app.actor', $2, true),
  set_config('statement_timeout', $3, true), set_config('plan_cache_mode', $4, true),
  set_config('jit', 'off', true)`

/** `nameOf` gives the name under which a connection keeps a statement ready. */
export function makeLine(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): Line {
  const gather = gathering(client)
  const ending = makeEnding(client)
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      gather()
      ending.expectOpen()
      const values = [...parameters]
      const name = values.length > 0 ? nameOf(text) : undefined
      const asked = client.query({ ...(name && { name }), text, values })
      ending.goWith()
      const { rows, rowCount } = await asked
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
      return commandOf(await (ending.take(text) ?? client.query(text)))
    },
    async settle(values) {
      gather()
      await client.query({ name: 'settings', text: settings, values: [...values] })
    },
    endWithNext: ending.plan,
  }
}

function commandOf(answer: pg.QueryResult | readonly pg.QueryResult[]): string {
  return [answer].flat().at(-1)?.command ?? ''
}

/** An end that leaves with the last statement, before that is answered. */
function makeEnding(client: pg.PoolClient) {
  let planned: string | undefined
  let gone: { readonly text: string; readonly answer: Promise<pg.QueryResult> } | undefined
  return {
    plan(text: string) {
      planned = text
    },
    expectOpen() {
      if (gone) throw new Error('A transaction of one statement was asked another.')
    },
    goWith() {
      if (planned === undefined) return
      gone = { text: planned, answer: client.query(planned) }
      gone.answer.catch(() => {})
      planned = undefined
    },
    /** The answer to what was said already. Whatever else is said now is said after it. */
    take(text: string): Promise<pg.QueryResult> | undefined {
      const said = gone?.text === text ? gone.answer : undefined
      planned = undefined
      gone = undefined
      return said
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
