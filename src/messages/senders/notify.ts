// How does a message go out by GOV.UK Notify? Its published interface, version 2.
//
// Notify keeps our own words in one place: its template holds ((subject)) and ((body)) only, so
// that what was said, in which version and language, is on our record.
import { hourMs, minuteMs, secondMs } from '../../kernel/clock.ts'
import type { Handing, ResidentMessage, ResidentSender } from '../resident-sender.ts'
import { askOnce, connectionsTo } from './ask-once.ts'
import { fateIn, repliesIn } from './notify-answers.ts'
import { type NotifyKey, notifyToken } from './notify-key.ts'

export type NotifySettings = {
  /** Like `https://api.notifications.service.gov.uk`. */
  readonly url: string
  readonly key: NotifyKey
  readonly textTemplate: string
  readonly emailTemplate: string
}

export const notifyUrlUsual = 'https://api.notifications.service.gov.uk'

/** Notify counts requests of the last minute, and messages of the day. */
const waitMs = { rate: 5 * secondMs, day: hourMs, settings: 5 * minuteMs } as const

export function notifySender(settings: NotifySettings, now: () => number): ResidentSender {
  const { ask, close } = asker(settings, now)
  return {
    name: 'notify',
    async hand(message) {
      const { path, body } = requestOf(settings, message)
      const answer = await ask('POST', path, body)
      return answer === undefined ? { result: 'unknown', code: 'no-answer' } : handingOf(answer)
    },
    async find(reference) {
      const answer = await ask('GET', `/v2/notifications?reference=${reference}`)
      if (answer?.status !== 200) return 'unknown'
      const { notifications } = answer.body as { notifications?: unknown[] }
      if (!Array.isArray(notifications)) return 'unknown'
      return notifications.length > 0 ? 'there' : 'not-there'
    },
    async fateOf(reference) {
      const answer = await ask('GET', `/v2/notifications?reference=${reference}`)
      return answer?.status === 200 ? fateIn(answer.body) : undefined
    },
    async replies() {
      const answer = await ask('GET', '/v2/received-text-messages')
      return answer?.status === 200 ? repliesIn(answer.body) : []
    },
    close,
  }
}

function requestOf(settings: NotifySettings, message: ResidentMessage) {
  const { channel, to, subject, body, reference } = message
  if (channel === 'text') {
    const personalisation = { body }
    const template_id = settings.textTemplate
    const asked = { phone_number: to, template_id, personalisation, reference }
    return { path: '/v2/notifications/sms', body: asked }
  }
  const personalisation = { subject, body }
  const template_id = settings.emailTemplate
  const asked = { email_address: to, template_id, personalisation, reference }
  return { path: '/v2/notifications/email', body: asked }
}

type Answer = { readonly status: number; readonly body: unknown }

function asker({ url, key }: NotifySettings, now: () => number) {
  const tokenOf = renewed(key, now)
  const connections = connectionsTo(url)
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<Answer | undefined> => {
    const headers = {
      authorization: `Bearer ${tokenOf()}`,
      'content-type': 'application/json',
      'user-agent': 'doorstep',
    }
    const answer = await askOnce(connections, { url: url + path, method, headers, body })
    return answer && { status: answer.status, body: parsed(answer.text) }
  }
  return { ask, close: () => connections.agent.destroy() }
}

const tokenMsMax = 10 * secondMs

/** One token serves a while: signing each request would cost more than sending it. */
function renewed(key: NotifyKey, now: () => number): () => string {
  let token = ''
  let madeAt = Number.NEGATIVE_INFINITY
  return () => {
    const at = now()
    if (Math.abs(at - madeAt) > tokenMsMax) {
      token = notifyToken(key, at)
      madeAt = at
    }
    return token
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** The list of errors in Notify's documentation, each with what we do about it. */
function handingOf({ status, body }: Answer): Handing {
  if (status === 201) return { result: 'handed' }
  const { error, message } = firstError(body)
  const code = `${status} ${error}`
  if (status === 429) {
    const isOfTheDay = error === 'TooManyRequestsError'
    return { result: 'later', code, waitMs: isOfTheDay ? waitMs.day : waitMs.rate }
  }
  if (status === 400 && isAboutAddress(error, message)) return { result: 'bad-address', code }
  if (status >= 400 && status < 500) return { result: 'later', code, waitMs: waitMs.settings }
  return { result: 'unknown', code }
}

function isAboutAddress(error: string, message: string): boolean {
  if (error === 'ValidationError') return /^(phone_number|email_address) /.test(message)
  return error === 'BadRequestError' && /international mobile numbers/.test(message)
}

/** Only the kind of error is kept: the sentence may hold the number. */
function firstError(body: unknown): { error: string; message: string } {
  const { errors } = (body ?? {}) as { errors?: { error?: unknown; message?: unknown }[] }
  const [first] = Array.isArray(errors) ? errors : []
  const error = /^[A-Za-z]{1,40}$/.exec(String(first?.error))?.[0] ?? 'Error'
  return { error, message: String(first?.message ?? '') }
}
