// Is the figure true? A second count straight from the log, sharing nothing with the read models.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Coverage } from '../domain/coverage.ts'

/**
 * Recounts a round from raw events as known at a moment: each member's last event that moved them
 * wins. It knows the meaning of outcomes by itself, so that it can disagree with the projection.
 */
export async function recountFromLog(
  tx: Tx,
  council: string,
  asked: { readonly round: Id; readonly at: Date },
): Promise<Coverage> {
  const { round, at } = asked
  const found = await sql<Coverage>`
    with known as (
      select * from events where council = ${council} and recorded_at <= ${at}
    ), listed as (
      select (body ->> 'member')::uuid as member, (body ->> 'subject')::uuid as subject, seq
      from known where kind = 'reach.MemberJoined' and body ->> 'round' = ${round}
    ), moves as (
      select l.member, l.seq, 'untried' as state, null::timestamptz as until from listed l
      union all
      select (body ->> 'member')::uuid, seq, body ->> 'state', null from known
      where kind = 'reach.MemberMoved'
      union all
      select (body ->> 'member')::uuid, seq, body ->> 'state',
        to_timestamp((body ->> 'until')::numeric / 1000) from known
      where kind = 'reach.AttemptRecorded' and body ->> 'round' = ${round}
        and (body ->> 'isAttempt')::boolean
      union all
      select l.member, e.seq, case when e.kind = 'people.FlagRaised' then 'excused'
        else case when exists (select from known a where a.kind = 'reach.AttemptRecorded'
          and (a.body ->> 'isAttempt')::boolean
          and (a.body ->> 'member')::uuid = l.member and a.seq < e.seq) then 'tried'
          else 'untried' end end, null
      from listed l join known e on (e.body ->> 'person')::uuid = l.subject and e.seq > l.seq
      where (e.kind = 'people.FlagRaised' and e.body ->> 'flag' similar to '(deceased|moved)-%')
        or (e.kind = 'people.FlagLowered' and e.body ->> 'flag' similar to '(deceased|moved)-%'
          and not exists (select from known o where o.kind = 'people.FlagRaised'
            and o.body ->> 'person' = e.body ->> 'person' and o.seq < e.seq
            and o.body ->> 'flag' similar to '(deceased|moved)-%'
            and split_part(o.body ->> 'flag', '-', 1) = split_part(e.body ->> 'flag', '-', 1)
            and o.body ->> 'flag' <> e.body ->> 'flag'
            and not exists (select from known d where d.kind = 'people.FlagLowered'
              and d.body ->> 'person' = o.body ->> 'person'
              and d.body ->> 'flag' = o.body ->> 'flag' and d.seq > o.seq and d.seq < e.seq)))
      union all
      select l.member, e.seq, 'excused', null
      from listed l join known e on e.kind = 'people.PeopleMerged'
        and (e.body ->> 'from')::uuid = l.subject and e.seq > l.seq
      where exists (select from listed k where k.subject = (e.body ->> 'into')::uuid
        and k.seq < e.seq)
    ), last as (
      select distinct on (m.member) m.member,
        case when m.state = 'reached' and m.until <= ${at} then 'untried' else m.state end as state
      from moves m join listed l on l.member = m.member
      where not exists (select from known u join known g on g.kind = 'people.PeopleMerged'
          and g.body = u.body and g.seq < u.seq
        where u.kind = 'people.PeopleUnmerged' and (u.body ->> 'from')::uuid = l.subject
          and m.seq = g.seq)
      order by m.member, m.seq desc
    )
    select count(*) as listed, count(*) filter (where state = 'reached') as reached,
      count(*) filter (where state = 'tried') as tried,
      count(*) filter (where state = 'untried') as untried,
      count(*) filter (where state = 'excused') as excused
    from last`.execute(tx)
  return found.rows[0] ?? { listed: 0, reached: 0, tried: 0, untried: 0, excused: 0 }
}
