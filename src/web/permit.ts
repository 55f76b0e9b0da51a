// May they come in at all? Signed in, and holding the permission somewhere.
import type { MiddlewareHandler } from 'hono'
import { beforeAgreement, grantsFor } from '../access/decide.ts'
import type { AppEnv } from '../events/capability.ts'
import { notFoundPage } from './error-pages.tsx'

/**
 * `public`, `signed-in`, or a permission. Without it the page does not exist. `token` is for other
 * systems, whose door asks for itself.
 */
export function permit(may: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (may === 'public' || may === 'token') return next()
    const { actor, node } = c.var
    if (!actor) return c.redirect(`/sign-in?to=${encodeURIComponent(pathOf(c.req.url))}`, 303)
    if (may === 'signed-in') return next()
    const now = node.clock.now()
    const held = grantsFor(node.registry.permissions, actor, { permission: may, now })
    if (held.length > 0) return next()
    const asked = { permission: may, now }
    const waiting = grantsFor(node.registry.permissions, beforeAgreement(actor), asked)
    return waiting.length > 0 ? c.redirect('/agreement', 303) : notFoundPage(c)
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
