// Another system, as real as can be on one machine: it listens, checks signatures, and counts.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export type Heard = {
  readonly id: string
  readonly signatures: readonly string[]
  readonly body: {
    readonly type: string
    readonly timestamp: string
    readonly data: { readonly seq: number; readonly kind: string; readonly subjects: string[] }
  }
  readonly text: string
}

export type Receiver = {
  readonly address: string
  /** `host:port`, as the list of machines has it. */
  readonly host: string
  /** What came with a good signature, oldest first; repetitions too. */
  readonly heard: readonly Heard[]
  /** How many requests came, good or bad. */
  readonly asked: number
  /** With how many signatures the last of them came. */
  readonly signatures: number
  /** By which secrets it checks. */
  trust(...secrets: readonly string[]): void
  /** How it answers from now on; a status, or by hand. */
  answer(how: number | ((response: ServerResponse) => void)): void
  close(): Promise<void>
}

export async function openReceiver(port = 0, host = '127.0.0.1'): Promise<Receiver> {
  let secrets: readonly string[] = []
  let how: number | ((response: ServerResponse) => void) = 204
  const heard: Heard[] = []
  let asked = 0
  let signatures = 0
  const server = createServer(async (request, response) => {
    asked++
    signatures = signaturesOf(request).length
    const body = await text(request)
    const good = check(request, body, secrets)
    if (typeof how === 'function') return how(response)
    if (good && how < 300) heard.push(good)
    response.writeHead(good ? how : 401).end()
  })
  const bound = await listenAt(server, port, host)
  return {
    address: `http://${host}:${bound}/hooks`,
    host: `${host}:${bound}`,
    heard,
    get asked() {
      return asked
    },
    get signatures() {
      return signatures
    },
    trust(...given) {
      secrets = given
    },
    answer(given) {
      how = given
    },
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

function listenAt(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, refused) => {
    server.once('error', refused)
    server.listen(port, host, () => done((server.address() as AddressInfo).port))
  })
}

/** By the library alone, as a receiver elsewhere would. */
function check(request: IncomingMessage, body: string, secrets: readonly string[]) {
  const headers = request.headers as Record<string, string>
  for (const secret of secrets) {
    try {
      const verified = new Webhook(secret).verify(body, headers) as Heard['body']
      const signatures = signaturesOf(request)
      return { id: headers['webhook-id'] ?? '', signatures, body: verified, text: body }
    } catch {
      // Not by this secret; another may fit.
    }
  }
  return undefined
}

function signaturesOf({ headers }: IncomingMessage): readonly string[] {
  return [headers['webhook-signature'] ?? ''].flat().join(' ').split(' ')
}
