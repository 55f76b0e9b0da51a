// Who is asking? The session cookie, looked up, and remembered for two seconds.
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import {
  type Actor,
  endSession,
  findActor,
  openSession,
  sessionMsMax,
  systemId,
} from '../access/index.ts'
import type { AppEnv } from '../events/capability.ts'
import { secondMs } from '../kernel/clock.ts'
import type { Id } from '../kernel/ids.ts'
import type { Node } from '../node.ts'
import { endWithSession } from './sign-out-parts.ts'

const rememberedMs = 2 * secondMs
const rememberedMax = 5_000
type Remembered = { actor: Actor | undefined; until: number }
const remembered = new WeakMap<Node, Map<string, Remembered>>()

/** Over https the cookie is bound to this host; on plain loopback http that is not possible. */
function cookieName(c: Context): string {
  return isSecure(c) ? '__Host-doorstep' : 'doorstep'
}

function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
}

export const findActorOf: MiddlewareHandler<AppEnv> = async (c, next) => {
  const cookie = getCookie(c, cookieName(c))
  const actor = cookie ? await actorOf(c, cookie) : undefined
  if (actor) c.set('actor', actor)
  await next()
}

async function actorOf(c: Context<AppEnv>, cookie: string): Promise<Actor | undefined> {
  const { node } = c.var
  const now = node.clock.now()
  const known = memoryOf(node)
  const isQuiet = c.req.header('accept') === 'text/event-stream'
  const found = known.get(cookie)
  if (found && found.until > now) return found.actor
  const [council = '', token = ''] = splitCookie(cookie)
  if (!/^[a-z0-9-]{1,40}$/.test(council) || token.length !== 43) return undefined
  const actor = await node.store.transaction({ council, actor: systemId }, tx =>
    findActor(tx, { council, token, now, isQuiet }),
  )
  if (known.size >= rememberedMax) known.clear()
  if (actor && !isQuiet) known.set(cookie, { actor, until: now + rememberedMs })
  return actor
}

function memoryOf(node: Node): Map<string, Remembered> {
  const known = remembered.get(node) ?? new Map<string, Remembered>()
  remembered.set(node, known)
  return known
}

function splitCookie(cookie: string): string[] {
  const dot = cookie.indexOf('.')
  return dot < 0 ? [] : [cookie.slice(0, dot), cookie.slice(dot + 1)]
}

/** Opens a session for a person, gives the browser its cookie, and says which session it is. */
export async function signIn(c: Context<AppEnv>, council: string, user: Id): Promise<Id> {
  const node = c.var.node
  const now = node.clock.now()
  const { token, session } = await node.store.transaction({ council, actor: user }, tx =>
    openSession(tx, { council, user, now }),
  )
  setCookie(c, cookieName(c), `${council}.${token}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: sessionMsMax / secondMs,
  })
  return session
}

/** What was remembered of the asker is old: the next request looks anew. */
export function forgetAsker(c: Context<AppEnv>): void {
  const cookie = getCookie(c, cookieName(c))
  if (cookie) memoryOf(c.var.node).delete(cookie)
}

export async function signOut(c: Context<AppEnv>): Promise<void> {
  const { node, actor } = c.var
  const cookie = getCookie(c, cookieName(c))
  if (cookie) memoryOf(node).delete(cookie)
  const session = actor?.session
  if (session) {
    const { council, id: user } = actor
    await node.store.transaction({ council, actor: user }, async tx => {
      await endSession(tx, { council, session, now: node.clock.now() })
      await endWithSession(tx, { council, user })
    })
  }
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
}
