// Is the figure true? A second count straight from the log, sharing nothing with the read models.
//
// It states the rule of the README by itself, from raw events as known at a moment, so that it can
// disagree with `derive-standings.ts`. Only where places lie is looked up in a table.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { allPacks } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Coverage } from '../domain/coverage.ts'
import type { Bucket } from '../domain/terms.ts'

export type Recounting = {
  readonly round: Id
  readonly at: Date
  /** Counts only members in these places; without it, everywhere. */
  readonly scope?: Scope | undefined
  readonly within?: Id | null | undefined
}

/** One figure, of the places asked for. */
export async function recountFromLog(
  tx: Tx,
  council: string,
  asked: Recounting,
): Promise<Coverage> {
  const { scope, within } = asked
  const found = await walkingOnce(
    tx,
    sql<Coverage>`${standingFromLog(council, asked)}
    select count(*)::integer as listed,
      count(*) filter (where state = 'reached')::integer as reached,
      count(*) filter (where state = 'tried')::integer as tried,
      count(*) filter (where state = 'untried')::integer as untried,
      count(*) filter (where state = 'excused')::integer as excused
    from standing
    where ${scope ? inScope(scope, 'place') : sql`true`} and ${lies(council, within)}`,
  )
  return found[0] ?? { listed: 0, reached: 0, tried: 0, untried: 0, excused: 0 }
}

export type PlaceStanding = {
  readonly place: Id | null
  readonly state: Bucket
  readonly n: number
}

/** The same count for every place at once, of the whole council. */
export function recountByPlace(
  tx: Tx,
  council: string,
  asked: Pick<Recounting, 'round' | 'at'>,
): Promise<readonly PlaceStanding[]> {
  return walkingOnce(
    tx,
    sql<PlaceStanding>`${standingFromLog(council, asked)}
    select place, state, count(*)::integer as n from standing group by place, state`,
  )
}

/** Begins a statement: one row of `standing` for every member of the round. */
export function standingFromLog(
  council: string,
  { round, at }: Pick<Recounting, 'round' | 'at'>,
): RawBuilder<unknown> {
  return sql`with recursive
    known as not materialized (
      select * from events where council = ${council} and recorded_at <= ${at}
    ), ${listedIn(round)}, ${sameRecords}, ${stopsStanding}, ${triedIn(round)}, ${standing(at)}`
}

/**
 * The planner cannot see inside an event's body and would walk all events once a member, so it is
 * told not to.
 */
export async function walkingOnce<T>(tx: Tx, query: RawBuilder<T>): Promise<readonly T[]> {
  await sql`set local enable_nestloop = off`.execute(tx)
  const found = await query.execute(tx)
  await sql`set local enable_nestloop to default`.execute(tx)
  return found.rows
}

function lies(council: string, within: Id | null | undefined): RawBuilder<boolean> {
  if (!within) return sql<boolean>`true`
  return sql<boolean>`place in (select id from places
    where council = ${council} and path @> array[${within}::uuid])`
}

/** Who joined, and where the log says that they live. */
function listedIn(round: Id): RawBuilder<unknown> {
  return sql`placed as (
      select distinct on (body ->> 'member') (body ->> 'member')::uuid as member, seq, place
      from known where kind = 'reach.MemberPlaced' order by body ->> 'member', seq desc
    ), gone as (
      select (body ->> 'member')::uuid as member, max(seq) as seq
      from known where kind = 'reach.MemberLeft' group by 1
    ), turned as (
      select distinct on (body ->> 'member') (body ->> 'member')::uuid as member, seq,
        body ->> 'reason' as reason
      from known where kind in ('reach.MemberDropped', 'reach.MemberRestored')
      order by body ->> 'member', seq desc
    ), joined as materialized (
      select (j.body ->> 'member')::uuid as member, (j.body ->> 'subject')::uuid as subject,
        j.body ->> 'campaign' as campaign, j.body ->> 'kind' as kind, j.recorded_at,
        j.seq as joined_seq,
        case when p.seq > j.seq then p.place else j.place end as place,
        case when d.seq > j.seq then d.reason end as drop_reason, d.seq as drop_seq
      from known j left join placed p on p.member = (j.body ->> 'member')::uuid
      left join gone g on g.member = (j.body ->> 'member')::uuid
      left join turned d on d.member = (j.body ->> 'member')::uuid
      where j.kind = 'reach.MemberJoined' and j.body ->> 'round' = ${round}
        and (g.seq is null or g.seq < j.seq)
    )`
}

/** Joins of records and when each ended; and all records of each member's person by now. */
const sameRecords = sql`turns as materialized (
    select seq, kind = 'people.PeopleMerged' as is_join, (body ->> 'from')::uuid as source,
      (body ->> 'into')::uuid as target
    from known where kind in ('people.PeopleMerged', 'people.PeopleUnmerged')
  ), joins as materialized (
    select j.seq, j.source, j.target, (select min(u.seq) from turns u
      where not u.is_join and u.source = j.source and u.seq > j.seq) as ended
    from turns j where j.is_join
  ), links as materialized (
    select seq, ended, source as one, target as other from joins
    union all select seq, ended, target, source from joins
  ), mates as (
    select subject as starting, subject as record from joined
    where subject in (select one from links where ended is null)
    union
    select m.starting, l.other from mates m join links l on l.one = m.record and l.ended is null
  ), grouped as materialized (
    select j.*, coalesce(g.person, j.subject::text) as person, row_number() over (
      partition by coalesce(g.person, j.subject::text)
      order by j.drop_reason is not null,
        j.subject in (select source from joins where ended is null), j.recorded_at,
        j.member) > 1 as is_again
    from joined j left join (select starting, min(record::text) as person from mates
      group by starting) g on g.starting = j.subject
  )`

/** A stop stands until it is lowered on any record that is of the same person at that time. */
const stopsStanding = sql`raised as (
    select seq, (body ->> 'person')::uuid as record, body ->> 'flag' as flag
    from known where kind = 'people.FlagRaised'
    union all
    select seq, (body ->> 'person')::uuid, flag
    from known cross join lateral jsonb_array_elements_text(body -> 'flags') as flag
    where kind = 'people.PersonAdded' and body -> 'flags' <> '[]'
  ), lowered as materialized (
    select seq, (body ->> 'person')::uuid as record, body ->> 'flag' as flag
    from known where kind = 'people.FlagLowered'
  ), lifted as (
    select seq, record, flag from lowered
    union
    select f.seq, l.other, f.flag from lifted f
    join links l on l.one = f.record and l.seq < f.seq
      and (l.ended is null or l.ended > f.seq)
  ), stopped as materialized (
    select g.member, r.flag, r.seq from raised r
    left join (select record, flag, max(seq) as seq from lifted group by record, flag) f
      on f.record = r.record and f.flag = r.flag
    left join mates m on m.record = r.record
    join grouped g on g.subject = coalesce(m.starting, r.record)
    where r.flag in ('deceased-reported', 'deceased-confirmed', 'moved-reported',
      'moved-confirmed', 'no-basis', 'withdrawn') and (f.seq is null or f.seq < r.seq)
  )`

/** What was tried with any record of the person, as the outcome says and not as the event does. */
function triedIn(round: Id): RawBuilder<unknown> {
  return sql`ascribed as materialized (
      select distinct on (body ->> 'attempt') body ->> 'attempt' as attempt,
        (body ->> 'member')::uuid as member, (body ->> 'isDoubted')::boolean as is_doubted
      from known where kind = 'reach.AttemptAscribed' and body ->> 'round' = ${round}
      order by body ->> 'attempt', seq desc
    ), made as materialized (
      select coalesce(a.member, (e.body ->> 'member')::uuid) as member,
        e.body ->> 'outcome' as outcome, e.seq, e.happened_at,
        to_timestamp((e.body ->> 'told')::float / 1000) as told_at,
        coalesce(a.is_doubted, false) as is_doubted
      from known e left join ascribed a on a.attempt = e.body ->> 'attempt'
      where e.kind = 'reach.AttemptRecorded' and e.body ->> 'round' = ${round}
        and (e.body ->> 'isAttempt')::boolean
    ), tries as materialized (
      select g.person, e.seq, e.happened_at, e.told_at, case
          when e.is_doubted then 'tried'
          when e.outcome in ('spoke_complete', 'spoke_no_help_wanted', 'staying', 'gone_to',
            'refuses_to_leave', 'supply_off', 'supply_on') then 'reached'
          when e.outcome = 'refused' then 'said-no'
          when e.outcome = 'empty_home' then 'empty'
          when e.outcome in ('in_hospital', 'in_care_home', 'away_until') then 'away'
          when e.outcome in ('deceased_reported', 'moved_reported')
            and g.kind <> 'person' then 'gone'
          else 'tried' end as answer
      from made e join grouped g on g.member = e.member
    ), answers as (
      select person, max(seq) as last_seq, count(*)::integer as n,
        max(seq) filter (where answer = 'reached') as reached_seq,
        max(seq) filter (where answer in ('said-no', 'empty')) as refused_seq,
        max(seq) filter (where answer = 'away') as away_seq,
        max(seq) filter (where answer = 'gone') as gone_seq
      from tries group by person
    )`
}

/** Being reached runs out by itself, and is gone for good once somebody was tried after that. */
function standing(at: Date): RawBuilder<unknown> {
  const lasting = allPacks().map(({ id, version, reachedLastsHours }) => ({
    pack: id,
    version,
    hours: reachedLastsHours,
  }))
  return sql`lasts as (
      select c.body ->> 'campaign' as campaign, interval '1 hour'
        * case when c.body ? 'lastsHours' then (c.body ->> 'lastsHours')::float
          else p.hours end as span
      from known c
      left join jsonb_to_recordset(${JSON.stringify(lasting)}::jsonb) as p (pack text,
        version integer, hours float) on p.pack = c.body ->> 'pack'
        and p.version = (c.body ->> 'packVersion')::integer
      where c.kind = 'reach.CampaignOpened'
    ), final as (
      select g.member, g.person, g.place, g.is_again, a.person is not null as was_tried,
        a.gone_seq > coalesce(a.refused_seq, 0) as is_gone,
        a.refused_seq > coalesce(a.reached_seq, 0) as said_no,
        a.away_seq > coalesce(a.reached_seq, 0) as is_away,
        a.reached_seq, a.refused_seq, a.gone_seq, a.away_seq, a.last_seq, g.joined_seq,
        g.drop_reason, g.drop_seq,
        coalesce(a.n, 0) as tries, case when a.away_seq > coalesce(a.reached_seq, 0)
          then y.told_at else r.happened_at + l.span end as until
      from grouped g
      left join answers a on a.person = g.person
      left join tries y on y.person = g.person and y.seq = a.away_seq
      left join tries r on r.person = g.person and r.seq = a.reached_seq
      left join lasts l on l.campaign = g.campaign
    ), outlived as (
      select distinct f.member from final f join tries t on t.person = f.person
      where t.answer = 'tried' and t.happened_at >= f.until
        and t.seq > case when f.is_away then f.away_seq else f.reached_seq end
    ), standing as materialized (
      select f.*, case
          when f.is_again or f.is_gone or f.said_no or f.drop_reason is not null
            or f.member in (select member from stopped) then 'excused'
          when (f.is_away or f.reached_seq is not null)
            and f.member not in (select member from outlived)
            then case when f.until <= ${at} then 'untried'
              when f.is_away then 'excused' else 'reached' end
          when f.was_tried then 'tried' else 'untried' end as state
      from final f
    )`
}
