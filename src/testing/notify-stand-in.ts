// GOV.UK Notify, as far as its published interface goes: keys, templates, errors, limits, receipts.
// Long, because it is a whole service: it checks what Notify checks and says what Notify says.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { minuteMs, secondMs } from '../kernel/clock.ts'

export const standInKey = {
  service: '26785a09-ab16-4eb0-8407-a37497a57506',
  secret: '3d844edf-8d35-48ac-975b-e847b4f122b0',
} as const
export const standInApiKey = `doorstep-${standInKey.service}-${standInKey.secret}`
export const standInTemplates = {
  text: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
  email: '9d751e0e-f929-4891-82a1-a3e1c3c18ee3',
  letter: '64e3a2f1-51b3-4a0c-9d5e-5b0c0a6b1f22',
} as const

export type Notified = {
  readonly id: string
  readonly reference: string
  readonly type: 'sms' | 'email' | 'letter'
  readonly to: string
  readonly body: string
  readonly subject: string
}

type Trouble = 'none' | 'broken' | 'day-over' | 'silent' | 'taken-and-silent'

export type NotifyStandIn = {
  readonly url: string
  readonly got: readonly Notified[]
  /** The next so many messages meet this trouble. */
  trouble(kind: Trouble, times: number): void
  /** Takes no more than so many requests in 60 seconds. Notify: 3,000. */
  limit(perMinute: number): void
  /** What became of a message, for whoever asks. */
  settle(one: Notified, status: string): void
  /** A text that came in, for whoever asks; tells nobody by itself. */
  keepReply(number: string, message: string): void
  /** Tells what became of a message, as Notify's callback does. */
  receiptFor(one: Notified, status: string): Record<string, unknown>
  replyFrom(number: string, message: string): Record<string, string>
  close(): Promise<void>
}

type World = {
  readonly got: Notified[]
  readonly byReference: Map<string, Notified>
  readonly status: Map<string, string>
  readonly received: object[]
  readonly isRemembering: boolean
  readonly now: () => number
  troubles: Trouble[]
  perMinute: number
  minute: { from: number; count: number }
}

const perMinuteUsual = 3_000

/** `isRemembering` false: counts references and forgets words, for very many messages. */
export async function openNotifyStandIn({
  isRemembering = true,
  now = Date.now,
} = {}): Promise<NotifyStandIn> {
  const world: World = {
    got: [],
    byReference: new Map(),
    status: new Map(),
    received: [],
    isRemembering,
    now,
    troubles: [],
    perMinute: perMinuteUsual,
    minute: { from: 0, count: 0 },
  }
  const server = createServer((request, response) => void answer(world, request, response))
  server.keepAliveTimeout = minuteMs
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got: world.got,
    trouble(kind, times) {
      world.troubles = Array.from({ length: times }, () => kind)
    },
    limit(perMinute) {
      world.perMinute = perMinute
    },
    settle: (one, status) => void world.status.set(one.id, status),
    keepReply(number, content) {
      const user_number = number.replace(/^\+/, '')
      const created_at = new Date(now()).toISOString()
      const own = { notify_number: '07700900999', service_id: standInKey.service }
      world.received.unshift({ id: randomUUID(), user_number, content, created_at, ...own })
    },
    receiptFor,
    replyFrom: (number, message) => ({
      id: randomUUID(),
      source_number: number.replace(/^\+/, ''),
      destination_number: '07700900999',
      message,
      date_received: new Date().toISOString(),
    }),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function receiptFor(one: Notified, status: string) {
  const at = new Date().toISOString()
  return {
    ...{ id: one.id, reference: one.reference, to: one.to, status },
    ...{ created_at: at, completed_at: at, sent_at: at, notification_type: one.type },
    template_id: standInTemplates.text,
    template_version: 1,
  }
}

type Said = { readonly status: number; readonly body: object }

async function answer(world: World, request: IncomingMessage, response: ServerResponse) {
  const text = await textOf(request)
  const trouble = request.method === 'POST' ? world.troubles.shift() : undefined
  if (trouble === 'silent') return request.socket.destroy()
  const said = isAuthorised(request, world.now())
    ? route(world, request, { text, trouble })
    : unauthorised
  if (trouble === 'taken-and-silent') return request.socket.destroy()
  const body = JSON.stringify(said.body)
  response.writeHead(said.status, { 'content-type': 'application/json' }).end(body)
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function fault(status: number, error: string, message: string): Said {
  return { status, body: { status_code: status, errors: [{ error, message }] } }
}

const unauthorised = fault(403, 'AuthError', 'Invalid token: API key not found')
const clockMsMax = 30 * secondMs

/** HS256 with the secret of the key, said within 30 seconds. */
function isAuthorised({ headers }: IncomingMessage, now: number): boolean {
  const [head = '', body = '', signed = ''] =
    /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]?.split('.') ?? []
  const due = createHmac('sha256', standInKey.secret).update(`${head}.${body}`).digest()
  const given = Buffer.from(signed, 'base64url')
  if (given.length !== due.length || !timingSafeEqual(given, due)) return false
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
  const apartMs = Math.abs(now - claims.iat * secondMs)
  return claims.iss === standInKey.service && apartMs <= clockMsMax
}

const receivedMax = 250

type Asked = { readonly text: string; readonly trouble: Trouble | undefined }

function route(world: World, request: IncomingMessage, { text, trouble }: Asked): Said {
  if (isTooOften(world)) {
    const said = `Exceeded rate limit for key type LIVE of ${world.perMinute} requests`
    return fault(429, 'RateLimitError', `${said} per 60 seconds`)
  }
  const url = new URL(request.url ?? '/', 'http://notify.test')
  if (request.method === 'GET' && url.pathname === '/v2/notifications') {
    const found = world.byReference.get(url.searchParams.get('reference') ?? '')
    const one = found && { ...found, status: world.status.get(found.id) ?? 'sending' }
    return { status: 200, body: { notifications: one ? [one] : [], links: { current: url.href } } }
  }
  if (request.method === 'GET' && url.pathname === '/v2/received-text-messages') {
    const received_text_messages = world.received.slice(0, receivedMax)
    return { status: 200, body: { received_text_messages, links: { current: url.href } } }
  }
  const type = /^\/v2\/notifications\/(sms|email|letter)$/.exec(url.pathname)?.[1]
  if (request.method !== 'POST' || !type) return fault(404, 'NoResultFound', 'No result found')
  if (trouble === 'broken') return fault(500, 'Exception', 'Internal server error')
  if (trouble === 'day-over') {
    return fault(429, 'TooManyRequestsError', 'Exceeded send limits (250000) for today')
  }
  return take(world, type as Notified['type'], text)
}

function isTooOften({ minute, perMinute, now }: World): boolean {
  if (now() - minute.from > minuteMs) Object.assign(minute, { from: now(), count: 0 })
  minute.count += 1
  return minute.count > perMinute
}

function take(world: World, type: Notified['type'], text: string): Said {
  const asked = JSON.parse(text)
  const wrong = wrongWith(type, asked)
  if (wrong) return wrong
  const { personalisation: said, reference } = asked
  const to = asked.phone_number ?? asked.email_address ?? said.address_line_1
  const id = randomUUID()
  const whole = { id, reference, type, to, body: said.body ?? '', subject: said.subject ?? '' }
  const one = world.isRemembering ? whole : { ...whole, to: '', body: '', subject: '' }
  world.got.push(one)
  world.byReference.set(reference, one)
  const content = { body: whole.body, from_number: 'DOORSTEP' }
  return { status: 201, body: { id, reference, content, uri: `/v2/notifications/${id}` } }
}

type Sent = {
  readonly phone_number?: string
  readonly email_address?: string
  readonly template_id?: string
  readonly personalisation?: Readonly<Record<string, string>>
}

function wrongWith(type: Notified['type'], asked: Sent): Said | undefined {
  const due = { sms: 'text', email: 'email', letter: 'letter' } as const
  if (asked.template_id !== standInTemplates[due[type]]) {
    return fault(400, 'BadRequestError', 'Template not found')
  }
  const missing = { sms: ['body'], email: ['subject', 'body'], letter: ['address_line_1'] }[type]
  if (missing.some(name => !asked.personalisation?.[name])) {
    return fault(400, 'BadRequestError', `Missing personalisation: ${missing.join(', ')}`)
  }
  const digits = asked.phone_number?.replace(/^\+44|^0/, '') ?? ''
  if (type === 'sms' && !/^7\d{9}$/.test(digits)) {
    return fault(400, 'ValidationError', 'phone_number Not a UK mobile number')
  }
  if (type === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(asked.email_address ?? '')) {
    return fault(400, 'ValidationError', 'email_address Not a valid email address')
  }
  return undefined
}
