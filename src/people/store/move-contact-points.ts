// A phone or email turns out to be another record's: it goes there, with the words to find it by.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { contactPointMoved } from '../domain/events.ts'
import { changeWords } from './write-words.ts'

export async function moveContactPoints(
  tx: Tx,
  events: readonly (typeof contactPointMoved.recorded)[],
): Promise<void> {
  for (const { council, body } of events) {
    const { contactPoint, person } = body
    const owners = await sql<{ owner: Id }>`select belongs_to as owner from contact_points
      where council = ${council} and id = ${contactPoint}`.execute(tx)
    const people = [...new Set([person, ...owners.rows.map(row => row.owner)])]
    await sql`update contact_points c set belongs_to = p.id, person = p.root
      from people p where c.council = ${council} and c.id = ${contactPoint}
        and p.council = ${council} and p.id = ${person} and p.erased_at is null`.execute(tx)
    await changeWords(tx, council, people)
  }
}
