// Erasure: the words of these people go from the register and from every row here.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { erased } from '../domain/events.ts'
import { removeKeys } from './person-keys.ts'

/**
 * Register rows before the event go too. In a rebuild they are gone already, so this deletes
 * nothing there: the same statement is safe live and replayed.
 */
export async function erasePeople(
  tx: Tx,
  events: readonly (typeof erased.recorded)[],
): Promise<void> {
  for (const { council, seq, subjects, recordedAt } of events) {
    const people = sql`any (${subjects}::uuid[])`
    await sql`delete from register where council = ${council} and seq < ${seq}
      and subjects && ${subjects}::uuid[]`.execute(tx)
    await sql`delete from register where council = ${council} and seq < ${seq} and seq in (
      select jsonb_array_elements_text(e.body -> 'told')::bigint from person_events x
      join events e on e.council = x.council and e.seq = x.seq
      where x.council = ${council} and x.person = ${people} and e.body ? 'told')`.execute(tx)
    await removeKeys(tx, council, subjects)
    await sql`update people set dwelling = null, household = null, name = '', given = '',
        middle = '', family = '', born = null, nhs = null, address = '', postcode = '',
        address_key = '', language = null, name_key = '', family_key = '', flags = '{}',
        words = '', match_keys = '{}',
        erased_at = coalesce(erased_at, ${recordedAt})
      where council = ${council} and id = ${people}`.execute(tx)
    await sql`delete from contact_points
      where council = ${council} and belongs_to = ${people}`.execute(tx)
    await sql`delete from person_flags where council = ${council} and person = ${people}`.execute(
      tx,
    )
    await sql`delete from doorstep_words where council = ${council} and person = ${people}`.execute(
      tx,
    )
    await sql`delete from kept_apart
      where council = ${council} and (one = ${people} or other = ${people})`.execute(tx)
    await sql`delete from reviews
      where council = ${council} and persons && ${subjects}::uuid[]`.execute(tx)
  }
}
