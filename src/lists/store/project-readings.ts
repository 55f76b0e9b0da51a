// What was said of an entry, and what people decided about it: kept in order, without the words.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { entryRead, heldDecided } from '../domain/events.ts'

export async function keepReadings(
  tx: Tx,
  council: string,
  events: readonly (typeof entryRead.recorded)[],
): Promise<void> {
  const rows = events.map(({ seq, body: { entry, version, row } }) => ({
    entry,
    seq,
    version,
    row,
  }))
  await sql`insert into list_readings (council, entry, seq, version, row)
    select ${council}, entry, seq, version, row
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (entry uuid, seq bigint, version uuid, row integer)`.execute(tx)
}

export async function keepDecisions(
  tx: Tx,
  events: readonly (typeof heldDecided.recorded)[],
): Promise<void> {
  for (const { council, seq, actor, recordedAt, body } of events) {
    const { entry, decision, person } = body
    await sql`insert into list_decisions
        (council, entry, seq, decision, person, decided_by, decided_at)
      values (${council}, ${entry}, ${seq}, ${decision}, ${person}, ${actor}, ${recordedAt})
    `.execute(tx)
  }
}
