// Is it alive, and can it serve?
import type { Context } from 'hono'
import type { Node } from '../node.ts'
import { isSame } from '../store/shape.ts'

export function live(c: Context) {
  return c.text('ok')
}

/** A process of another version than its database may save what the other cannot read. */
export async function ready(c: Context, node: Node) {
  try {
    if (isSame(await node.store.shape())) return c.text('ok')
    return c.text('The database was made by another version of Doorstep.', 503)
  } catch {
    return c.text('The database does not answer.', 503)
  }
}
