// Reads the configuration, opens the store, starts listening; nothing else.
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { makeNode, migrated } from './app.ts'
import { startTasks } from './events/index.ts'
import { systemClock } from './kernel/clock.ts'
import type { Node } from './node.ts'
import { migrate, migrationsOf } from './store/migrate.ts'
import { openStore } from './store/open.ts'
import { makeApp } from './web/app.ts'

export type Config = {
  readonly adminUrl: string
  readonly appUrl: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

export type Running = { readonly url: string; readonly node: Node; stop(): Promise<void> }

const closeMsMax = 1_500

/** Brings the database up to date and opens the node, without listening. */
export async function openNode(urls: Pick<Config, 'adminUrl' | 'appUrl'>): Promise<Node> {
  await migrate(urls.adminUrl, migrationsOf(migrated))
  return makeNode(openStore(urls), systemClock)
}

/** Serves a node until it is stopped. A taken port rejects with code EADDRINUSE. */
export async function listen(node: Node, config: Config): Promise<Running> {
  const logger = pino({ base: null }, pino.destination(2))
  const app = makeApp(node, (error, reference) => {
    logger.error({ reference, kind: (error as Error).name, at: placeOf(error) }, 'request failed')
  })
  const { server, port } = await bind(app.fetch, config)
  const stopTasks = startTasks(node, (task, error) => {
    logger.error({ task, kind: (error as Error).name, at: placeOf(error) }, 'task failed')
  })
  return {
    url: `http://${config.host}:${port}`,
    node,
    async stop() {
      const tasksEnded = stopTasks()
      const closed = new Promise(resolve => server.close(resolve))
      setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        closeMsMax,
      ).unref()
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      await closed
      await tasksEnded
      await node.store.close()
    },
  }
}

type Server = ReturnType<typeof serve>

function bind(fetch: Parameters<typeof serve>[0]['fetch'], config: Config) {
  return new Promise<{ server: Server; port: number }>((resolve, reject) => {
    const { host: hostname, port } = config
    const server = serve({ fetch, hostname, port }, info => resolve({ server, port: info.port }))
    server.once('error', reject)
  })
}

/** Where it broke, without what it said: messages of the database may quote what was typed. */
function placeOf(error: unknown): string {
  const line = (error as Error).stack?.split('\n').find(one => one.includes('    at '))
  return line?.trim() ?? 'unknown'
}
