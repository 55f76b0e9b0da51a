// `./doorstep start`: one command from nothing to an address and sign-in links.
import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { isLogLevel, logLevels, type Machine, readPlan, sealSecrets } from '../health/index.ts'
import type { Config } from '../main.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { codeForInterrupted, type Database, openDatabase } from './database.ts'
import { type Seat as Address, findMetricsSeat, findSeat, openSeat } from './seat.ts'
import { lockedWords } from './secrets-key.ts'

const defaultPort = 8080

export const command: Command = {
  name: 'start',
  summary: 'start Doorstep on this machine',
  options: {
    demo: { type: 'boolean' },
    port: { type: 'string' },
    host: { type: 'string' },
    'metrics-port': { type: 'string' },
    'metrics-host': { type: 'string' },
    watch: { type: 'string' },
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const startedAt = performance.now()
  const address = findSeat(args.options, defaultPort)
  const watched = findWatched(args.options)
  const stopped = untilStopped()
  const database = await openDatabase(args.dataDir, { isServer: true, onNotice: io.note })
  try {
    const machine = machineOf(database)
    const opening = open({
      args,
      io,
      database,
      address: { ...address, ...watched, machine },
      startedAt,
    })
    const seat = await Promise.race([opening, stopped])
    // Half a start is given up at once, whatever it is in the middle of.
    if (!seat) {
      await database.stop()
      process.exit(codeForInterrupted)
    }
    await stopped
    await seat.stop()
    return 0
  } finally {
    await database.stop()
  }
}

type Seat = Awaited<ReturnType<typeof openSeat>>
type Start = {
  readonly args: Arguments
  readonly io: Io
  readonly database: Database
  readonly address: Address & Pick<Config, 'metrics' | 'logLevel' | 'machine' | 'watch'>
  /** Milliseconds of the process's own clock. */
  readonly startedAt: number
}

/** How it is watched over: metrics, logs, backups. Wrong settings are told before anything runs. */
function findWatched(
  options: Arguments['options'],
): Pick<Config, 'metrics' | 'logLevel' | 'watch'> {
  const metrics = findMetricsSeat(options)
  // At a terminal a person reads along, and a line for every request would hide the links.
  const usual = process.stderr.isTTY ? 'warn' : 'info'
  const logLevel = process.env.DOORSTEP_LOG_LEVEL ?? usual
  if (!isLogLevel(logLevel)) {
    const sentence = `DOORSTEP_LOG_LEVEL is one of ${logLevels.join(', ')}.`
    throw new CommandProblem('log-level-wrong', sentence, 2)
  }
  const watch = findDropFolder(options)
  return { ...(metrics ? { metrics } : {}), ...(watch ? { watch } : {}), logLevel }
}

/** Where a council drops its lists, if it can do no more; wrong is told before anything runs. */
function findDropFolder({ watch }: Arguments['options']): string | undefined {
  const folder = String(watch ?? process.env.DOORSTEP_WATCH ?? '')
  if (folder === '' && watch === undefined) return undefined
  try {
    if (statSync(folder).isDirectory()) {
      accessSync(folder, constants.R_OK | constants.W_OK)
      return resolve(folder)
    }
  } catch {
    // Said below: whatever the reason, lists dropped there would lie unread.
  }
  const sentence = `There is no folder ${folder} that Doorstep may read and write.`
  throw new CommandProblem('watch-folder-missing', sentence, 2)
}

function machineOf({ dataDir }: Database): Machine {
  const backups = readPlan(process.env, dataDir)
  if (backups && 'wrong' in backups) {
    throw new CommandProblem('setting-wrong', `${backups.wrong} is not a setting that fits.`, 2)
  }
  return { ...(dataDir ? { dataDir } : {}), ...(backups ? { backups } : {}) }
}

/** Listens and says so; what goes wrong after the listening ends the listening. */
async function open({ args, io, database, address, startedAt }: Start): Promise<Seat> {
  const { listen, openNode } = await import('../main.ts')
  const node = await openNode(database, io.note)
  const { locked } = await sealSecrets(node)
  if (locked > 0) io.note(lockedWords(locked))
  const seat = await openSeat(() => listen(node, { ...database, ...address }), address)
  try {
    const links = await linksFor(args, io, seat)
    const readyMs = Math.round(performance.now() - startedAt)
    const metrics = seat.metricsUrl ? { metrics: seat.metricsUrl } : {}
    if (io.isJson) io.answer({ url: seat.url, ready_ms: readyMs, sign_in: links, ...metrics })
    else tell(io, seat.url, links)
    return seat
  } catch (error) {
    await seat.stop()
    throw error
  }
}

/** Role to link. With `--demo` the invented district is there first. */
async function linksFor(args: Arguments, io: Io, seat: Seat): Promise<Record<string, string>> {
  if (args.options.demo) {
    const { openDemo } = await import('../demo/index.ts')
    const tokens = await openDemo(seat.node, { progress: io.progress, note: io.note })
    return mapLinks(tokens, token => `${seat.url}/sign-in/${token}`)
  }
  const { makeSetUpToken } = await import('../access/index.ts')
  const token = await makeSetUpToken(seat.node)
  return token ? { 'set-up': `${seat.url}/set-up/${token}` } : {}
}

function mapLinks(tokens: Record<string, string>, link: (token: string) => string) {
  return Object.fromEntries(Object.entries(tokens).map(([role, token]) => [role, link(token)]))
}

function tell(io: Io, url: string, links: Record<string, string>): void {
  io.say(`Doorstep is ready: ${url}`)
  const entries = Object.entries(links)
  if (entries.length === 0) io.say('Sign in with a link from your system administrator.')
  if (entries.length > 0) io.say('Each of these links signs one person in, once, within a day:')
  const width = Math.max(0, ...entries.map(([role]) => role.length))
  for (const [role, link] of entries) io.say(`  ${role.padEnd(width)}  ${link}`)
  io.say('Press Ctrl-C to stop.')
}

function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
