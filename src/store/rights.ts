// Who may touch which table? Three roles, and row security forced on every tenant table.
//
// `doorstep_owner` owns and cannot sign in; migrations run as it; `doorstep_app` owns nothing.
// A table says what it is by its comment: shared, append-only, register, or an ordinary one. One
// that is `append-only, kept N days` has a column `at`, and loses rows older than that.
import type pg from 'pg'

export async function ensureRoles(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'doorstep_owner') then
      create role doorstep_owner nologin; end if;
    if not exists (select from pg_roles where rolname = 'doorstep_app') then
      create role doorstep_app login; end if;
    end $$`)
  await client.query('grant doorstep_owner to current_user')
  await client.query('grant doorstep_app to current_user')
  await client.query('create schema if not exists doorstep authorization doorstep_owner')
  await client.query('grant usage on schema doorstep to doorstep_app')
  await client.query('alter role doorstep_app set search_path to doorstep')
}

const tables = `select c.relname as name, coalesce(obj_description(c.oid), '') as about,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council') as tenant
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'doorstep' and c.relkind in ('r', 'p')`

/** Re-applied after every migration, so a new table can never be forgotten. */
export async function applyRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query(tables)
  for (const { name, about, tenant } of rows) {
    const table = `doorstep.${client.escapeIdentifier(name)}`
    await client.query(`revoke all on ${table} from doorstep_app`)
    await client.query(`grant ${rightsFor(about, tenant)} on ${table} to doorstep_app`)
    if (tenant) await fence(client, table, about)
  }
}

function rightsFor(about: string, tenant: boolean): string {
  if (!tenant) return 'select'
  if (keptDays(about) !== undefined) return 'select, insert, delete'
  if (about.startsWith('append-only')) return 'select, insert'
  if (about.startsWith('register')) return 'select, insert, delete'
  return 'select, insert, update, delete'
}

function keptDays(about: string): number | undefined {
  const [, days] = /^append-only, kept (\d+) days/.exec(about) ?? []
  return days === undefined ? undefined : Number(days)
}

async function fence(client: pg.Client, table: string, about: string): Promise<void> {
  const mine = `council = nullif(current_setting('app.council', true), '')`
  await client.query(`alter table ${table} enable row level security`)
  await client.query(`alter table ${table} force row level security`)
  await client.query(`drop policy if exists tenant on ${table}`)
  await client.query(`create policy tenant on ${table} using (${mine}) with check (${mine})`)
  const days = keptDays(about)
  if (days !== undefined) {
    await client.query(`drop policy if exists kept on ${table}`)
    await client.query(`create policy kept on ${table} as restrictive for delete
      using (at < now() - interval '${days} days')`)
  }
  if (!about.startsWith('shared')) return
  await client.query(`drop policy if exists shared on ${table}`)
  await client.query(`create policy shared on ${table} for select using (true)`)
}
