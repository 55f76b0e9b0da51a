// Did the receiver take it? One POST to a number that was looked at; a 2xx counts, nothing else.
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { secondMs } from '../../kernel/clock.ts'
import { addressProblem, type DestinationRules } from '../domain/destination.ts'
import { type Network, systemNetwork } from './network.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

const answerMsMax = 10 * secondMs
/** After its first line an answer has so long to end; what it says is not read. */
const bodyMsMax = secondMs
const bodyBytesMax = 64 * 1024

export type Posting = {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly rules: DestinationRules
  readonly network?: Network | undefined
  readonly msMax?: number | undefined
}

export type Answered = {
  readonly outcome: 'delivered' | 'gone' | 'failed'
  readonly status: number | null
  /** A code; null when it was delivered. */
  readonly problem: string | null
  /** How long the receiver asks us to wait. */
  readonly waitMs?: number
}

/** Never rejects: whatever the network does is an answer. */
export async function post(posting: Posting): Promise<Answered> {
  const { address, rules, network = systemNetwork, msMax = answerMsMax } = posting
  const wrong = addressProblem(address, rules)
  if (wrong) return failed(wrong)
  const url = new URL(address)
  const overAt = AbortSignal.timeout(msMax)
  const numbers = await resolve(url, network, overAt)
  if (typeof numbers === 'string') return failed(numbers)
  const isFit = (number: string) =>
    isPublicAddress(number) || (rules.allowsLoopback && isLoopbackAddress(number))
  // One bad number among good ones is enough: which of them would be taken is chance.
  if (!numbers.every(isFit)) return failed('not-public')
  return send(posting, { url, numbers, overAt })
}

async function resolve(
  { hostname }: URL,
  network: Network,
  overAt: AbortSignal,
): Promise<readonly string[] | 'no-such-host' | 'too-slow'> {
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal)) return [literal]
  const tooSlow = new Promise<'too-slow'>(done => {
    overAt.addEventListener('abort', () => done('too-slow'), { once: true })
  })
  const found = network.resolve(hostname).then(
    numbers => (numbers.length > 0 ? numbers : ('no-such-host' as const)),
    () => 'no-such-host' as const,
  )
  return Promise.race([found, tooSlow])
}

type Way = {
  readonly url: URL
  readonly numbers: readonly string[]
  readonly overAt: AbortSignal
}

function send({ headers, body }: Posting, { url, numbers, overAt }: Way): Promise<Answered> {
  const request = url.protocol === 'https:' ? overHttps : overHttp
  return new Promise(done => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: onlyTo(numbers),
      signal: overAt,
      rejectUnauthorized: true,
    })
    sent.on('error', error => done(failed(codeOf(error))))
    sent.once('response', answer => drain(answer, () => done(judged(answer))))
    sent.end(body)
  })
}

/** Whoever connects asks for the name again: it is told the numbers that were looked at. */
function onlyTo(numbers: readonly string[]): LookupFunction {
  const all = numbers.map(address => ({ address, family: isIP(address) }))
  return (_host, options, tell) => {
    const [first] = all
    if (!first) return tell(new Error('no number'), '')
    if (options.all) tell(null, all)
    else tell(null, first.address, first.family)
  }
}

/** Lets a short answer end in peace, and cuts off one that is long or never ends. */
function drain(answer: IncomingMessage, over: () => void): void {
  let bytes = 0
  const timer = setTimeout(() => answer.destroy(), bodyMsMax)
  answer.on('data', part => {
    bytes += part.length
    if (bytes > bodyBytesMax) answer.destroy()
  })
  answer.on('error', () => {})
  answer.once('close', () => {
    clearTimeout(timer)
    over()
  })
}

function judged({ statusCode: status = 0, headers }: IncomingMessage): Answered {
  if (status >= 200 && status < 300) return { outcome: 'delivered', status, problem: null }
  if (status === 410) return { outcome: 'gone', status, problem: 'gone' }
  const problem = status >= 300 && status < 400 ? 'redirect' : 'status'
  const waitS = Number(headers['retry-after'])
  const wait = Number.isFinite(waitS) && waitS > 0 ? { waitMs: waitS * secondMs } : {}
  return { outcome: 'failed', status, problem, ...wait }
}

function failed(problem: string): Answered {
  return { outcome: 'failed', status: null, problem }
}

function codeOf(error: Error & { code?: string }): string {
  return ['ABORT_ERR', 'TimeoutError'].includes(error.code ?? error.name)
    ? 'too-slow'
    : (error.code ?? 'unknown')
}
