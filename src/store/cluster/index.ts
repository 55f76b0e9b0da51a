// How does Doorstep get its own PostgreSQL? Starts, adopts, joins and stops one per data folder.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { clusterFolder, findHome, type Home, refuseFullDisk } from './home.ts'
import { takeOwnership } from './owner.ts'
import { ClusterProblem, folderProblem } from './problem.ts'
import {
  createCluster,
  findRunning,
  type RunningServer,
  startServer,
  stopServer,
} from './server.ts'

export { askMajor } from './ask-major.ts'
export { explainLoss } from './loss.ts'
export { ClusterProblem, type ClusterProblemCode } from './problem.ts'

export type Cluster = {
  /** The superuser `postgres`. */
  adminUrl: string
  /** The login role `doorstep_app`, which the migrations make. */
  appUrl: string
  /** Where the data really is; not always the folder that was asked for. */
  dataDir: string
  stop(): Promise<void>
}

export type ClusterOptions = {
  dataDir: string
  /** Lines for the person who started it: where the data is, that a server was adopted. */
  onNotice?: (line: string) => void
  bytesFreeMin?: number
}

const bytesFreeMin = 200 * 1024 * 1024
const joinTimeoutMs = 60_000

/** Starts the server of this folder, or adopts the one that a killed Doorstep left behind. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const home = findHome(options.dataDir)
  const release = takeOwnership(home.path)
  try {
    if (home.isElsewhere) options.onNotice?.(`The data is in ${home.path}.`)
    const server = await adoptOrStart(home, options)
    await ensureDatabase(server.socketFolder)
    const stop = once(async () => {
      await stopServer(home.path, server)
      release()
    })
    return { ...urlsOf(server), dataDir: home.path, stop }
  } catch (error) {
    release()
    throw folderProblem(error, home.path)
  }
}

/** Uses the server that already runs on this folder, or starts one for as long as it is needed. */
export async function joinCluster(options: ClusterOptions): Promise<Cluster> {
  const deadline = Date.now() + joinTimeoutMs
  for (;;) {
    try {
      return await startCluster(options)
    } catch (error) {
      const isRunning = error instanceof ClusterProblem && error.code === 'already-running'
      if (!isRunning || Date.now() > deadline) throw error
    }
    const home = findHome(options.dataDir)
    const server = await findRunning(home.path)
    if (server && (await answers(server.socketFolder))) {
      return { ...urlsOf(server), dataDir: home.path, stop: async () => {} }
    }
    await pause(20)
  }
}

async function adoptOrStart(home: Home, options: ClusterOptions): Promise<RunningServer> {
  const orphan = await findRunning(home.path)
  if (orphan) {
    options.onNotice?.('Took over the database server that an earlier run left behind.')
    return orphan
  }
  refuseFullDisk(home.path, options.bytesFreeMin ?? bytesFreeMin)
  const binaries = findBinaries(home.account, home.path)
  const versionFile = join(clusterFolder(home.path), 'PG_VERSION')
  if (existsSync(versionFile)) refuseOtherMajor(home, binaries, readFileSync(versionFile, 'utf8'))
  else createCluster(home, binaries)
  return startServer(home, binaries)
}

function refuseOtherMajor(home: Home, binaries: Binaries, version: string): void {
  if (Number.parseInt(version, 10) === binaries.major) return
  throw new ClusterProblem(
    'other-version',
    `The data in ${home.path} was made by PostgreSQL ${version.trim()} and this Doorstep brings ` +
      `${binaries.major}; use the Doorstep that made it, or choose an empty folder with --data.`,
  )
}

function urlsOf(server: RunningServer): { adminUrl: string; appUrl: string } {
  return {
    adminUrl: urlOf(server.socketFolder, 'postgres', 'doorstep'),
    appUrl: urlOf(server.socketFolder, 'doorstep_app', 'doorstep'),
  }
}

/** The port only names the socket file; stated, so that PGPORT cannot change it. */
function urlOf(socketFolder: string, user: string, database: string): string {
  const host = encodeURIComponent(socketFolder)
  return `postgresql:///${database}?host=${host}&port=5432&user=${user}`
}

async function ensureDatabase(socketFolder: string): Promise<void> {
  if (await answers(socketFolder)) return
  const client = new pg.Client({ connectionString: urlOf(socketFolder, 'postgres', 'postgres') })
  await client.connect()
  try {
    await client.query('create database doorstep')
  } finally {
    await client.end()
  }
}

async function answers(socketFolder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(socketFolder, 'postgres', 'doorstep') })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let started: Promise<void> | undefined
  return () => {
    started ??= action()
    return started
  }
}
