// Which tables does an archive hold, with which columns, in which order of rows?
import { type RawBuilder, sql } from 'kysely'
import type { Registry } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'

/** Made from other tables for searching; nobody reads them, and they are made again. */
const inside = ['person_events']

export type ArchiveColumn = {
  readonly name: string
  /** As PostgreSQL calls it. */
  readonly type: string
  /** Its place in the key, from 1; 0 for all others. */
  readonly key: number
}
export type ArchiveTable = { readonly name: string; readonly columns: readonly ArchiveColumn[] }

/** Every register that follows from the log, and who looked at whom. */
export async function archiveTables(tx: Tx, registry: Registry): Promise<readonly ArchiveTable[]> {
  const kept = registry.capabilities.flatMap(one => one.readModels)
  const names = [...kept.filter(name => !inside.includes(name)), 'reads'].sort()
  const found = await sql<ArchiveColumn & { table: string }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1 as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'doorstep'::regnamespace and c.relkind = 'r'
      and c.relname = any (${names}::text[]) and a.attname <> 'council'
    order by c.relname, a.attnum`.execute(tx)
  const columns = Map.groupBy(found.rows, row => row.table)
  return names.map(name => ({ name, columns: columns.get(name) ?? [] }))
}

const numbers = ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision']

export function isNumber({ type }: ArchiveColumn): boolean {
  return numbers.includes(type)
}

/** Each row as one JSON array of texts and numbers, in the order of the key, by bytes. */
export function tableQuery(
  { name, columns }: ArchiveTable,
  council: string,
): RawBuilder<{ line: string }> {
  const cells = columns.map(cellOf)
  const keys = columns.filter(({ key }) => key > 0).sort((a, b) => a.key - b.key)
  const order = keys.map(one =>
    one.type === 'text' ? sql`${sql.ref(one.name)} collate "C"` : sql.ref(one.name),
  )
  return sql<{ line: string }>`select json_build_array(${sql.join(cells)})::text as line
    from ${sql.table(`doorstep.${name}`)} where council = ${council}
    order by ${sql.join([...order, sql`1`])}`
}

function cellOf(column: ArchiveColumn): RawBuilder<unknown> {
  const cell = sql.ref(column.name)
  if (column.type === 'timestamp with time zone') return momentText(cell)
  if (column.type === 'bytea') return sql`encode(${cell}, 'hex')`
  if (column.type.endsWith('[]')) return sql`array_to_json(${cell})::text`
  return isNumber(column) ? sql`${cell}` : sql`${cell}::text`
}

/** To the microsecond, in UTC, whatever the session is set to. */
export function momentText(cell: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${cell} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}
