// Can the read models be made again from the record? Fold it in a side room and compare.
import { sql } from 'kysely'
import { assert } from '../kernel/assert.ts'
import type { Store, Tx } from '../store/open.ts'
import type { Recorded } from './kinds.ts'
import type { Registry } from './registry.ts'

const pageEvents = 2_000

export type Difference = { readonly table: string; readonly rows: number }
export type Rebuilt = {
  readonly events: number
  readonly tables: number
  readonly differences: readonly Difference[]
}

/**
 * Folds a council's whole log into temporary tables and counts the rows that differ from live.
 * One snapshot: writers go on meanwhile. Changes nothing.
 */
export async function compareRebuild(
  store: Store,
  registry: Registry,
  who: { council: string; actor: string },
): Promise<Rebuilt> {
  const tables = registry.capabilities.flatMap(capability => capability.readModels)
  assert(tables.length > 0, 'there are read models to rebuild')
  const options = { isolation: 'repeatable read' } as const
  return store.transaction(
    who,
    async tx => {
      for (const table of await changeable(tx)) await makeRoom(tx, table)
      await sql`set local search_path to pg_temp, doorstep`.execute(tx)
      const events = await foldLog(tx, registry, {
        council: who.council,
        onPage: count => takeStock(tx, tables, count),
      })
      const differences: Difference[] = []
      for (const table of tables) differences.push(...(await compare(tx, table, who.council)))
      return { events, tables: tables.length, differences }
    },
    options,
  )
}

/**
 * Whatever a projector may change, also what is no read model: an attempt of last week lets go of
 * a hold, and must not let go of the one that somebody has now.
 */
async function changeable(tx: Tx): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'council'
    where c.relnamespace = 'doorstep'::regnamespace and c.relkind = 'r'
      and has_table_privilege(c.oid, 'update') order by c.relname`.execute(tx)
  return found.rows.map(({ name }) => name)
}

/** The planner takes a temporary table for an empty one until it is told. */
async function takeStock(tx: Tx, tables: readonly string[], count: number): Promise<void> {
  if (!Number.isInteger(Math.log2(count / pageEvents))) return
  for (const table of tables) await sql`analyze ${sql.table(`pg_temp.${table}`)}`.execute(tx)
}

async function makeRoom(tx: Tx, table: string): Promise<void> {
  await sql`create temporary table ${sql.table(`pg_temp.${table}`)}
    (like ${sql.table(`doorstep.${table}`)} including all) on commit drop`.execute(tx)
}

/** Empties the live read models of a council and folds the log into them again. */
export async function rebuild(
  store: Store,
  registry: Registry,
  who: { council: string; actor: string },
): Promise<number> {
  return store.transaction(who, tx => rebuildIn(tx, registry, who.council))
}

/** The same inside a transaction that has more to do than this. */
export async function rebuildIn(tx: Tx, registry: Registry, council: string): Promise<number> {
  await sql`select 1 from council_logs where council = ${council} for update`.execute(tx)
  for (const table of registry.capabilities.flatMap(one => one.readModels)) {
    await sql`delete from ${sql.table(table)} where council = ${council}`.execute(tx)
  }
  return foldLog(tx, registry, { council, onPage: async () => {} })
}

type Fold = { readonly council: string; onPage(count: number): Promise<void> }

async function foldLog(tx: Tx, registry: Registry, { council, onPage }: Fold): Promise<number> {
  let after = 0
  let count = 0
  for (;;) {
    const events = await readLog(tx, council, after)
    await registry.project(tx, events)
    count += events.length
    if (events.length < pageEvents) return count
    after = events.at(-1)?.seq ?? after
    await onPage(count)
  }
}

/** Events after a position, oldest first, with their words where these still exist. */
export async function readLog(
  tx: Tx,
  council: string,
  after: number,
): Promise<readonly Recorded[]> {
  const found = await sql<Recorded>`
    select e.council, e.seq, e.command, e.kind, e.version, e.actor,
      e.on_behalf_of as "onBehalfOf", e.subjects, e.place, e.happened_at as "happenedAt",
      e.recorded_at as "recordedAt", e.body, r.words
    from doorstep.events e
    left join doorstep.register r on r.council = e.council and r.seq = e.seq
    where e.council = ${council} and e.seq > ${after}
    order by e.seq limit ${pageEvents}`.execute(tx)
  return found.rows
}

async function compare(tx: Tx, table: string, council: string): Promise<Difference[]> {
  const made = sql.table(`pg_temp.${table}`)
  const live = sql.table(`doorstep.${table}`)
  const found = await sql<{ rows: number }>`
    select (select count(*) from (select * from ${made} except all
        select * from ${live} where council = ${council}) missing)
      + (select count(*) from (select * from ${live} where council = ${council} except all
        select * from ${made}) surplus) as rows`.execute(tx)
  const rows = found.rows[0]?.rows ?? 0
  return rows === 0 ? [] : [{ table, rows }]
}
