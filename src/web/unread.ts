// What becomes of a connection whose request was answered before it was read?
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../events/capability.ts'

type Incoming = { readonly readableEnded: boolean; readonly readableDidRead: boolean }

/** The server passes over so much by itself, at once. */
const passedOverBytes = 64 * 1024

/**
 * Says that the connection ends with the answer when a part of the request was left unread: the
 * server gives up on such a rest after half a second, and would cut off whatever came next on the
 * same line. A short one that nobody began to read is passed over without harm.
 */
export const endUnread: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const incoming = (c.env as { incoming?: Incoming } | undefined)?.incoming
  if (!incoming || incoming.readableEnded || ['GET', 'HEAD'].includes(c.req.method)) return
  const bytes = Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY)
  if (incoming.readableDidRead || !(bytes <= passedOverBytes)) c.header('connection', 'close')
}
