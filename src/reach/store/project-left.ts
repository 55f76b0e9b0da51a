// A load was taken back: whoever it brought and nobody tried is in no figure from then on.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { memberLeft } from '../domain/events.ts'
import { deriveStandings, wavesOfPeople } from './derive-standings.ts'

export async function projectLeft(
  tx: Tx,
  events: readonly (typeof memberLeft.recorded)[],
): Promise<void> {
  const council = events[0]?.council ?? ''
  const rows = events.map(({ seq, body, recordedAt }) => ({
    member: body.member,
    seq,
    recorded_at: recordedAt,
  }))
  await sql`with incoming as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (member uuid, seq bigint, recorded_at timestamptz)
    ), gone as (
      delete from members m using incoming i where m.council = ${council} and m.id = i.member
      returning m.id, m.kind, m.subject, m.campaign, m.round, m.place, m.joined_at, i.seq,
        i.recorded_at
    ), kept as (
      insert into members_left (council, id, kind, subject, joined_at)
      select ${council}, id, kind, subject, joined_at from gone
    )
    insert into member_states (council, member, seq, campaign, round, place, recorded_at, state)
    select ${council}, id, seq, campaign, round, place, recorded_at, 'gone' from gone`.execute(tx)
  const touches = events.flatMap(({ subjects, seq, recordedAt }) =>
    subjects.map(subject => ({ subject, seq, recordedAt })),
  )
  for (const wave of await wavesOfPeople(tx, council, touches)) {
    await deriveStandings(tx, council, wave)
  }
}
