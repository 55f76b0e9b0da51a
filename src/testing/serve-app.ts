// Where does a browser find the app of a test? On a free port of this machine alone.
import { serve } from '@hono/node-server'
import type { TestNode } from './make-node.ts'
import { makeTestApp } from './request.ts'

export type Served = { readonly url: string; close(): void }

export function serveApp(t: TestNode): Promise<Served> {
  return new Promise(resolve => {
    const options = { fetch: makeTestApp(t).fetch, hostname: '127.0.0.1', port: 0 }
    const server = serve(options, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, close: () => void server.close() }),
    )
  })
}
