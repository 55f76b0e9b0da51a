// Is a request ever cut off because the one before it on the same connection was refused half-read?
import { Agent, type RequestOptions, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { endUnread } from './unread.ts'

/** The server gives up on an unread rest after 500 ms. */
const watchedMs = 800
const large = Buffer.alloc(300_000, 'x')

test('one refused while it was being read ends its connection, and nothing else', async () => {
  const told = await askAfter('/begun', large)
  expect(told.first).toEqual({ status: 422, connection: 'close' })
  expect(new Set(told.later)).toEqual(new Set([200]))
})

test('one that nobody read, or that was read to its end, keeps its connection', async () => {
  for (const path of ['/unread', '/read']) {
    const told = await askAfter(path, Buffer.from('{"a":1}'))
    expect(told.first.connection).toBe('keep-alive')
    expect(new Set(told.later)).toEqual(new Set([200]))
  }
})

type Told = { readonly status: number | string; readonly connection?: string | undefined }

async function askAfter(path: string, body: Buffer) {
  const { port, close } = await served()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (how: RequestOptions, sent?: Buffer) => ask({ ...how, agent, port }, sent)
  const first = await send({ method: 'POST', path }, body)
  const later: (number | string)[] = []
  for (const started = Date.now(); Date.now() - started < watchedMs; await wait(20)) {
    later.push((await send({ path: '/' })).status)
  }
  agent.destroy()
  close()
  return { first, later }
}

function served(): Promise<{ port: number; close: () => void }> {
  const app = new Hono()
  app.use(endUnread)
  app.get('/', c => c.text('well'))
  app.post('/unread', c => c.text('no', 401))
  app.post('/read', async c => c.text(await c.req.text()))
  app.post('/begun', async c => {
    await c.req.raw.body?.getReader().read()
    return c.text('no', 422)
  })
  return new Promise(resolve => {
    const options = { fetch: app.fetch, hostname: '127.0.0.1', port: 0 }
    const server = serve(options, ({ port }) => resolve({ port, close: () => void server.close() }))
  })
}

function ask(asked: RequestOptions, body?: Buffer) {
  return new Promise<Told>(resolve => {
    const headers = body ? { 'content-length': body.length } : {}
    const sent = request({ ...asked, hostname: '127.0.0.1', headers }, answer => {
      answer.resume()
      const { statusCode: status = 0, headers } = answer
      answer.once('end', () => resolve({ status, connection: headers.connection }))
    })
    sent.once('error', error => resolve({ status: String(error) }))
    sent.end(body)
  })
}
