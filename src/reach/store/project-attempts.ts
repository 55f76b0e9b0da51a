// An attempt moves its member; the attempt itself is kept, however late it came.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { attemptRecorded } from '../domain/events.ts'
import { deriveStandings, wavesOfPeople } from './derive-standings.ts'
import { timeOf } from './project-members.ts'

type Attempts = readonly (typeof attemptRecorded.recorded)[]

export async function projectAttempts(tx: Tx, events: Attempts): Promise<void> {
  const [first = [], ...others] = wavesOf(events)
  // Both leave together: the log is locked meanwhile, and everybody waits for each message.
  const [out] = await Promise.all([moveMembers(tx, first), keepAttempts(tx, events)])
  if (out.length > 0) await deriveMoved(tx, first, out)
  for (const wave of others) {
    const more = await moveMembers(tx, wave)
    if (more.length > 0) await deriveMoved(tx, wave, more)
  }
}

/** Somebody is out of the count: what was said may count for another record of theirs. */
async function deriveMoved(tx: Tx, wave: Attempts, out: readonly Id[]): Promise<void> {
  const council = wave[0]?.council ?? ''
  const touches = wave
    .filter(({ body }) => out.includes(body.member))
    .map(({ subjects, seq, body, recordedAt }) => {
      return { subject: subjects[0] ?? body.member, seq, recordedAt }
    })
  for (const some of await wavesOfPeople(tx, council, touches)) {
    await deriveStandings(tx, council, some)
  }
}

/** In order, each wave with a member once, so that one statement moves them all. */
function wavesOf(events: Attempts): Attempts[] {
  const seen = new Map<string, number>()
  const waves: Attempts[number][][] = []
  for (const event of events) {
    const wave = seen.get(event.body.member) ?? 0
    seen.set(event.body.member, wave + 1)
    const into = waves[wave] ?? []
    into.push(event)
    waves[wave] = into
  }
  return waves
}

async function keepAttempts(tx: Tx, events: Attempts): Promise<void> {
  const rows = events.map(({ council, seq, subjects, body, words, actor, ...at }) => ({
    council,
    seq,
    id: body.attempt,
    campaign: body.campaign,
    round: body.round,
    member: body.member,
    subject: subjects[0] ?? body.member,
    channel: body.channel,
    contact_point: body.contactPoint,
    outcome: body.outcome,
    word: body.word ?? null,
    is_attempt: body.isAttempt,
    was_stopped: body.wasStopped,
    needs: body.needs,
    by_user: actor,
    happened_at: at.happenedAt,
    recorded_at: at.recordedAt,
    next_step: body.next.step,
    next_at: timeOf(body.next.at),
    promised_at: timeOf(body.promisedAt),
    note: words?.note ?? null,
    told_at: timeOf(body.told ?? null),
  }))
  await sql`insert into attempts (council, id, campaign, round, member, subject, channel,
      contact_point, outcome, word, is_attempt, was_stopped, needs, by_user, happened_at,
      recorded_at, note, seq, next_step, next_at, promised_at,
      told_at)
    select council, id, campaign, round, member, subject, channel, contact_point, outcome, word,
      is_attempt, was_stopped, needs, by_user, happened_at, recorded_at, note, seq, next_step,
      next_at, promised_at, told_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (council text, id uuid,
      campaign uuid, round uuid, member uuid, subject uuid, channel text, contact_point uuid,
      outcome text, word text, is_attempt boolean, was_stopped boolean, needs integer,
      by_user uuid, happened_at timestamptz, recorded_at timestamptz, note text, seq bigint,
      next_step text, next_at timestamptz, promised_at timestamptz, told_at timestamptz)`.execute(
    tx,
  )
}

/** Gives those who are out of the count after it. */
async function moveMembers(tx: Tx, wave: Attempts): Promise<Id[]> {
  const council = wave[0]?.council ?? ''
  const rows = wave.map(({ seq, body, happenedAt, recordedAt }) => ({
    member: body.member,
    seq,
    state: body.state,
    reason: body.reason,
    until: timeOf(body.until),
    next_step: body.next.step,
    next_at: timeOf(body.next.at),
    promised_at: timeOf(body.promisedAt),
    is_attempt: body.isAttempt,
    asked: body.asked,
    needs: body.needs,
    happened_at: happenedAt,
    recorded_at: recordedAt,
  }))
  // The ids once more by themselves: so the planner knows how few they are, and reads only those.
  const ids = [...new Set(rows.map(row => row.member))]
  const found = await sql<{ id: Id }>`with incoming as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (member uuid,
        seq bigint, state text, reason text, until timestamptz, next_step text,
        next_at timestamptz, promised_at timestamptz, is_attempt boolean, asked boolean,
        needs integer, happened_at timestamptz, recorded_at timestamptz)
    ), freed as (
      delete from holds h using incoming i
      where h.council = ${council} and h.member = any (${ids}::uuid[]) and h.member = i.member
    ), moved as (
      update members m set state = case when ${stays} then m.state else i.state end,
        reason = case when ${stays} then m.reason else i.reason end,
        until = case when ${stays} then m.until else i.until end,
        next_step = case when ${isBarred} then m.next_step else i.next_step end,
        next_at = case when ${isBarred} then m.next_at else i.next_at end,
        promised_at = case when ${isBarred} then m.promised_at else i.promised_at end,
        attempts = m.attempts + i.is_attempt::integer, asked = m.asked or i.asked,
        needs = m.needs + i.needs,
        first_tried_at = case when i.is_attempt
          then least(m.first_tried_at, i.happened_at) else m.first_tried_at end,
        reached_at = case when i.state = 'reached'
          then coalesce(m.reached_at, i.happened_at) else m.reached_at end,
        last_tried_at = case when i.is_attempt
          then greatest(m.last_tried_at, i.happened_at) else m.last_tried_at end
      from incoming i
      where m.council = ${council} and m.id = any (${ids}::uuid[]) and m.id = i.member
      returning m.id, m.campaign, m.round, m.place, m.state, m.reason, m.until
    ), kept as (
      insert into member_states
        (council, member, seq, campaign, round, place, recorded_at, state, reason, until)
      select ${council}, i.member, i.seq, m.campaign, m.round, m.place, i.recorded_at, m.state,
        m.reason, m.until
      from incoming i join moved m on m.id = i.member where i.is_attempt
    )
    select id from moved where state = 'excused'`.execute(tx)
  return found.rows.map(row => row.id)
}

/** A stop outranks whatever an attempt says, also one that was decided before it was known. */
const isBarred = sql<boolean>`coalesce(
  m.reason in ('died', 'moved', 'listed-twice', 'off-the-list', 'not-inside'), false)`
const stays = sql<boolean>`(not i.is_attempt or ${isBarred})`
