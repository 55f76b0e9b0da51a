// Brings a database to today's shape: plain SQL files, forward only, then rights and row security.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { BackupProblem } from './backup/problem.ts'
import { isUnfinished } from './backup/unfinished.ts'
import { applyRights, ensureRoles } from './rights.ts'
import { projectRoot } from './root.ts'

export type Migration = { readonly name: string; readonly sql: string }

const oldestServer = 150000
const lockKey = 7_061_984

/** The SQL files of the named capabilities, in the order of `src/app.ts`, then by number. */
export function migrationsOf(capabilities: readonly string[]): Migration[] {
  return capabilities.flatMap(capability => {
    const folder = join(projectRoot, 'src', capability, 'store', 'migrations')
    const files = readdirSync(folder).filter(file => file.endsWith('.sql'))
    return files.sort().map(file => ({
      name: `${capability}/${file}`,
      sql: readFileSync(join(folder, file), 'utf8'),
    }))
  })
}

/** Runs what has not run yet. Two at once are safe: the second waits for the first. */
export async function migrate(
  adminUrl: string,
  migrations: readonly Migration[],
  { isRestoring = false } = {},
): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    if (!isRestoring) await refuseUnfinished(client)
    await ensureRoles(client)
    const done = await readDone(client)
    const waiting = migrations.filter(migration => !isDone(done, migration))
    for (const migration of waiting) await run(client, migration)
    if (waiting.length > 0) await applyRights(client)
    return waiting.length
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as v")
  if (rows[0].v < oldestServer) throw new Error('Doorstep needs PostgreSQL 15 or later.')
}

/** A problem of its own name, so that whoever starts it reads the sentence and not a fault. */
async function refuseUnfinished(client: pg.Client): Promise<void> {
  if (!(await isUnfinished(client))) return
  throw new BackupProblem(
    'target-not-empty',
    'A restore into this database was broken off; empty it and restore the backup again.',
  )
}

async function readDone(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`create table if not exists doorstep.migrations (
    name text constraint migrations_pk primary key, checksum text not null,
    run_at timestamptz not null default now())`)
  const { rows } = await client.query('select name, checksum from doorstep.migrations')
  return new Map(rows.map(row => [row.name, row.checksum]))
}

function isDone(done: Map<string, string>, migration: Migration): boolean {
  const checksum = done.get(migration.name)
  if (checksum !== undefined && checksum !== checksumOf(migration)) {
    throw new Error(`The migration ${migration.name} was changed after it had run here.`)
  }
  return checksum !== undefined
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local role doorstep_owner; set local search_path to doorstep')
    await client.query(migration.sql)
    await client.query('reset role')
    await client.query('insert into doorstep.migrations (name, checksum) values ($1, $2)', [
      migration.name,
      checksumOf(migration),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${migration.name} failed: ${(error as Error).message}`)
  }
}

export function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}
