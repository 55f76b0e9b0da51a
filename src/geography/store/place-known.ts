// People whose address has a place by now are placed there, all at once, each by an event.
import { createHash } from 'node:crypto'
import { type Actor, scopeOf } from '../../access/index.ts'
import { actInBulk, type BulkDone } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { placed } from '../domain/answer-where.ts'
import { batches } from './load.ts'
import { knownNow } from './where.ts'

/** The caller has checked the permission. */
export async function placeKnown(node: Node, actor: Actor, id: Id): Promise<BulkDone | Refusal> {
  return actInBulk(node, actor, {
    id,
    name: 'geography.place-known',
    contentHash: createHash('sha256').update('known').digest(),
    async work(tx, append) {
      const now = node.clock.now()
      const permission = 'geography.answer'
      const scope = scopeOf(node.registry.permissions, actor, { permission, now })
      const people = await knownNow(tx, scope)
      const drafts = people.flatMap(one => placed(one, one.street, one.dwelling))
      for (const batch of batches(drafts)) await append(batch)
      return { people: people.length }
    },
  })
}
