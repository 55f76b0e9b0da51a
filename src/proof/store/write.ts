// One change to proofs, one at a time in a council: so that numbers have no gap.
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { type Change, changeOnce } from '../../events/index.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'

export function write(
  node: Node,
  actor: Actor,
  { decide, ...change }: Change,
): Promise<Refusal | undefined> {
  return changeOnce(node, actor, {
    ...change,
    async decide(tx, now) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`proof ${actor.council}`}, 0))
      `.execute(tx)
      return decide(tx, now)
    },
  })
}
