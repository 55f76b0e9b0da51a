// How does a council prove to GOV.UK Notify that it is asking? A short-lived token of its key.
import { createHmac } from 'node:crypto'
import { secondMs } from '../../kernel/clock.ts'

export type NotifyKey = { readonly service: string; readonly secret: string }

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const keyPattern = new RegExp(`^(.{1,80}-)?(${uuid})-(${uuid})$`, 'i')

/** As Notify shows it once: the name of the key, the service, the secret. */
export function readNotifyKey(text: string): NotifyKey | undefined {
  const [, , service, secret] = keyPattern.exec(text.trim()) ?? []
  return service && secret ? { service, secret } : undefined
}

/** A JSON Web Token, HS256. Notify takes it for 30 seconds either way. */
export function notifyToken({ service, secret }: NotifyKey, nowMs: number): string {
  const head = encoded({ typ: 'JWT', alg: 'HS256' })
  const body = encoded({ iss: service, iat: Math.floor(nowMs / secondMs) })
  const signed = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')
  return `${head}.${body}.${signed}`
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
