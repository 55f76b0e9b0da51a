// Is somebody guessing? Wrong sign-in links are counted by the address that they come from.
import type { Context } from 'hono'
import { minuteMs } from '../kernel/clock.ts'
import type { Node } from '../node.ts'

export const wrongLinksMax = 100
export const guessWindowMs = 15 * minuteMs
const addressesMax = 10_000

type Tally = { wrong: number; since: number }
const tallies = new WeakMap<Node, Map<string, Tally>>()

export function isGuessing(node: Node, address: string): boolean {
  return current(node, address).wrong >= wrongLinksMax
}

export function countWrongLink(node: Node, address: string): void {
  const known = talliesOf(node)
  const { wrong, since } = current(node, address)
  known.delete(address)
  if (known.size >= addressesMax) known.delete(known.keys().next().value ?? '')
  known.set(address, { wrong: wrong + 1, since })
}

/** In memory, and so forgotten at a restart: a token of 256 bits needs no longer memory. */
function current(node: Node, address: string): Tally {
  const now = node.clock.now()
  const found = talliesOf(node).get(address)
  return found && now - found.since < guessWindowMs ? found : { wrong: 0, since: now }
}

function talliesOf(node: Node): Map<string, Tally> {
  const known = tallies.get(node) ?? new Map<string, Tally>()
  tallies.set(node, known)
  return known
}

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
