// What is there to back up? Every table that holds rows of councils, as the database lists them.
import pg from 'pg'

export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  /** The order in which rows are read, the same on every server. */
  readonly order: string
}

type Listed = { name: string; columns: string[]; key: string[]; texts: string[] }

const listing = `
  select c.relname as name,
    array_agg(a.attname::text order by a.attnum) as columns,
    (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
      from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary) as key,
    coalesce(array_agg(a.attname::text) filter (where a.attcollation <> 0), '{}') as texts
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = ''
  where c.relnamespace = 'doorstep'::regnamespace and c.relkind in ('r', 'p')
    and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'council')
  group by c.oid, c.relname order by c.relname`

export async function listTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Listed>(listing)
  return rows.map(({ name, columns, key, texts }) => ({
    name,
    columns,
    order: key
      .map(column => quoted(column) + (texts.includes(column) ? ' collate "C"' : ''))
      .join(),
  }))
}

export function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(', ')
}

/** How values look as text, whatever the server or the login prefer. */
export async function speakPlainly(client: pg.Client): Promise<void> {
  await client.query(`set timezone to 'UTC'; set datestyle to 'ISO, YMD';
    set intervalstyle to 'iso_8601'; set extra_float_digits to 1; set bytea_output to 'hex';
    set client_encoding to 'UTF8'; set xmloption to 'content'; set statement_timeout to 0;
    set idle_in_transaction_session_timeout to 0; set search_path to doorstep`)
}
