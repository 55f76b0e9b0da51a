// How does the receiver know that a notice is ours? Standard Webhooks, one signature a secret.
import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { secondMs } from '../../kernel/clock.ts'

const secretBytes = 32

export function newSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString('base64')}`
}

export type Signing = {
  /** The same each time this notice is sent: who had it already knows it again. */
  readonly id: string
  /** Of this try, in milliseconds since 1970 UTC. */
  readonly at: number
  readonly body: string
  /** While a secret is changed, the new and the old one. */
  readonly secrets: readonly string[]
}

export function signedHeaders({ id, at, body, secrets }: Signing): Record<string, string> {
  const signatures = secrets.map(secret => new Webhook(secret).sign(id, new Date(at), body))
  return {
    'content-type': 'application/json',
    'user-agent': 'Doorstep-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / secondMs)),
    'webhook-signature': signatures.join(' '),
  }
}
