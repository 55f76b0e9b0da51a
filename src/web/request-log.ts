// What was asked of us, how did it end, and how long did it take? Never by whom or about whom.
import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../events/capability.ts'

export type Heard = {
  readonly method: string
  /** As the route is written, with the names of its gaps: addresses themselves hold ids. */
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly reference: string
}

const methods = ['GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const referenceBytes = 4

export function newReference(): string {
  return randomBytes(referenceBytes).toString('hex')
}

/** The first middleware of all. A stream is heard when it begins, not when it ends. */
export function hearing(heard: (request: Heard) => void): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const reference = newReference()
    c.set('reference', reference)
    const startedMs = performance.now()
    await next()
    const ms = performance.now() - startedMs
    const method = methods.includes(c.req.method) ? c.req.method : 'other'
    heard({ method, route: routeOf(c), status: c.res.status, ms, reference })
  }
}

/** The middleware for everything fits everything, also what has no route. */
function routeOf(c: Context): string {
  const own = matchedRoutes(c).filter(({ path }) => path !== '*' && path !== '/*')
  return own.at(-1)?.path ?? 'none'
}
