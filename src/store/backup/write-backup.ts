// How is a backup made while people work? One snapshot, every table, one file, its own digests.
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { type Pack, pack } from 'tar-stream'
import { productVersion } from '../version.ts'
import { copyOut } from './copy-rows.ts'
import { formatVersion, type Manifest, manifestName, partName, type TablePart } from './manifest.ts'
import { BackupProblem, fileProblem } from './problem.ts'
import { sealing } from './seal.ts'
import { listTables, speakPlainly } from './tables.ts'

export type WriteOptions = {
  readonly adminUrl: string
  readonly file: string
  readonly onRows?: (rows: number) => void
}

/** Holds personal data: nobody but its owner may read the file. */
const fileMode = 0o600
/** A draft that nobody has written to for so long was left by a run that was killed. */
const abandonedMs = 10 * 60 * 1000

/** Written aside and moved into place whole: a backup that has its name is finished. */
export async function writeBackup({ adminUrl, file, onRows }: WriteOptions): Promise<Manifest> {
  const draft = `${file}.part`
  try {
    await claim(file, draft)
    const manifest = await fill(draft, { adminUrl, onRows: onRows ?? (() => {}) })
    await rename(draft, file)
    return manifest
  } catch (error) {
    const problem = fileProblem(error, file)
    if ((problem as BackupProblem).code !== 'backup-exists') await rm(draft, { force: true })
    throw problem
  }
}

/** Fails with EEXIST where the file, or somebody who writes it just now, is there. */
async function claim(file: string, draft: string): Promise<void> {
  const left = await stat(draft).catch(() => undefined)
  if (left && Date.now() - left.mtimeMs > abandonedMs) await rm(draft, { force: true })
  if (existsSync(file)) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
  await (await open(draft, 'wx', fileMode)).close()
}

async function fill(draft: string, options: Omit<Required<WriteOptions>, 'file'>) {
  const tar = pack()
  const squeeze = createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  })
  const target = createWriteStream(draft, { flags: 'r+', mode: fileMode, flush: true })
  const written = pipeline(tar, squeeze, sealing(), target)
  const read = readAll(tar, options).catch(error => {
    tar.destroy(error as Error)
    throw error
  })
  const [manifest] = await Promise.all([read, written])
  return manifest
}

async function readAll(
  tar: Pack,
  { adminUrl, onRows }: { adminUrl: string; onRows: (rows: number) => void },
): Promise<Manifest> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await speakPlainly(client)
    await client.query('start transaction isolation level repeatable read read only')
    const about = await aboutDatabase(client)
    const parts: TablePart[] = []
    let rows = 0
    for (const { council } of about.councils) {
      for (const table of await listTables(client)) {
        const part = await addTable({ client, tar, council, table })
        parts.push(part)
        rows += part.rows
        onRows(rows)
      }
    }
    const manifest: Manifest = { ...about, tables: parts }
    await addEntry(tar, manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    tar.finalize()
    return manifest
  } finally {
    await client.end()
  }
}

type Source = {
  readonly client: pg.Client
  readonly tar: Pack
  readonly council: string
  readonly table: Awaited<ReturnType<typeof listTables>>[number]
}

async function addTable({ client, tar, council, table }: Source): Promise<TablePart> {
  let nth = 0
  const copied = await copyOut(client, { council, table }, piece =>
    addEntry(tar, partName({ council, table: table.name }, nth++), piece),
  )
  return { council, table: table.name, columns: [...table.columns], ...copied }
}

/** Waits where the disk is slower than the database, so that memory stays small. */
async function addEntry(tar: Pack, name: string, body: Buffer): Promise<void> {
  const entry = tar.entry({ name, size: body.length, mode: fileMode })
  entry.end(body)
  await once(entry, 'finish')
}

async function aboutDatabase(client: pg.Client) {
  const { rows: found } = await client.query(
    `select to_regclass('doorstep.council_logs') is not null as is_ours`,
  )
  if (!found[0].is_ours) {
    throw new BackupProblem('nothing-to-back-up', 'There is no data of Doorstep here.')
  }
  const { rows: now } = await client.query(`select now() as at,
    current_setting('server_version_num')::int / 10000 as major`)
  const { rows: migrations } = await client.query(
    'select name, checksum from doorstep.migrations order by name',
  )
  return {
    product: 'doorstep' as const,
    format: formatVersion as 1,
    version: productVersion,
    at: (now[0].at as Date).toISOString(),
    postgresql: now[0].major as number,
    migrations,
    councils: await heads(client),
  }
}

/** Where each council's log ends. A head that nobody could read would be a backup of nothing. */
export async function heads(client: pg.Client): Promise<Manifest['councils']> {
  const { rows: councils } = await client.query('select council from councils order by council')
  const all: Manifest['councils'] = []
  for (const { council } of councils) {
    await client.query("select set_config('app.council', $1, true)", [council])
    const { rows } = await client.query(
      "select seq::int8, encode(hash, 'hex') as hash from council_logs where council = $1",
      [council],
    )
    if (!rows[0]) throw new Error('A council has no log that this login may read.')
    all.push({ council, seq: Number(rows[0].seq), hash: rows[0].hash })
  }
  return all
}
