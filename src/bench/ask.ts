// How does a bench ask the server? Over loopback on connections that stay open, like a browser.
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type Asked = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it came over the wire, still compressed. */
  readonly body: Buffer
  readonly tookMs: number
}

export type Question = {
  readonly path: string
  readonly cookie?: string
  /** Makes it a form that is posted from our own page. */
  readonly form?: Readonly<Record<string, string>>
}

export type Client = { ask(question: Question): Promise<Asked>; close(): void }

const timeoutMs = 60_000

export function openClient(url: string): Client {
  const agent = new Agent({ keepAlive: true })
  return { ask: question => ask(agent, url, question), close: () => agent.destroy() }
}

function ask(agent: Agent, url: string, { path, cookie, form }: Question): Promise<Asked> {
  const body = form && new URLSearchParams(form).toString()
  const headers = {
    'accept-encoding': 'gzip',
    ...(cookie && { cookie }),
    ...(body !== undefined && {
      origin: url,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }),
  }
  const startedMs = performance.now()
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { agent, method, headers, timeout: timeoutMs }, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => {
        if (!answer.complete) return reject(new Error('The answer was cut off.'))
        const tookMs = performance.now() - startedMs
        const { statusCode: status = 0, headers } = answer
        resolve({ status, headers, body: Buffer.concat(parts), tookMs })
      })
    })
    asked.once('timeout', () => asked.destroy(new Error('No answer came.')))
    asked.once('error', (error: NodeJS.ErrnoException) => {
      // The server had closed a connection that was kept open: a browser asks again, unseen.
      const isStale = asked.reusedSocket && error.code === 'ECONNRESET' && method === 'GET'
      if (isStale) ask(agent, url, { path, ...(cookie && { cookie }) }).then(resolve, reject)
      else reject(error)
    })
    asked.end(body)
  })
}
