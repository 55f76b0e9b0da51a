// What still waits for a volunteer? Others tell it here, and free what nobody has begun.
import { assert } from '../kernel/assert.ts'
import type { Id } from '../kernel/ids.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'

export type HeldPart = {
  /** Frees what they hold and have not begun. */
  free(node: Node, council: string, volunteer: Id): Promise<void>
  holds(tx: Tx, council: string, volunteer: Id): Promise<boolean>
}

const parts: HeldPart[] = []
const partsMax = 10

export function addHeldPart(part: HeldPart): void {
  assert(parts.length < partsMax, 'too many parts say what a volunteer holds')
  parts.push(part)
}

export async function freeHeld(node: Node, council: string, volunteer: Id): Promise<void> {
  for (const part of parts) await part.free(node, council, volunteer)
}

export async function isHolding(tx: Tx, council: string, volunteer: Id): Promise<boolean> {
  for (const part of parts) if (await part.holds(tx, council, volunteer)) return true
  return false
}
