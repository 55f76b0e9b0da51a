// One change that needs more than a command's decision: it asks the database as it goes. Done once,
// however often it is asked.
import { createHash } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import type { Id } from '../kernel/ids.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { actInBulk } from './bulk.ts'
import type { Draft } from './kinds.ts'

export type Change = {
  readonly id: Id
  readonly name: string
  /** Everything that was asked, so that one id stands for one thing. */
  readonly asked: unknown
  /** Whether the actor may is asked here, or was asked before. */
  decide(tx: Tx, now: number): Promise<readonly Draft[] | Refusal>
}

export async function changeOnce(
  node: Node,
  actor: Actor,
  { id, name, asked, decide }: Change,
): Promise<Refusal | undefined> {
  const contentHash = createHash('sha256').update(JSON.stringify(asked)).digest()
  const done = await actInBulk(node, actor, {
    id,
    name,
    contentHash,
    async work(tx, append) {
      const drafts = await decide(tx, node.clock.now())
      if (isRefusal(drafts)) return drafts
      await append(drafts)
      return {}
    },
  })
  if (isRefusal(done)) return done
  node.store.tell(actor.council)
  return undefined
}
