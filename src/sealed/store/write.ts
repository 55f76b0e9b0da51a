// One change here, once: the same command asked twice is done once.
import { createHash } from 'node:crypto'
import type { Actor } from '../../access/index.ts'
import { actInBulk, type Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'

export type Change = {
  readonly id: Id
  readonly name: string
  /** Everything that was asked, so that one id stands for one thing. */
  readonly asked: unknown
  decide(tx: Tx): Promise<readonly Draft[] | Refusal>
}

/** The caller has checked the permission. */
export async function write(
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
      const drafts = await decide(tx)
      if (isRefusal(drafts)) return drafts
      await append(drafts)
      return {}
    },
  })
  return isRefusal(done) ? done : undefined
}
