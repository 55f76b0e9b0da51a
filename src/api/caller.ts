// Which system asks, may it, and does it ask too often? Before anything else is looked at.
import type { Context } from 'hono'
import { grantsFor, systemId } from '../access/index.ts'
import { minuteMs, secondMs } from '../kernel/clock.ts'
import type { Id } from '../kernel/ids.ts'
import type { Node } from '../node.ts'
import { type Problem, problems } from '../web/problem.ts'
import { type Caller, findCaller, partsOf } from './store/tokens.ts'

export const requestsAMinuteMax = 600
const councilsMax = 10_000

type Window = { readonly endsAt: number; count: number }
const windows = new WeakMap<Node, Map<Id, Window>>()

/** The caller, or what to answer instead. The token is the only proof: no cookie counts. */
export async function callerOf(c: Context): Promise<Caller | Problem> {
  const node: Node = c.var.node
  const sent = /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  const parts = sent ? partsOf(sent) : undefined
  if (!parts) return problems.noToken
  const now = node.clock.now()
  const { council, secret } = parts
  const caller = await node.store.transaction({ council, actor: systemId }, tx =>
    findCaller(tx, { council, secret, now }),
  )
  if (!caller) return problems.noToken
  const waitMs = askedTooOften(node, caller.token, now)
  if (waitMs === 0) return caller
  c.header('retry-after', `${Math.ceil(waitMs / secondMs)}`)
  return problems.tooMany
}

/** Both the role and the token must hold the permission. */
export function callerMay(node: Node, caller: Caller, permission: string): boolean {
  const now = node.clock.now()
  const held = grantsFor(node.registry.permissions, caller.actor, { permission, now })
  return caller.permissions.has(permission) && held.length > 0
}

/** Milliseconds to wait; 0 when it may ask. */
function askedTooOften(node: Node, token: Id, now: number): number {
  const known = windows.get(node) ?? new Map<Id, Window>()
  windows.set(node, known)
  if (known.size > councilsMax) known.clear()
  const open = known.get(token)
  const window = open && open.endsAt > now ? open : { endsAt: now + minuteMs, count: 0 }
  known.set(token, window)
  window.count += 1
  return window.count > requestsAMinuteMax ? window.endsAt - now : 0
}
