// Erasure: their words go from the register and from their row. The same in a rebuild.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { volunteerErased } from '../domain/events.ts'

export async function eraseVolunteers(
  tx: Tx,
  events: readonly (typeof volunteerErased.recorded)[],
): Promise<void> {
  for (const { council, seq, body, recordedAt } of events) {
    await sql`delete from register where council = ${council} and seq < ${seq} and seq in (
      select seq from events where council = ${council}
        and kind in ('volunteers.VolunteerAdded', 'volunteers.VolunteerChanged')
        and body ->> 'volunteer' = ${body.volunteer})`.execute(tx)
    await sql`update volunteers set name = null, phone = null, user_id = null,
        skills = '{}', languages = '{}', transport = '{}', kept_from = '{}',
        rests_until = null, hours = '[]', away_from = null, away_until = null, streets = '{}',
        erased_at = ${recordedAt}
      where council = ${council} and id = ${body.volunteer}`.execute(tx)
    await sql`delete from volunteer_checks
      where council = ${council} and volunteer = ${body.volunteer}`.execute(tx)
  }
}
