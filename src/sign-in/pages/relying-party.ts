// As whom do passkeys know us? By the name in the address bar; a bare number is no name.
import { isIP } from 'node:net'
import type { Context } from 'hono'
import { originOf } from './door.ts'

export type RelyingParty = {
  readonly id: string
  readonly origin: string
  /** Browsers give passkeys to names alone, over https or on this machine. */
  readonly isPossible: boolean
  /** Where they would work, when they do not here. */
  readonly address: string
}

export function relyingParty(c: Context): RelyingParty {
  const origin = originOf(c)
  const { hostname, port, protocol } = new URL(origin)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  const isPossible = !isNumber && (protocol === 'https:' || isLocal)
  const isHere = /^(127\.|\[::1\])/.test(hostname)
  const address = isHere ? `http://localhost:${port || 80}` : `https://${hostname}`
  return { id: hostname, origin, isPossible, address }
}
