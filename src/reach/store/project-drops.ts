// A list or an area moved on without a member, or has them again: where do they stand now?
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { memberDropped, memberRestored } from '../domain/events.ts'
import { deriveStandings, wavesOfPeople } from './derive-standings.ts'

type Turn = {
  readonly council: string
  readonly subjects: readonly string[]
  readonly seq: number
  readonly recordedAt: Date
  readonly body: { readonly member: string }
}

export async function projectDropped(
  tx: Tx,
  events: readonly (typeof memberDropped.recorded)[],
): Promise<void> {
  await turn(
    tx,
    events.map(event => ({ ...event, ...event.body })),
  )
}

/** As if they had never been dropped: what was tried decides again. */
export async function projectRestored(
  tx: Tx,
  events: readonly (typeof memberRestored.recorded)[],
): Promise<void> {
  await turn(
    tx,
    events.map(event => ({ ...event, reason: null, version: null, number: null })),
  )
}

type Said = { reason: string | null; version: string | null; number: number | null }

async function turn(tx: Tx, turns: readonly (Turn & Said)[]): Promise<void> {
  const council = turns[0]?.council ?? ''
  const touches = turns.map(one => ({ ...one, subject: one.subjects[0] ?? one.body.member }))
  for (const wave of await wavesOfPeople(tx, council, touches)) {
    const rows = wave.map(({ body, reason, version, number, recordedAt }) => {
      return { member: body.member, reason, version, number, at: recordedAt }
    })
    await sql`update members m set dropped = r.reason, dropped_version = r.version,
        dropped_number = r.number, dropped_at = case when r.reason is not null then r.at end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (member uuid, reason text,
        version uuid, number integer, at timestamptz)
      where m.council = ${council} and m.id = r.member`.execute(tx)
    await deriveStandings(
      tx,
      council,
      wave.map(({ subject, root, seq, recordedAt }) => ({ subject, root, seq, recordedAt })),
    )
  }
}
