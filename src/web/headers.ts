// What every answer says about itself, and which senders may change anything.
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from '../events/capability.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const formTargets = new WeakMap<Request, string>()

/** Where a form of this page leads in the end. Browsers stop a form at a redirect elsewhere. */
export function allowFormTo(c: Context, address: string): void {
  formTargets.set(c.req.raw, new URL(address).origin)
}

export const secureHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const headers = c.res.headers
  const target = formTargets.get(c.req.raw)
  const own = "form-action 'self'"
  headers.set('content-security-policy', target ? policy.replace(own, `${own} ${target}`) : policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  headers.set('cross-origin-opener-policy', 'same-origin')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}

/** A change must come from our own pages. Browsers name the sender; others must say it too. */
export const guardOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  if (isOwn(c.req.header('origin'), c.req.header('sec-fetch-site'), c.req.header('host'))) {
    return next()
  }
  return c.text('This form did not come from Doorstep. Open the page again and send it there.', 403)
}

function isOwn(origin?: string, site?: string, host?: string): boolean {
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === host
}
