// Does the embedded database survive what machines do to it? Real servers in real folders.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Cluster, joinCluster, startCluster } from './index.ts'

const isRoot = process.getuid?.() === 0
const started: Cluster[] = []
let folder = ''

beforeEach(() => {
  folder = mkdtempSync('/tmp/cluster-test-')
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  for (const cluster of started.splice(0)) await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a new folder gets a database in UTF-8 with checksums that listens on no port', async () => {
  const cluster = await start(join(folder, 'data'))
  const settings = await ask(cluster.adminUrl, settingsQuestion)
  expect(settings).toEqual([
    {
      database: 'doorstep',
      encoding: 'UTF8',
      checksums: 'on',
      fsync: 'on',
      synchronous: 'on',
      listens: '',
    },
  ])
})

test('what was written is there after a stop and a start', async () => {
  const dataDir = join(folder, 'data')
  const first = await start(dataDir)
  await ask(first.adminUrl, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await start(dataDir)
  expect(await ask(second.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('stopping twice is stopping once', async () => {
  const cluster = await start(join(folder, 'data'))
  await Promise.all([cluster.stop(), cluster.stop()])
  await cluster.stop()
  await expect(ask(cluster.adminUrl, 'select 1')).rejects.toThrow()
})

test('the role of the application gets in by the second address', async () => {
  const cluster = await start(join(folder, 'data'))
  await ask(cluster.adminUrl, 'create role doorstep_app login')
  const rows = await ask(cluster.appUrl, 'select current_user as name')
  expect(rows).toEqual([{ name: 'doorstep_app' }])
})

test('a second instance on the same folder is refused in one sentence', async () => {
  const dataDir = join(folder, 'data')
  await start(dataDir)
  await expect(startCluster({ dataDir })).rejects.toMatchObject({
    code: 'already-running',
    message: expect.stringContaining(`process ${process.pid}`),
  })
})

test('a command joins the server that runs and leaves it running', async () => {
  const dataDir = join(folder, 'data')
  const running = await start(dataDir)
  const joined = await joinCluster({ dataDir })
  expect(joined.adminUrl).toBe(running.adminUrl)
  await joined.stop()
  expect(await ask(running.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a command on a folder at rest starts a server and stops it', async () => {
  const dataDir = join(folder, 'data')
  const joined = await joinCluster({ dataDir })
  expect(await ask(joined.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await joined.stop()
  await expect(ask(joined.adminUrl, 'select 1')).rejects.toThrow()
})

test('two commands at once on a folder at rest share one server', async () => {
  const dataDir = join(folder, 'data')
  const [one, two] = await Promise.all([joinCluster({ dataDir }), joinCluster({ dataDir })])
  started.push(one, two)
  expect(one.adminUrl).toBe(two.adminUrl)
})

test('the server left behind by kill -9 is adopted and its rows are there', async () => {
  const dataDir = join(folder, 'data')
  await dieHolding(dataDir, '')
  const notices: string[] = []
  const cluster = await start(dataDir, line => notices.push(line))
  expect(notices).toEqual(['Took over the database server that an earlier run left behind.'])
  expect(await ask(cluster.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('after kill -9 of Doorstep and the database together the next start recovers', async () => {
  const dataDir = join(folder, 'data')
  await dieHolding(dataDir, 'process.kill(serverPid, "SIGKILL")')
  const cluster = await start(dataDir)
  expect(await ask(cluster.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a number that now belongs to another program does not stop the start', async () => {
  const dataDir = join(folder, 'data')
  await (await start(dataDir)).stop()
  const stranger = `${process.pid}`
  const note = [stranger, join(dataDir, 'postgresql'), '1', '5432', '', '', '', 'ready', '']
  writeFileSync(join(dataDir, 'postgresql', 'postmaster.pid'), note.join('\n'))
  writeFileSync(join(dataDir, 'owner.json'), `{"pid":${stranger},"started":"long ago"}`)
  const cluster = await start(dataDir)
  expect(await ask(cluster.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the data of another major version is refused and left as it is', async () => {
  const dataDir = join(folder, 'data')
  await (await start(dataDir)).stop()
  const versionFile = join(dataDir, 'postgresql', 'PG_VERSION')
  writeFileSync(versionFile, '15\n')
  await expect(startCluster({ dataDir })).rejects.toMatchObject({
    code: 'other-version',
    message: expect.stringContaining('PostgreSQL 15'),
  })
  expect(readFileSync(versionFile, 'utf8')).toBe('15\n')
})

test('a folder that cannot be written is refused in one sentence', async () => {
  // Nothing stops root from writing except a file system that takes no folders at all.
  const closed = isRoot ? '/proc' : join(folder, 'closed')
  if (!isRoot) mkdirSync(closed, { mode: 0o500 })
  await expect(startCluster({ dataDir: join(closed, 'data') })).rejects.toMatchObject({
    code: 'not-writable',
  })
})

test('a file where the folder should be is refused in one sentence', async () => {
  writeFileSync(join(folder, 'data'), '')
  await expect(startCluster({ dataDir: join(folder, 'data') })).rejects.toMatchObject({
    code: 'not-writable',
  })
})

test('a disk with too little room is refused before anything is written', async () => {
  const dataDir = join(folder, 'data')
  await expect(startCluster({ dataDir, bytesFreeMin: 2 ** 60 })).rejects.toMatchObject({
    code: 'disk-full',
  })
  expect(existsSync(join(dataDir, 'postgresql'))).toBe(false)
})

test('a disk that fills up while starting is named, whoever notices it', async () => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const isMounted = isRoot && mountSmallDisk(disk)
  const limits = isMounted ? { bytesFreeMin: 0 } : { bytesFreeMin: 2 ** 60 }
  try {
    await expect(startCluster({ dataDir: join(disk, 'data'), ...limits })).rejects.toMatchObject({
      code: 'disk-full',
    })
  } finally {
    if (isMounted) execFileSync('umount', [disk])
  }
})

test('a server that breaks at the start says why in one sentence', async () => {
  const dataDir = join(folder, 'data')
  await (await start(dataDir)).stop()
  rmSync(join(dataDir, 'postgresql', 'global', 'pg_control'))
  await expect(startCluster({ dataDir })).rejects.toMatchObject({
    code: 'did-not-start',
    message: expect.stringContaining('pg_control'),
  })
})

test('a folder with spaces, quotes and accents in its name is an ordinary folder', async () => {
  const cluster = await start(join(folder, `St Mary's "hall", Ø & 50%`, 'data'))
  expect(await ask(cluster.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a path too long for a socket still gets a server, and its socket goes with it', async () => {
  const cluster = await start(join(folder, 'long'.repeat(20), 'data'))
  expect(await ask(cluster.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  const socketFolder = new URL(cluster.adminUrl).searchParams.get('host') ?? ''
  expect(socketFolder).toMatch(/^\/tmp\/doorstep-/)
  await cluster.stop()
  expect(existsSync(socketFolder)).toBe(false)
})

test('only the user of the server can look into the folders of data and socket', async () => {
  const cluster = await start(join(folder, 'data'))
  for (const name of ['postgresql', 'socket']) {
    expect(statSync(join(cluster.dataDir, name)).mode & 0o777).toBe(0o700)
  }
})

test('below a folder closed to others the data is kept where the server can reach it', async () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const asked = join(closed, 'data')
  const notices: string[] = []
  const first = await start(asked, line => notices.push(line))
  await ask(first.adminUrl, 'create table kept as select 42 as answer')
  await first.stop()
  // An ordinary user runs the server as himself and his own closed folder is open to him.
  expect(first.dataDir === asked).toBe(!isRoot)
  expect(notices).toEqual(isRoot ? [`The data is in ${first.dataDir}.`] : [])
  const second = await start(asked)
  expect(await ask(second.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.stop()
  rmSync(second.dataDir, { recursive: true })
  if (isRoot)
    await expect(startCluster({ dataDir: asked })).rejects.toMatchObject({ code: 'data-missing' })
})

const settingsQuestion = `
  select current_database() as database,
         current_setting('server_encoding') as encoding,
         current_setting('data_checksums') as checksums,
         current_setting('fsync') as fsync,
         current_setting('synchronous_commit') as synchronous,
         current_setting('listen_addresses') as listens`

async function start(dataDir: string, onNotice?: (line: string) => void): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, ...(onNotice && { onNotice }) })
  started.push(cluster)
  return cluster
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Runs a Doorstep of its own that writes one row, does what `lastWish` says and is killed. */
async function dieHolding(dataDir: string, lastWish: string): Promise<void> {
  const script = `
    import { readFileSync } from 'node:fs'
    import pg from 'pg'
    import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
    const cluster = await startCluster({ dataDir: ${JSON.stringify(dataDir)} })
    const client = new pg.Client({ connectionString: cluster.adminUrl })
    client.on('error', () => {})
    await client.connect()
    await client.query('create table kept as select 42 as answer')
    const note = readFileSync(cluster.dataDir + '/postgresql/postmaster.pid', 'utf8')
    const serverPid = Number(note.split('\\n')[0])
    ${lastWish}
    process.kill(process.pid, 'SIGKILL')`
  const words = ['--input-type=module', '-e', script]
  const child = spawn(process.execPath, words, { cwd: import.meta.dirname, stdio: 'inherit' })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

/** Some containers lend root without the right to mount. */
function mountSmallDisk(disk: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'none', disk]).status === 0
}
