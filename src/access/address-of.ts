// Where does a request come from?
import type { Context } from 'hono'

/**
 * Who sent it: the other end of the connection. A proxy on this machine says for whom it asks, and
 * only the last name it gives is its own; what stands before may be the sender's invention.
 */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const remote = env?.incoming?.socket?.remoteAddress ?? 'unknown'
  const isOurProxy = /^(::1|127\.|::ffff:127\.)/.test(remote)
  const named = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isOurProxy && named ? named : remote
}
