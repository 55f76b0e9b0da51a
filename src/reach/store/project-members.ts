// Members join, each where the rule puts them; every change of state is kept with its position.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { memberJoined, memberMoved, memberPlaced } from '../domain/events.ts'
import { deriveStandings, type Touch, wavesOfPeople } from './derive-standings.ts'

type Joins = readonly (typeof memberJoined.recorded)[]

/** Somebody may have a stop when they join, or another record that is a member. */
export async function projectJoined(tx: Tx, events: Joins): Promise<void> {
  const council = events[0]?.council ?? ''
  const joins = events.map(event => ({ ...event, subject: event.body.subject }))
  for (const wave of await wavesOfPeople(tx, council, joins)) {
    await addMembers(tx, wave)
    const special = await notOrdinary(tx, council, wave)
    await deriveStandings(
      tx,
      council,
      wave.filter(one => special.has(one.subject)),
    )
  }
}

async function addMembers(tx: Tx, events: Joins): Promise<void> {
  const council = events[0]?.council ?? ''
  const rows = events.map(({ seq, place, body, recordedAt }) => ({
    ...body,
    seq,
    place,
    step: body.next.step,
    next_at: timeOf(body.next.at),
    promised_at: timeOf(body.promisedAt ?? null),
    recorded_at: recordedAt,
  }))
  await sql`with incoming as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (member uuid,
        campaign uuid, round uuid, kind text, subject uuid, list text, place uuid, step text,
        next_at timestamptz, promised_at timestamptz, recorded_at timestamptz, seq bigint)
    ), added as (
      insert into members (council, id, campaign, round, kind, subject, place, list, state,
        next_step, next_at, first_step, first_at, promised_at, first_promised_at, attempts,
        asked, needs, joined_at)
      select ${council}, member, campaign, round, kind, subject, place, list, 'untried',
        step, next_at, step, next_at, promised_at, promised_at, 0, false, 0, recorded_at
      from incoming
    ), back as (
      delete from members_left l using incoming i where l.council = ${council} and l.id = i.member
    )
    insert into member_states (council, member, seq, campaign, round, place, recorded_at, state)
    select ${council}, member, seq, campaign, round, place, recorded_at, 'untried'
    from incoming`.execute(tx)
}

async function notOrdinary(tx: Tx, council: string, wave: readonly Touch[]): Promise<Set<string>> {
  const subjects = wave.map(one => one.subject)
  const found = await sql<{ id: string }>`
    select p.id from people p
    where p.council = ${council} and p.id = any (${subjects}::uuid[]) and (p.root <> p.id
      or exists (select from people o
        where o.council = p.council and o.root = p.id and o.id <> p.id)
      or exists (select from stops s where s.council = p.council and s.person = p.id))`.execute(tx)
  return new Set(found.rows.map(row => row.id))
}

/** Said of those who join with a stop. The stop itself moves them, so that taking it back does. */
export async function projectMoved(tx: Tx, events: readonly (typeof memberMoved.recorded)[]) {
  const council = events[0]?.council ?? ''
  const touches = events.map(({ subjects, seq, body, recordedAt }) => {
    return { subject: subjects[0] ?? body.member, seq, recordedAt }
  })
  for (const wave of await wavesOfPeople(tx, council, touches)) {
    await deriveStandings(tx, council, wave)
  }
}

/** Figures of the past keep the place that the member had then. */
export async function projectPlaced(tx: Tx, events: readonly (typeof memberPlaced.recorded)[]) {
  for (const { council, seq, place, body, recordedAt } of events) {
    await sql`update members set place = ${place}
      where council = ${council} and id = ${body.member}`.execute(tx)
    await sql`insert into member_states
        (council, member, seq, campaign, round, place, recorded_at, state, reason, until)
      select council, id, ${seq}, campaign, round, place, ${recordedAt}, state, reason, until
      from members where council = ${council} and id = ${body.member}
      on conflict (council, member, seq) do update set place = excluded.place`.execute(tx)
  }
}

export function timeOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
