// How is another service asked, thousands of times a minute? Once each, over kept connections.
import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as SafeAgent, request as safeRequest } from 'node:https'
import { answerMsMax } from '../resident-sender.ts'

export type Connections = {
  readonly agent: PlainAgent
  readonly request: typeof plainRequest
}

const socketsMax = 128
const bytesMax = 256 * 1024

/** `fetch` costs twice the processor time of what it carries. */
export function connectionsTo(url: string): Connections {
  const isSafe = new URL(url).protocol === 'https:'
  const options = { keepAlive: true, maxSockets: socketsMax }
  if (!isSafe) return { agent: new PlainAgent(options), request: plainRequest }
  return { agent: new SafeAgent(options), request: safeRequest as typeof plainRequest }
}

type Asked = {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: object | undefined
}

export type Heard = { readonly status: number; readonly text: string }

/** Undefined where no whole answer came in time; nothing is asked a second time by itself. */
export function askOnce(
  { agent, request }: Connections,
  { url, method, headers, body }: Asked,
): Promise<Heard | undefined> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const length = String(Buffer.byteLength(text))
  return new Promise(resolve => {
    const own = { ...headers, 'content-length': length }
    const asked = request(url, { method, agent, headers: own }, response => {
      const parts: Buffer[] = []
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes > bytesMax) asked.destroy()
        else parts.push(part)
      })
      response.on('error', () => end(undefined))
      response.on('end', () => {
        const said = Buffer.concat(parts).toString('utf8')
        end({ status: response.statusCode ?? 0, text: said })
      })
    })
    const timer = setTimeout(() => asked.destroy(), answerMsMax)
    const end = (heard: Heard | undefined) => {
      clearTimeout(timer)
      resolve(heard)
    }
    asked.on('error', () => end(undefined))
    asked.on('close', () => end(undefined))
    asked.end(text)
  })
}
