// Reads the configuration, opens the store, starts listening; nothing else.
import { serve } from '@hono/node-server'
import { makeNode, migrated } from './app.ts'
import { startTasks } from './events/index.ts'
import {
  type LogLevel,
  type Machine,
  makeLogger,
  makeMetrics,
  serveMetrics,
  setMachine,
} from './health/index.ts'
import { systemClock } from './kernel/clock.ts'
import { watchFolder } from './lists/index.ts'
import type { Node } from './node.ts'
import { takeKeptPacks } from './reach/index.ts'
import { migrate, migrationsOf } from './store/migrate.ts'
import { openStore } from './store/open.ts'
import { fileKeys, keyFileAt } from './store/secrets/index.ts'
import { makeApp } from './web/app.ts'

export type Config = {
  readonly adminUrl: string
  readonly appUrl: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Where metrics are read; nowhere unless asked for. */
  readonly metrics?: { readonly host: string; readonly port: number }
  readonly logLevel?: LogLevel
  readonly machine?: Machine
  /** A folder into which lists are dropped; none unless asked for. */
  readonly watch?: string
  /** Without it secrets are kept for this process alone. */
  readonly keyFile?: string
}

export type Running = {
  readonly url: string
  readonly metricsUrl?: string
  readonly node: Node
  stop(): Promise<void>
}

const closeMsMax = 1_500

const toStandardError = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Brings the database up to date and opens the node, without listening. */
export async function openNode(
  urls: Pick<Config, 'adminUrl' | 'appUrl' | 'keyFile'>,
  say = toStandardError,
): Promise<Node> {
  const migrations = migrationsOf(migrated)
  await migrate(urls.adminUrl, migrations)
  const { keyFile, ...rest } = urls
  const keys = keyFile === undefined ? {} : { keys: fileKeys(keyFileAt(keyFile)) }
  const node = makeNode(openStore({ ...rest, ...keys, migrations }), systemClock)
  for (const sentence of await takeKeptPacks(node)) say(sentence)
  return node
}

/** Serves a node until it is stopped. A taken port rejects with code EADDRINUSE. */
export async function listen(node: Node, config: Config): Promise<Running> {
  const log = makeLogger(config.logLevel ?? 'info')
  setMachine(node, config.machine ?? {})
  const metrics = config.metrics && (await startMetrics(node, config.metrics))
  const app = makeApp(node, log.fault, request => {
    log.heard(request)
    metrics?.heard(request)
  })
  const { server, port } = await bind(app.fetch, config).catch(async error => {
    await metrics?.stop()
    throw error
  })
  const stopTasks = startTasks(node, log.taskFailed)
  const { watch: folder } = config
  const stopWatch = folder && watchFolder({ node, folder, failed: log.taskFailed })
  return {
    url: `http://${config.host}:${port}`,
    ...(metrics ? { metricsUrl: metrics.url } : {}),
    node,
    async stop() {
      const tasksEnded = stopTasks()
      await close(server)
      await tasksEnded
      if (stopWatch) await stopWatch()
      await metrics?.stop()
      await node.store.close()
    },
  }
}

async function startMetrics(node: Node, seat: { host: string; port: number }) {
  const metrics = makeMetrics(node)
  const server = await serveMetrics(metrics, seat)
  return {
    url: server.url,
    heard: metrics.heard,
    async stop() {
      await server.close()
      metrics.close()
    },
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    closeMsMax,
  ).unref()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await closed
}

type Server = ReturnType<typeof serve>

function bind(fetch: Parameters<typeof serve>[0]['fetch'], config: Config) {
  return new Promise<{ server: Server; port: number }>((resolve, reject) => {
    const { host: hostname, port } = config
    const server = serve({ fetch, hostname, port }, info => resolve({ server, port: info.port }))
    server.once('error', reject)
  })
}
