// What every answer says about itself, and which senders may change anything.
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from '../events/capability.ts'
import { isForMachines } from './problem.ts'

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

const withWorkers = new WeakSet<Request>()

/** A page whose script works in the background, from a file of our own; no other page may. */
export function allowWorkers(c: Context): void {
  withWorkers.add(c.req.raw)
}

export const secureHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const headers = c.res.headers
  const target = formTargets.get(c.req.raw)
  const own = "form-action 'self'"
  const open = target ? policy.replace(own, `${own} ${target}`) : policy
  const workers = withWorkers.has(c.req.raw) ? "; worker-src 'self'" : ''
  headers.set('content-security-policy', open + workers)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  headers.set('cross-origin-opener-policy', 'same-origin')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}

/**
 * A change must come from our own pages. Browsers name the sender; others must say it too.
 * Other systems prove themselves by a token; a browser's cookie counts for nothing there.
 */
export const guardOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || isForMachines(c)) return next()
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
