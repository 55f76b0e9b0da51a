// One change to proofs, once, one at a time in a council: so that numbers have no gap.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
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
  /** Asks also whether this actor may. */
  decide(tx: Tx, now: number): Promise<readonly Draft[] | Refusal>
}

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
      await sql`select pg_advisory_xact_lock(hashtextextended(${`proof ${actor.council}`}, 0))
      `.execute(tx)
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
