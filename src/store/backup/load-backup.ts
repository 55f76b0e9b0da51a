// How does a backup become a database again? Empty shape, all rows, the same digests, or nothing.
import pg from 'pg'
import { checksumOf, type Migration, migrate } from '../migrate.ts'
import { copyIn, copyOut } from './copy-rows.ts'
import type { Manifest, TablePart } from './manifest.ts'
import { altered, BackupProblem } from './problem.ts'
import { entriesOf, keyOf, newer, tableOf } from './read-backup.ts'
import { listTables, quoted, speakPlainly, type Table } from './tables.ts'
import { markUnfinished } from './unfinished.ts'
import { heads } from './write-backup.ts'

export type LoadOptions = {
  readonly adminUrl: string
  readonly file: string
  readonly manifest: Manifest
  /** All that this Doorstep has; those of the backup are run before its rows come in. */
  readonly migrations: readonly Migration[]
  readonly onRows?: (rows: number) => void
}

/**
 * The database must be empty. Afterwards it is marked as unfinished: no Doorstep opens it until
 * whoever restores has replayed erasures, checked the record, and taken the mark away.
 */
export async function loadBackup(options: LoadOptions): Promise<void> {
  const { adminUrl, file, manifest, migrations } = options
  const then = migrationsThen(manifest, migrations, file)
  await refuseFilled(adminUrl)
  try {
    await migrate(adminUrl, then)
    await withClient(adminUrl, markUnfinished)
    await loadRows(options)
    await migrate(adminUrl, migrations, { isRestoring: true })
  } catch (error) {
    await dropAll(adminUrl).catch(() => {})
    throw error
  }
}

/** The migrations that had run where the backup was made, as this Doorstep has them. */
function migrationsThen(
  manifest: Manifest,
  migrations: readonly Migration[],
  file: string,
): readonly Migration[] {
  const then = new Map(manifest.migrations.map(({ name, checksum }) => [name, checksum]))
  const known = migrations.filter(one => then.get(one.name) === checksumOf(one))
  if (known.length !== then.size) throw newer(file)
  return known
}

async function refuseFilled(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async client => {
    const { rows } = await client.query(`select exists (select from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'doorstep') as is_filled`)
    if (!rows[0].is_filled) return
    throw new BackupProblem(
      'target-not-empty',
      'There is data of Doorstep here already; a backup is restored only where there is none.',
    )
  })
}

async function loadRows({ adminUrl, file, manifest, onRows }: LoadOptions): Promise<void> {
  await withClient(adminUrl, async client => {
    await speakPlainly(client)
    await client.query('begin')
    const tables = new Map((await listTables(client)).map(table => [table.name, table]))
    if (!manifest.tables.every(part => fits(part, tables.get(part.table)))) throw altered(file)
    await asOwner(client, [...tables.values()], () => copyAll(client, { file, manifest, onRows }))
    await compareAll(client, { file, manifest, tables })
    await client.query('commit')
  })
}

function fits(part: TablePart, table: Table | undefined): boolean {
  return table !== undefined && [...table.columns].sort().join() === [...part.columns].sort().join()
}

/** COPY into a table is refused where row security binds, and it binds its owner too if forced. */
async function asOwner(
  client: pg.Client,
  tables: readonly Table[],
  work: () => Promise<void>,
): Promise<void> {
  const force = async (how: 'force' | 'no force') => {
    for (const { name } of tables) {
      await client.query(`alter table doorstep.${quoted(name)} ${how} row level security`)
    }
  }
  await client.query('set local role doorstep_owner')
  await force('no force')
  await work()
  await force('force')
  await client.query('reset role')
}

type Copy = Pick<LoadOptions, 'file' | 'manifest' | 'onRows'>

async function copyAll(client: pg.Client, { file, manifest, onRows }: Copy): Promise<void> {
  const parts = new Map(manifest.tables.map(part => [keyOf(part), part]))
  const entries = entriesOf(file)
  let next = await entries.next()
  let rows = 0
  // A generator of its own for each table, fed from the one that reads the file.
  async function* piecesOf(key: string): AsyncGenerator<Buffer> {
    while (!next.done && tableOf(next.value.name) === key) {
      yield next.value.body
      next = await entries.next()
    }
  }
  while (!next.done) {
    const key = tableOf(next.value.name)
    const part = parts.get(key)
    if (!part) break
    await copyIn(client, { name: part.table, columns: part.columns }, piecesOf(key))
    rows += part.rows
    onRows?.(rows)
  }
  await entries.return(undefined)
}

type Compared = {
  readonly file: string
  readonly manifest: Manifest
  readonly tables: ReadonlyMap<string, Table>
}

/** Reads everything again, as a backup would, and finds the digests of the backup. */
async function compareAll(client: pg.Client, { file, manifest, tables }: Compared): Promise<void> {
  for (const part of manifest.tables) {
    const order = tables.get(part.table)?.order ?? ''
    const table = { name: part.table, columns: part.columns, order }
    const found = await copyOut(client, { council: part.council, table }, async () => {})
    if (found.digest !== part.digest || found.rows !== part.rows) throw altered(file)
  }
  const ends = JSON.stringify(await heads(client))
  if (ends !== JSON.stringify(manifest.councils)) throw altered(file)
}

/** What a failed restore left behind; there was nothing here before it. */
async function dropAll(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async client => {
    await client.query('drop schema if exists doorstep cascade')
  })
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
