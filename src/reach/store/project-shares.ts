// Event in, rows changed: who rings today, and who was given whom.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { callsGiven, callsShared } from '../domain/events.ts'

/** What was given before is over: a sharing says everything anew. */
export async function projectShared(
  tx: Tx,
  events: readonly (typeof callsShared.recorded)[],
): Promise<void> {
  for (const { council, body, recordedAt } of events) {
    await tx.deleteFrom('call_shares').where('council', '=', council).execute()
    await tx.deleteFrom('call_callers').where('council', '=', council).execute()
    if (body.callers.length === 0) continue
    const rows = body.callers.map(({ user, room, languages, from, to }) => ({
      ...{ council, user_id: user, share: body.share, room, languages },
      ...{ starts_at: new Date(from), ends_at: new Date(to), shared_at: recordedAt },
    }))
    await tx.insertInto('call_callers').values(rows).execute()
  }
}

export async function projectGiven(
  tx: Tx,
  events: readonly (typeof callsGiven.recorded)[],
): Promise<void> {
  for (const { council, body } of events) {
    await sql`insert into call_shares (council, member, user_id, share, until)
      select ${council}, m, ${body.user}, ${body.share}, ${new Date(body.until)}
      from unnest(${[...body.members]}::uuid[]) m`.execute(tx)
  }
}
