// Which events are about whom? Kept beside every projection of this capability.
import { sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'

export function remembered(project: Readonly<Record<string, Apply>>): Record<string, Apply> {
  return Object.fromEntries(
    Object.entries(project).map(([kind, apply]) => [
      kind,
      async (tx, events: readonly Recorded<never, never>[]) => {
        await apply(tx, events)
        const rows = events.flatMap(({ seq, subjects }) =>
          [...new Set(subjects)].map(person => ({ seq, person })),
        )
        await sql`insert into person_events (council, person, seq)
          select ${events[0]?.council ?? ''}, person, seq
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (person uuid, seq bigint)
        `.execute(tx)
      },
    ]),
  )
}
