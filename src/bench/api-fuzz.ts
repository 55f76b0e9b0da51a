// What did the interface answer to so many requests? Statuses, hangs, and answers that say nothing.
import { Agent, request } from 'node:http'
import { type ApiRequest, makeRequest, type OpenApi } from './api-requests.ts'
import type { Chance } from './chance.ts'

export const hangMs = 10_000
const atOnce = 8

export type Fuzzing = {
  readonly url: string
  readonly document: OpenApi
  /** As many as keep each below its limit a minute. */
  readonly tokens: readonly string[]
  /** In force elsewhere: in another council. */
  readonly foreign: string
  readonly ids: readonly string[]
  readonly count: number
  readonly chance: Chance
  readonly onDone?: (count: number) => void
}

export type Fuzzed = {
  readonly statuses: ReadonlyMap<number, number>
  readonly times: readonly number[]
  readonly slowest: string
  /** What was wrong, by the kind of request. */
  readonly faults: readonly string[]
  readonly hangs: readonly string[]
  /** A refusal without a code and a sentence, or one as a page. */
  readonly speechless: readonly string[]
  /** Good requests of which every one was refused as badly put. */
  readonly goodRefused: readonly string[]
}

type Answer = { readonly status: number; readonly type: string; readonly body: string }

export async function fuzzApi(fuzzing: Fuzzing): Promise<Fuzzed> {
  const { count, tokens, onDone } = fuzzing
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const found = makeFindings()
  let next = 0
  const work = async () => {
    for (let nth = next++; nth < count; nth = next++) {
      const token = tokens[nth % tokens.length] ?? ''
      const asked = makeRequest({ ...fuzzing, token })
      const startedMs = performance.now()
      const answer = await ask(agent, fuzzing.url, asked)
      found.note(asked, answer, performance.now() - startedMs)
      onDone?.(nth + 1)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  agent.destroy()
  return found.all()
}

function ask(agent: Agent, url: string, asked: ApiRequest): Promise<Answer | 'hang' | 'cut off'> {
  const { method, path, headers, body } = asked
  const { hostname, port } = new URL(url)
  return new Promise(done => {
    const length = body ? { 'content-length': String(body.length) } : {}
    const how = { agent, hostname, port, path, method, headers: { ...headers, ...length } }
    const sent = request(how, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.once('error', () => done('cut off'))
      answer.once('end', () => {
        const type = answer.headers['content-type'] ?? ''
        done({ status: answer.statusCode ?? 0, type, body: `${Buffer.concat(parts)}` })
      })
    })
    sent.setTimeout(hangMs, () => {
      done('hang')
      sent.destroy()
    })
    sent.once('error', () => done('cut off'))
    sent.end(body)
  })
}

function makeFindings() {
  const statuses = new Map<number, number>()
  const times: number[] = []
  const [faults, hangs, speechless] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const good = new Map<string, boolean>()
  let slowest = { ms: 0, what: '' }
  return {
    note(asked: ApiRequest, answer: Answer | 'hang' | 'cut off', tookMs: number) {
      const what = `${asked.method} ${asked.path.slice(0, 80)}: ${asked.kind}`
      times.push(tookMs)
      if (tookMs > slowest.ms) slowest = { ms: tookMs, what }
      if (answer === 'hang') return hangs.add(what)
      const status = answer === 'cut off' ? 0 : answer.status
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (answer === 'cut off') return faults.add(`cut off ${what}`)
      if (status >= 500) faults.add(`${status} ${what}`)
      if (isSpeechless(asked, answer)) speechless.add(`${status} ${what}`)
      if (asked.isGood) noteGood(good, asked, answer)
    },
    all: (): Fuzzed => ({
      statuses: new Map([...statuses].sort(([one], [other]) => one - other)),
      times,
      slowest: slowest.what,
      faults: [...faults],
      hangs: [...hangs],
      speechless: [...speechless],
      goodRefused: [...good].flatMap(([what, isTaken]) => (isTaken ? [] : [what])),
    }),
  }
}

function isSpeechless({ method, path }: ApiRequest, { status, type, body }: Answer): boolean {
  if (status < 400 || method === 'HEAD' || !path.startsWith('/api/')) return false
  return !type.startsWith('application/problem+json') || !/"code":"[a-z-]+"/.test(body)
}

/** A read must be answered; a command may be refused for what it says, not for how it is put. */
function noteGood(good: Map<string, boolean>, asked: ApiRequest, { status }: Answer): void {
  const what = `${asked.method} ${asked.path.split('?')[0]?.replace(/[0-9a-f-]{36}/g, '{id}')}`
  const isTaken = ![400, 401, 405, 415].includes(status)
  good.set(what, (good.get(what) ?? false) || isTaken)
}
