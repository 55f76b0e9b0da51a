// DuckDB for a comparison, where it is installed: Doorstep itself never needs it. The few calls
// that are used have their types here, so that the code compiles without the package too.
import { type Links, linksFrom, numberOf } from './link-links.ts'

const packageName = '@duckdb/node-api'

export type Database = {
  /** Gives the seconds it took. */
  run(sql: string): Promise<number>
  count(table: string): Promise<number>
  links(leastWeight: number): Promise<Links>
  close(): void
}

type Connection = {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRowsJS(): unknown[][] }>
  closeSync(): void
}
type Instance = { connect(): Promise<Connection>; closeSync(): void }
type Module = {
  DuckDBInstance: { create(path: string, options: Record<string, string>): Promise<Instance> }
}

export async function openDuckdb(threads: number): Promise<Database | undefined> {
  const module = (await import(packageName).catch(() => undefined)) as Module | undefined
  if (!module) return undefined
  const instance = await module.DuckDBInstance.create(':memory:', { threads: String(threads) })
  return databaseOn(await instance.connect(), instance)
}

function databaseOn(connection: Connection, instance: Instance): Database {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS()
  return {
    async run(sql) {
      const startedMs = performance.now()
      await connection.run(sql)
      return (performance.now() - startedMs) / 1000
    },
    count: async table => Number((await rows(`select count(*) from ${table}`))[0]?.[0]),
    async links(leastWeight) {
      const some = await rows(`select id_l, id_r from links where weight >= ${leastWeight}`)
      return linksFrom(some.map(([a, b]) => numberOf(Number(a), Number(b))))
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
