// Event in, rows changed: what residents wrote back, and who saw to it.
import { sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'
import type { replyAnswered, replyCame } from '../domain/events.ts'

export async function projectReplies(
  tx: Tx,
  events: readonly (typeof replyCame.recorded)[],
): Promise<void> {
  const rows = events.map(({ council, body, words, happenedAt }) => ({
    council,
    id: body.reply,
    message: body.message,
    member: body.member,
    person: body.person,
    is_stop: body.isStop,
    from_number: words?.from ?? null,
    text: words?.text ?? null,
    came_at: happenedAt,
  }))
  await tx.insertInto('mailing_replies').values(rows).execute()
}

export async function projectAnswered(
  tx: Tx,
  events: readonly (typeof replyAnswered.recorded)[],
): Promise<void> {
  for (const { council, body, actor, recordedAt } of events) {
    await sql`update mailing_replies set answered_at = ${recordedAt}, answered_by = ${actor},
        outcome = ${body.outcome}
      where council = ${council} and id = ${body.reply}`.execute(tx)
  }
}

/** What they wrote goes with them. */
export async function projectErased(tx: Tx, events: readonly Recorded[]): Promise<void> {
  for (const { council, subjects } of events) {
    await sql`update mailing_replies set text = null, from_number = null
      where council = ${council} and person = any (${[...subjects]}::uuid[])`.execute(tx)
  }
}
