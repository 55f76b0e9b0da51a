// The first start: who may make the council? Whoever holds the link that the terminal printed.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { listCouncils } from '../events/found-council.ts'
import type { Node } from '../node.ts'

const tokens = new WeakMap<Node, Buffer>()

/** Makes the set-up link's token for this run; none once a council exists. */
export async function makeSetUpToken(node: Node): Promise<string | undefined> {
  if ((await listCouncils(node)).length > 0) return undefined
  const token = randomBytes(32).toString('base64url')
  tokens.set(node, hashOf(token))
  return token
}

export async function isSetUpToken(node: Node, token: string): Promise<boolean> {
  const expected = tokens.get(node)
  if (!expected || !timingSafeEqual(expected, hashOf(token))) return false
  return (await listCouncils(node)).length === 0
}

/** Uses the link up. Two at once: one wins. */
export function takeSetUpToken(node: Node): boolean {
  return tokens.delete(node)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
