// Members join and are moved; every change of state is kept with its position in the log.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { memberJoined, memberMoved, memberPlaced } from '../domain/events.ts'

export async function projectJoined(tx: Tx, events: readonly (typeof memberJoined.recorded)[]) {
  const council = events[0]?.council ?? ''
  const rows = events.map(({ seq, place, body, recordedAt }) => ({
    ...body,
    seq,
    place,
    step: body.next.step,
    next_at: timeOf(body.next.at),
    recorded_at: recordedAt,
  }))
  await sql`with incoming as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (member uuid,
        campaign uuid, round uuid, kind text, subject uuid, list text, place uuid, step text,
        next_at timestamptz, recorded_at timestamptz, seq bigint)
    ), added as (
      insert into members (council, id, campaign, round, kind, subject, place, list, state,
        next_step, next_at, attempts, asked, needs, joined_at)
      select ${council}, member, campaign, round, kind, subject, place, list, 'untried',
        step, next_at, 0, false, 0, recorded_at
      from incoming
    )
    insert into member_states (council, member, seq, campaign, round, place, recorded_at, state)
    select ${council}, member, seq, campaign, round, place, recorded_at, 'untried'
    from incoming`.execute(tx)
}

export async function projectMoved(tx: Tx, events: readonly (typeof memberMoved.recorded)[]) {
  for (const { council, seq, body, recordedAt } of events) {
    const { member, state, reason, next } = body
    await sql`update members set state = ${state}, reason = ${reason}, until = null,
        next_step = ${next.step}, next_at = ${timeOf(next.at)}
      where council = ${council} and id = ${member}`.execute(tx)
    await keepState(tx, { council, member, seq, recordedAt })
  }
}

/** Figures of the past keep the place that the member had then. */
export async function projectPlaced(tx: Tx, events: readonly (typeof memberPlaced.recorded)[]) {
  for (const { council, seq, place, body, recordedAt } of events) {
    await sql`update members set place = ${place}
      where council = ${council} and id = ${body.member}`.execute(tx)
    await keepState(tx, { council, member: body.member, seq, recordedAt })
  }
}

export type Change = {
  readonly council: string
  readonly member: string
  readonly seq: number
  readonly recordedAt: Date
}

/** Copies where a member stands now into the history. Several events of one seq keep the last. */
export async function keepState(tx: Tx, change: Change): Promise<void> {
  const { council, member, seq, recordedAt } = change
  await sql`insert into member_states
      (council, member, seq, campaign, round, place, recorded_at, state, reason, until)
    select council, id, ${seq}, campaign, round, place, ${recordedAt}, state, reason, until
    from members where council = ${council} and id = ${member}
    on conflict (council, member, seq) do update
      set state = excluded.state, reason = excluded.reason, until = excluded.until`.execute(tx)
}

export function timeOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
