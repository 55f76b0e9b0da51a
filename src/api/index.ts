// The door of the interface for other systems: what every capability offers, under one token.
import { bind, type Capability, capability, type RouteRule } from '../events/index.ts'
import { refuse } from '../kernel/refusal.ts'
import { answerCommand, answerRead } from './ask.ts'
import { tokenEnded, tokenMade } from './domain/events.ts'
import { endToken, makeToken } from './domain/make-token.ts'
import { offeredTo } from './offered.ts'
import { apiRoot, openApiOf } from './openapi.ts'
import { askForToken, saveEnd, saveToken, showTokens } from './pages/tokens.tsx'
import { project } from './store/project.ts'
import { dropSecrets, loadToken } from './store/tokens.ts'
import { answerUpload } from './upload.ts'

export { makeTokenNow } from './make-token-now.ts'
export { offeredPermissions } from './offered.ts'
export { apiRoot, openApiOf } from './openapi.ts'

/** `others` are asked for their `api`; their reads become routes. */
export function apiOf(others: readonly Capability[]): Capability {
  return capability({
    name: 'api',
    events: [tokenMade, tokenEnded],
    commands: [
      bind(makeToken, async (_tx, { role, place }) => ({
        state: { offered: offeredTo(others, role) },
        place,
      })),
      bind(endToken, async (tx, { token }, { actor }) => {
        const found = await loadToken(tx, actor.council, token)
        if (!found) return refuse('not-found')
        return { state: { isEnded: found.ended_at !== null }, place: null }
      }),
    ],
    project,
    readModels: ['api_tokens'],
    afterRestore: dropSecrets,
    routes: [...pages, ...doors, ...readRoutes(others), ...uploadRoutes(others)],
  })
}

const pages: readonly RouteRule[] = [
  { method: 'get', path: '/tokens', may: 'access.administer', handler: showTokens },
  { method: 'get', path: '/tokens/add', may: 'access.administer', handler: askForToken },
  { method: 'post', path: '/tokens/add', may: 'access.administer', handler: saveToken },
  { method: 'post', path: '/tokens/:token/end', may: 'access.administer', handler: saveEnd },
]

const doors: readonly RouteRule[] = [
  {
    method: 'get',
    path: '/api/openapi.json',
    may: 'public',
    handler: c => c.json(openApiOf(c.var.node)),
  },
  {
    method: 'post',
    path: `${apiRoot}/commands/:command`,
    may: 'token',
    handler: answerCommand,
  },
]

function readRoutes(others: readonly Capability[]): RouteRule[] {
  return others
    .flatMap(({ api }) => api.reads)
    .map(read => ({
      method: 'get',
      path: apiRoot + read.path,
      may: 'token',
      handler: c => answerRead(c, read),
    }))
}

function uploadRoutes(others: readonly Capability[]): RouteRule[] {
  return others
    .flatMap(({ api }) => api.uploads ?? [])
    .map(upload => ({
      method: 'post',
      path: apiRoot + upload.path,
      may: 'token',
      bodyBytesMax: upload.bodyBytesMax,
      handler: c => answerUpload(c, upload),
    }))
}
