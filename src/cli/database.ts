// Which database does a command work on? The one named by DATABASE_URL, else our own in `--data`.
import { resolve } from 'node:path'
import { askMajor, joinCluster, startCluster } from '../store/cluster/index.ts'
import { CommandProblem } from './command.ts'
import { addCouncilPacks } from './council-packs.ts'

export type Database = {
  adminUrl: string
  appUrl: string
  /** Where our own really is; none for one that `DATABASE_URL` names. */
  dataDir?: string
  /** Of what is kept sealed; never in the database, nor in a backup. */
  keyFile: string
  stop(): Promise<void>
}

export type DatabaseOptions = {
  /** The server's own start refuses a folder in use; every other command joins it. */
  isServer?: boolean
  onNotice?: (line: string) => void
  url?: string | undefined
}

const versionMin = 15
export const codeForInterrupted = 130

export async function openDatabase(
  dataDir: string,
  { isServer = false, onNotice, url = process.env.DATABASE_URL }: DatabaseOptions = {},
): Promise<Database> {
  addCouncilPacks(dataDir, onNotice)
  if (url) return openOutside(url, keyFileIn(dataDir))
  const options = { dataDir, ...(onNotice && { onNotice }) }
  if (!isServer) return stoppedBySignals(withKeys(await joinCluster(options)))
  return withKeys(await startCluster(options))
}

/** Beside the data, unless the machine keeps its keys elsewhere. */
function keyFileIn(dataDir: string): string {
  return resolve(process.env.DOORSTEP_KEY_FILE || `${dataDir}/secrets.key`)
}

function withKeys<Own extends { dataDir: string }>(own: Own): Own & { keyFile: string } {
  return { ...own, keyFile: keyFileIn(own.dataDir) }
}

/** A command that is interrupted takes down the server it started; a server sees to itself. */
function stoppedBySignals(database: Database): Database {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const interrupted = () => void database.stop().finally(() => process.exit(codeForInterrupted))
  for (const signal of signals) process.once(signal, interrupted)
  return {
    ...database,
    async stop() {
      for (const signal of signals) process.off(signal, interrupted)
      await database.stop()
    },
  }
}

/** The same login for both; row security binds because the application takes its own role. */
async function openOutside(adminUrl: string, keyFile: string): Promise<Database> {
  const major = await majorAt(adminUrl)
  if (major < versionMin) {
    throw new CommandProblem(
      'database-too-old',
      `DATABASE_URL leads to PostgreSQL ${major} and Doorstep needs ${versionMin} or newer.`,
    )
  }
  const joint = adminUrl.includes('?') ? '&' : '?'
  // What a role sets for itself holds at a login and not here, so the path is said as well.
  const options = encodeURIComponent('-c role=doorstep_app -c search_path=doorstep')
  const appUrl = `${adminUrl}${joint}options=${options}`
  return { adminUrl, appUrl, keyFile, stop: async () => {} }
}

async function majorAt(url: string): Promise<number> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new CommandProblem(
      'database-address-wrong',
      'DATABASE_URL is no address of a PostgreSQL, such as postgresql://user@host/database.',
    )
  }
  try {
    return await askMajor(url)
  } catch (error) {
    // The address holds a password, so only the reason is told.
    const { code, message } = error as NodeJS.ErrnoException
    const reason = message || code
    throw new CommandProblem(
      'database-unreachable',
      `Doorstep cannot reach the database in DATABASE_URL (${reason}); check that it runs.`,
    )
  }
}
