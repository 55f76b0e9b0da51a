// Is it alive, and can it serve?
import type { Context } from 'hono'
import type { Node } from '../node.ts'

export function live(c: Context) {
  return c.text('ok')
}

export async function ready(c: Context, node: Node) {
  try {
    await node.store.ping()
    return c.text('ok')
  } catch {
    return c.text('The database does not answer.', 503)
  }
}
