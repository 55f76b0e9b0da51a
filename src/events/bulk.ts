// How does a whole list enter the record? As one command: many events, all of them or none.
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Id } from '../kernel/ids.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { append } from './append.ts'
import type { Answer } from './commands.ts'
import type { Draft } from './kinds.ts'

export type BulkRun = {
  readonly id: Id
  readonly name: string
  /** Hash of what was asked, so that the same id with other content is noticed. */
  readonly contentHash: Uint8Array
  /** Makes the events in batches of at most 5,000. Decide before the first batch: it locks. */
  work(tx: Tx, append: (drafts: readonly Draft[]) => Promise<void>): Promise<Answer>
}

/** The caller has checked the permission. Throws on a repeated id: look it up first. */
export async function actInBulk(node: Node, actor: Actor, run: BulkRun): Promise<Answer> {
  const who = { council: actor.council, actor: actor.id }
  return node.store.transaction(who, async tx => {
    const now = node.clock.now()
    let firstNth = 0
    const answer = await run.work(tx, async drafts => {
      const context = { council: actor.council, command: run.id, actor: actor.id, now, firstNth }
      await append(tx, node.registry, context, drafts)
      firstNth += drafts.length
    })
    await sql`insert into commands (council, id, name, actor, content_hash, answer, recorded_at)
      values (${actor.council}, ${run.id}, ${run.name}, ${actor.id},
        ${Buffer.from(run.contentHash)}, ${JSON.stringify(answer)}, ${new Date(now)})`.execute(tx)
    return answer
  })
}
