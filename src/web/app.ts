// What does every request pass through, in which order? Mounts each capability's routes.
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { AppEnv, RouteRule } from '../events/capability.ts'
import type { Node } from '../node.ts'
import { assets } from '../pages/assets.ts'
import { errorPage, notFoundPage, tooLargePage } from './error-pages.tsx'
import { guardOrigin, secureHeaders } from './headers.ts'
import { live, ready } from './health.ts'
import { isTranslated } from './language.ts'
import { packed } from './packed.ts'
import { permit } from './permit.ts'
import { type Heard, hearing } from './request-log.ts'
import { findActorOf } from './session.ts'
import { endUnread } from './unread.ts'

const bodyBytesMax = 256 * 1024

/** The application as a function of requests: served by `main.ts`, asked directly by tests. */
export function makeApp(
  node: Node,
  log: (error: unknown, reference: string) => void,
  heard: (request: Heard) => void = () => {},
): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(hearing(heard), endUnread)
  app.get('/livez', live)
  app.get('/readyz', c => ready(c, node))
  app.use(secureHeaders)
  app.route('/assets', assets)
  app.use(compress(), packed)
  app.use(guardOrigin)
  app.use(async (c, next) => {
    c.set('node', node)
    await next()
  })
  app.use(findActorOf)
  for (const rule of routeRules(node)) mount(app, rule)
  app.notFound(notFoundPage)
  app.onError((error, c) => errorPage(c, error, log))
  return app
}

/** Every route there is, for the app and for the tests that walk them all. */
export function routeRules(node: Node): readonly RouteRule[] {
  return node.registry.capabilities.flatMap(capability => capability.routes)
}

function mount(app: Hono<AppEnv>, rule: RouteRule): void {
  const limit = bodyLimit({ maxSize: rule.bodyBytesMax ?? bodyBytesMax, onError: tooLargePage })
  const speak: MiddlewareHandler<AppEnv> = (c, next) => {
    c.set('isTranslated', isTranslated(rule))
    return next()
  }
  if (rule.method === 'get') app.get(rule.path, permit(rule.may), speak, rule.handler)
  else app.post(rule.path, permit(rule.may), limit, speak, rule.handler)
}
