// How does a bench start a real server, stop it, and kill it with its database?
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../store/root.ts'

export type Server = {
  readonly url: string
  readonly signIn: Readonly<Record<string, string>>
  /** From the command to the line that says it is ready, as a person at a terminal waits. */
  readonly readyMs: number
  /** Processor time that server and database have used so far, in milliseconds. */
  usedMs(): { readonly server: number; readonly database: number }
  stop(): Promise<void>
  /** Like a power cut: nobody is told. With the database or without. */
  kill(withDatabase: boolean): Promise<void>
}

export type ServerOptions = {
  readonly dataDir: string
  readonly words?: readonly string[]
  /** Joins this database and brings none of its own: a second process beside others. */
  readonly databaseUrl?: string
  /** Binds server and database to so many cores, where the machine can. */
  readonly cores?: number
  /** The backup of the day falls due as soon as a server starts: other benches do without. */
  readonly isBackedUp?: boolean
}

export async function startServer({
  dataDir,
  words = [],
  cores,
  databaseUrl,
  isBackedUp = false,
}: ServerOptions): Promise<Server> {
  const startedMs = performance.now()
  const own = ['start', '--json', '--port', '0', '--data', dataDir, ...words]
  const [program = '', ...rest] = [...boundTo(cores), join(projectRoot, 'doorstep'), ...own]
  const env = { ...process.env }
  delete env.DATABASE_URL
  if (databaseUrl) env.DATABASE_URL = databaseUrl
  if (!isBackedUp) env.DOORSTEP_BACKUP_DIR = 'off'
  const child = spawn(program, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = await firstLine(child)
  const { url, sign_in } = JSON.parse(said)
  return {
    url,
    signIn: sign_in,
    readyMs: performance.now() - startedMs,
    usedMs: () => ({
      server: usedBy(child.pid ?? 0),
      database: sum(databaseProcesses(dataDir).map(usedBy)),
    }),
    stop: () => end(child, 'SIGTERM'),
    kill: withDatabase => kill(child, dataDir, withDatabase),
  }
}

/** The first cores; who asks moves to the others, so that the asking does not slow the answers. */
function boundTo(cores: number | undefined): string[] {
  const all = availableParallelism()
  const isBound = /mask/.test(`${spawnSync('taskset', ['-p', `${process.pid}`]).stdout}`)
  if (cores === undefined || !isBound || all <= cores) return []
  spawnSync('taskset', ['-a', '-c', '-p', `${cores}-${all - 1}`, `${process.pid}`])
  return ['taskset', '-c', `0-${cores - 1}`]
}

async function firstLine(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('The server has no output.')
  const notes: string[] = []
  createInterface(stderr).on('line', line => notes.push(line))
  const gone = new AbortController()
  child.once('close', () => gone.abort())
  try {
    const [line] = await once(createInterface(stdout), 'line', { signal: gone.signal })
    stdout.resume()
    return line
  } catch {
    throw new Error(`The server did not start. ${notes.slice(-5).join(' ')}`)
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

async function kill(child: ChildProcess, dataDir: string, withDatabase: boolean): Promise<void> {
  // The database's processes are found first and then struck together: none may tidy up after one.
  const database = withDatabase ? databaseProcesses(dataDir) : []
  const gone = end(child, 'SIGKILL')
  for (const pid of database) strike(pid)
  await gone
}

export function databaseProcesses(dataDir: string): number[] {
  const note = readFileSync(join(dataDir, 'postgresql', 'postmaster.pid'), 'utf8')
  const postmaster = Number(note.split('\n')[0])
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return [postmaster, ...all.map(Number).filter(pid => parentOf(pid) === postmaster)]
}

function strike(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went by itself, which some do as soon as the others are gone.
  }
}

function parentOf(pid: number): number | undefined {
  const parent = statOf(pid)[1]
  return parent === undefined ? undefined : Number(parent)
}

/** In user and system mode, with children that have ended; Linux counts in hundredths. */
function usedBy(pid: number): number {
  return sum(statOf(pid).slice(11, 15).map(Number)) * 10
}

function statOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
