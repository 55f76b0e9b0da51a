// How is one PostgreSQL server made, started, found and stopped? Never over TCP.
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { clusterFolder, type Home, makePrivateFolder } from './home.ts'
import { ClusterProblem, diskFull } from './problem.ts'
import { markOf, servesFolder } from './process-mark.ts'

export type RunningServer = { pid: number; socketFolder: string }

const readyTimeoutMs = 60_000
/** Longer than any checkpoint of ours; a server that recovers on a full disk never ends. */
const stopTimeoutMs = 20_000
const pollMs = 5
const logBytesMax = 20 * 1024 * 1024
// The kernel's limit on a socket path is 107 bytes (103 on macOS), file name included.
const socketFolderBytesMax = 103 - '/.s.PGSQL.5432'.length

const temporaryPrefix = '/tmp/doorstep-'

const settings = {
  listen_addresses: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Statements and details of errors can hold names and telephone numbers of residents.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Made aside and moved into place whole, so a crash on the way leaves nothing half made. */
export function createCluster(home: Home, binaries: Binaries): void {
  const folder = clusterFolder(home.path)
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  makePrivateFolder(draft, home.account)
  const words = ['-D', draft, '--username=postgres', '--auth-local=trust', '--auth-host=reject']
  const text = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin']
  const made = spawnSync(
    join(binaries.folder, 'bin', 'initdb'),
    [...words, ...text, '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
    { ...home.account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
  )
  if (made.status !== 0) throw startProblem(home.path, `${made.stderr}`)
  renameSync(draft, folder)
}

/** The server on this folder that still runs, whoever started it, once it takes sessions. */
export async function findRunning(home: string): Promise<RunningServer | undefined> {
  const deadline = Date.now() + readyTimeoutMs
  while (Date.now() < deadline) {
    const note = readNote(home)
    if (!note || !servesFolder(note.pid, clusterFolder(home))) return undefined
    if (note.isReady) return { pid: note.pid, socketFolder: note.socketFolder }
    await pause(pollMs)
  }
  return undefined
}

export async function startServer(home: Home, binaries: Binaries): Promise<RunningServer> {
  removeForeignNote(home.path)
  const deadline = Date.now() + readyTimeoutMs
  for (;;) {
    const outcome = await launch(home, binaries, deadline)
    if (typeof outcome !== 'string') return outcome
    // After a kill -9 of the server its helpers need a moment to notice and to let go.
    const isLettingGo = /shared memory block|lock file .* already exists/.test(outcome)
    if (!isLettingGo || Date.now() > deadline - readyTimeoutMs / 2) {
      throw startProblem(home.path, outcome)
    }
    await pause(50)
  }
}

/** `fast`: refuses new sessions, ends those that are open, writes everything down. */
export async function stopServer(home: string, server: RunningServer): Promise<void> {
  const { pid, socketFolder } = server
  signal(pid, 'SIGINT')
  const deadline = Date.now() + stopTimeoutMs
  let isUrged = false
  while (servesFolder(pid, clusterFolder(home))) {
    if (!isUrged && Date.now() > deadline) {
      isUrged = true
      signal(pid, 'SIGQUIT')
    }
    await pause(pollMs)
  }
  removeIfTemporary(socketFolder)
}

async function launch(
  home: Home,
  binaries: Binaries,
  deadline: number,
): Promise<RunningServer | string> {
  const folder = clusterFolder(home.path)
  const log = openLog(home.path)
  const logStart = fstatSync(log).size
  const socketFolder = makeSocketFolder(home)
  const options = { ...settings, unix_socket_directories: `"${socketFolder}"` }
  const words = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(binaries.folder, 'bin', 'postgres'), ['-D', folder, ...words], {
    ...home.account,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let isGone = false
  child.once('exit', () => {
    isGone = true
  })
  child.once('error', () => {
    isGone = true
  })
  child.unref()
  while (!isGone && Date.now() < deadline) {
    const note = readNote(home.path)
    if (note?.isReady && note.pid === child.pid) return { pid: note.pid, socketFolder }
    await pause(pollMs)
  }
  if (!isGone && child.pid) signal(child.pid, 'SIGQUIT')
  return readFileSync(logFile(home.path)).subarray(logStart).toString('utf8')
}

/** A lock file whose number now belongs to some other program would stop every start. */
function removeForeignNote(home: string): void {
  const note = readNote(home)
  if (!note || servesFolder(note.pid, clusterFolder(home))) return
  removeIfTemporary(note.socketFolder)
  if (!markOf(note.pid)) return
  rmSync(join(clusterFolder(home), 'postmaster.pid'), { force: true })
}

function readNote(home: string): (RunningServer & { isReady: boolean }) | undefined {
  try {
    const lines = readFileSync(join(clusterFolder(home), 'postmaster.pid'), 'utf8').split('\n')
    const isReady = lines[7]?.trim() === 'ready'
    return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', isReady }
  } catch {
    return undefined
  }
}

function makeSocketFolder(home: Home): string {
  const near = join(home.path, 'socket')
  const isShort = Buffer.byteLength(near) <= socketFolderBytesMax && !/["',]/.test(near)
  const folder = isShort ? near : mkdtempSync(temporaryPrefix)
  makePrivateFolder(folder, home.account)
  return folder
}

function removeIfTemporary(socketFolder: string): void {
  const isOurs = socketFolder.startsWith(temporaryPrefix) && dirname(socketFolder) === '/tmp'
  if (isOurs) rmSync(socketFolder, { recursive: true, force: true })
}

function startProblem(home: string, log: string): ClusterProblem {
  // A write cut short is how a disk that fills up in the middle of a page looks.
  if (/No space left on device|Disk quota exceeded|wrote only/.test(log)) return diskFull(home)
  const lines = log.trim().split('\n')
  const worst = lines.findLast(line => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  const said = worst.replace(/^.*?(FATAL|PANIC|error): */, '').trim() || 'nothing'
  return new ClusterProblem(
    'did-not-start',
    `PostgreSQL did not start in ${home}; it said: ${said}. Its log is ${logFile(home)}.`,
  )
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already, which is what was wanted.
  }
}

function logFile(home: string): string {
  return join(home, 'postgresql.log')
}

function openLog(home: string): number {
  const file = logFile(home)
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > logBytesMax) renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}
