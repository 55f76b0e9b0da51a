// Where does a person stand in each round? One rule, from what was told and tried, nothing else.
//
// The rule is in the README. It runs for everybody whom an event touched: a stop told or taken
// back, records joined or parted, a member who joins, an attempt on somebody who is out of the
// count. `recount.ts` says the same a second time, from the log alone.
import { type RawBuilder, sql } from 'kysely'
import { allPacks } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { meanings } from '../domain/outcomes.ts'

/** An event at `seq` changed something that the standing of `subject` depends on. */
export type Touch = { readonly subject: Id; readonly seq: number; readonly recordedAt: Date }
export type Touched<T> = T & { readonly root: Id }

/**
 * In order, each wave with a person once, whichever of their records is named. So that a run of
 * events gives the same history however it is cut.
 */
export async function wavesOfPeople<T extends { readonly subject: Id }>(
  tx: Tx,
  council: string,
  touches: readonly T[],
): Promise<Touched<T>[][]> {
  const subjects = [...new Set(touches.map(one => one.subject))]
  const joined = await sql<{ id: Id; root: Id }>`select id, root from people
    where council = ${council} and id = any (${subjects}::uuid[]) and root <> id`.execute(tx)
  const rootOf = new Map(joined.rows.map(({ id, root }) => [id, root]))
  const seen = new Map<Id, number>()
  const waves: Touched<T>[][] = []
  for (const touch of touches) {
    const root = rootOf.get(touch.subject) ?? touch.subject
    const nth = seen.get(root) ?? 0
    seen.set(root, nth + 1)
    const wave = waves[nth] ?? []
    wave.push({ ...touch, root })
    waves[nth] = wave
  }
  return waves
}

/** Derives all members of these people anew, each person at most once; what changed is kept. */
export async function deriveStandings(
  tx: Tx,
  council: string,
  touches: readonly Touched<Touch>[],
): Promise<void> {
  if (touches.length === 0) return
  await sql`with ${recordsOf(council, touches)}, ${listedOf(council)}, ${triesOf(council)},
    ${standing}, ${nextOf}, changed as (
      update members m set state = n.state, reason = n.reason, until = n.until,
        next_step = n.next_step, next_at = n.next_at, promised_at = n.promised_at
      from next n where m.council = ${council} and m.id = n.id and (n.has_moved
        or (m.next_step, m.next_at, m.promised_at)
          is distinct from (n.next_step, n.next_at, n.promised_at))
    )
    insert into member_states
      (council, member, seq, campaign, round, place, recorded_at, state, reason, until)
    select ${council}, id, seq, campaign, round, place, touched_at, state, reason, until
    from next where has_moved
    on conflict (council, member, seq) do update
      set state = excluded.state, reason = excluded.reason, until = excluded.until`.execute(tx)
}

/** Every record of the people touched, and which stops stand on any of them. */
function recordsOf(council: string, touches: readonly Touched<Touch>[]): RawBuilder<unknown> {
  const rows = touches.map(({ root, seq, recordedAt }) => ({ root, seq, at: recordedAt }))
  const roots = touches.map(one => one.root)
  return sql`touched as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (root uuid, seq bigint,
        at timestamptz)
    ), records as materialized (
      select root, id as record from people
      where council = ${council} and root = any (${roots}::uuid[])
      union select root, root from touched
    ), stopped as (
      select r.root, bool_or(s.flag in ('deceased-reported', 'deceased-confirmed')) as has_died,
        bool_or(s.flag in ('moved-reported', 'moved-confirmed')) as has_moved,
        min(s.told_at) filter (where s.flag like 'deceased-%') as died_at,
        min(s.told_at) filter (where s.flag like 'moved-%') as moved_at
      from records r join stops s on s.council = ${council} and s.person = r.record
      group by r.root
    )`
}

/** Of several records of one person one counts: who was not dropped, in use, or was first. */
function listedOf(council: string): RawBuilder<unknown> {
  return sql`listed as materialized (
      select m.id, m.campaign, m.round, m.kind, m.place, m.joined_at, m.first_step, m.first_at,
        m.first_promised_at,
        m.state, m.reason, m.until, m.next_step, m.next_at, m.promised_at, m.dropped, t.root,
        t.seq, t.at as touched_at, row_number() over (partition by m.round, t.root
          order by m.dropped is not null, m.subject <> t.root, m.joined_at, m.id) > 1 as is_again
      from touched t
      join records r on r.root = t.root
      join members m on m.council = ${council} and m.subject = r.record
    )`
}

/**
 * What was tried with any record of the person in the round. That a person died or moved is for
 * the stop to say, and for an officer to take back: of such an attempt only the trying counts. So
 * it is while nobody knows with which of two who were parted it was.
 */
function triesOf(council: string): RawBuilder<unknown> {
  const means = Object.entries(meanings).map(([outcome, { bucket, excuse }]) => ({
    outcome,
    bucket: excuse === 'away' ? 'away' : (bucket ?? 'tried'),
    excuse: excuse ?? null,
  }))
  const lasting = allPacks().map(({ id, version, reachedLastsHours }) => ({
    pack: id,
    version,
    hours: reachedLastsHours,
  }))
  return sql`tries as materialized (
      select l.root, l.round, a.seq, a.happened_at, a.is_attempt, a.next_step, a.next_at,
        a.promised_at, l.kind = 'person' and w.excuse in ('died', 'moved') as is_report,
        case when a.is_doubted or (l.kind = 'person' and w.excuse in ('died', 'moved'))
          then 'tried' else w.bucket end as bucket, w.excuse,
        case when w.bucket = 'away' then a.told_at
          else a.happened_at + case when c.lasts_hours is null then p.hours
            else nullif(c.lasts_hours, 0) end * interval '1 hour' end as until
      from listed l
      join attempts a on a.council = ${council} and a.member = l.id and a.seq <= l.seq
      join campaigns c on c.council = ${council} and c.id = l.campaign
      join jsonb_to_recordset(${JSON.stringify(means)}::jsonb) as w (outcome text, bucket text,
        excuse text) on w.outcome = a.outcome
      left join jsonb_to_recordset(${JSON.stringify(lasting)}::jsonb) as p (pack text,
        version integer, hours float) on p.pack = c.pack and p.version = c.pack_version
    ), answered as (
      select distinct on (root, round) * from tries
      where is_attempt and bucket in ('reached', 'excused') order by root, round, seq desc
    ), gone_away as (
      select distinct on (root, round) * from tries
      where is_attempt and bucket = 'away' order by root, round, seq desc
    ), taken_out as (
      select distinct on (root, round) * from tries
      where is_attempt and bucket = 'excused' order by root, round, seq desc
    ), latest as (
      select distinct on (root, round) * from tries
      where is_report is not true order by root, round, seq desc
    )`
}

/** Why they are out of the count, or how far they were reached. */
const standing = sql`reasons as (
      select l.*, a.bucket = 'reached' as was_reached, w.is_away,
        case when w.is_away then y.seq else a.seq end as answered_seq,
        case when w.is_away then y.until else a.until end as answer_until,
        case when s.has_died then s.died_at else s.moved_at end as stopped_at, case
          when l.is_again then 'listed-twice'
          when s.has_died then 'died'
          when s.has_moved then 'moved'
          when s.root is not null then 'off-the-list'
          when l.dropped is not null then l.dropped
          when o.excuse in ('died', 'moved') then o.excuse
          when a.bucket = 'excused' then a.excuse
        end as out_reason
      from listed l
      left join stopped s on s.root = l.root
      left join answered a on a.root = l.root and a.round = l.round
      left join taken_out o on o.root = l.root and o.round = l.round
      left join gone_away y on y.root = l.root and y.round = l.round
      cross join lateral (select y.seq > coalesce(a.seq, 0)
        and a.bucket is distinct from 'excused' as is_away) w
    ), standing as (
      select r.*, coalesce(r.out_reason in ('listed-twice', 'died', 'moved', 'off-the-list',
        'not-inside'), false) as is_barred,
        s.new_state, s.new_state <> 'excused' or r.out_reason is null as may_run_out,
        coalesce(r.out_reason, case when s.new_state = 'excused' then 'away' end) as new_reason
      from reasons r left join lateral (
        select t.root, bool_or(t.seq > r.answered_seq and t.bucket = 'tried'
          and t.happened_at >= r.answer_until) as has_run_out
        from tries t where t.root = r.root and t.round = r.round and t.is_attempt
        group by t.root) t on true
      cross join lateral (select case when r.out_reason is not null then 'excused'
          when r.is_away and not coalesce(t.has_run_out, false) then 'excused'
          when r.was_reached and not coalesce(r.is_away, false)
            and not coalesce(t.has_run_out, false) then 'reached'
          when t.root is not null then 'tried' else 'untried' end as new_state) s
    )`

/**
 * What comes next is what the latest attempt said, else what joining said. Somebody who waits
 * always has a step: without one they are rung at once.
 */
const nextOf = sql`next as (
      select s.id, s.seq, s.campaign, s.round, s.place, s.touched_at, s.new_state as state,
        s.new_reason as reason, u.until,
        (s.state, s.reason, s.until) is distinct from (s.new_state, s.new_reason, u.until)
          as has_moved,
        case when s.out_reason in ('listed-twice', 'off-the-list', 'not-inside') then 'none'
          when s.is_barred and s.reason = s.out_reason then s.next_step
          when s.is_barred then 'officer'
          when w.has_no_step then 'ring'
          else coalesce(t.next_step, s.first_step) end as next_step,
        case when s.out_reason in ('listed-twice', 'off-the-list', 'not-inside') then null
          when s.stopped_at is not null then greatest(s.joined_at, s.stopped_at)
          when s.is_barred and s.reason = s.out_reason then s.next_at
          when s.is_barred then s.touched_at
          when w.has_no_step then coalesce(t.happened_at, s.joined_at)
          when t.root is null then s.first_at
          else t.next_at end as next_at,
        case when s.is_barred then s.promised_at when t.root is null then s.first_promised_at
          else t.promised_at end as promised_at
      from standing s
      left join latest t on t.root = s.root and t.round = s.round
      cross join lateral (select case when s.may_run_out
        and s.new_state in ('reached', 'excused') then s.answer_until end as until) u
      cross join lateral (select s.new_state in ('tried', 'untried')
        and coalesce(t.next_step, s.first_step) in ('none', 'officer') as has_no_step) w
    )`
