// How does a whole list enter the record? As one command: many events, all of them or none.
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Id } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { appendInOrder } from './append-in-order.ts'
import type { Answer } from './commands.ts'
import type { Draft } from './kinds.ts'

export type BulkAsked = {
  readonly id: Id
  readonly name: string
  /** Hash of what was asked, so that the same id with other content is noticed. */
  readonly contentHash: Uint8Array
}
export type BulkRun = BulkAsked & {
  /**
   * Makes the events in batches of at most 5,000. Decide before the first batch: it locks. A
   * refusal undoes the whole. Batches are written in the order in which they are given: the next
   * one may be given before the last one is written.
   */
  work(tx: Tx, append: (drafts: readonly Draft[]) => Promise<void>): Promise<Answer | Refusal>
}
export type BulkDone = { readonly outcome: 'accepted' | 'repeated'; readonly answer: Answer }

/** The caller has checked the permission. The same id again answers as before, as in `act`. */
export async function actInBulk(
  node: Node,
  actor: Actor,
  run: BulkRun,
): Promise<BulkDone | Refusal> {
  const before = await answerBefore(node, actor, run)
  if (before) return before
  try {
    return { outcome: 'accepted', answer: await runOnce(node, actor, run) }
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    const again = isRaced(error) ? await answerBefore(node, actor, run) : undefined
    if (!again) throw error
    return again
  }
}

/** What a command of this id was answered; a refusal if it was another's or asked for more. */
export async function answerBefore(
  node: Node,
  actor: Actor,
  { id, name, contentHash }: BulkAsked,
): Promise<BulkDone | Refusal | undefined> {
  const who = { council: actor.council, actor: actor.id }
  const row = await node.store.transaction(who, tx =>
    tx
      .selectFrom('commands')
      .select(['name', 'actor', 'content_hash', 'answer'])
      .where('council', '=', actor.council)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  if (!row) return undefined
  const isSame =
    row.name === name && row.actor === actor.id && row.content_hash.equals(Buffer.from(contentHash))
  return isSame ? { outcome: 'repeated', answer: row.answer as Answer } : refuse('id-reuse')
}

async function runOnce(node: Node, actor: Actor, run: BulkRun): Promise<Answer> {
  const who = { council: actor.council, actor: actor.id }
  const work = async (tx: Tx) => {
    const now = node.clock.now()
    const context = { council: actor.council, command: run.id, actor: actor.id, now, firstNth: 0 }
    const log = appendInOrder(tx, node.registry, context)
    const answer = await run.work(tx, log.append).finally(log.settled)
    // Whoever did not wait for the last batch is told here what became of it.
    await log.append([])
    if (isRefusal(answer)) throw new Refused(answer)
    await sql`insert into commands (council, id, name, actor, content_hash, answer, recorded_at)
      values (${actor.council}, ${run.id}, ${run.name}, ${actor.id},
        ${Buffer.from(run.contentHash)}, ${JSON.stringify(answer)}, ${new Date(now)})`.execute(tx)
    return answer
  }
  // A new council is in no statistics: planned for it, each statement would read all that it has.
  return node.store.transaction(who, work, { isPlannedOnce: true })
}

/** Undoes the transaction and carries the reason out of it. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Somebody else's command of this id was written meanwhile. */
function isRaced(error: unknown): boolean {
  const { constraint = '' } = error as { constraint?: string }
  return ['commands_pk', 'events_once'].includes(constraint)
}
