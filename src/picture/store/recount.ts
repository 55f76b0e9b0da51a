// Is the figure true? A count straight from the log, sharing nothing with the page's own tables.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Recount } from '../domain/model.ts'
import { type Counts, noCounts } from '../domain/terms.ts'
import { momentOf, type View } from './members-at.ts'

/**
 * Everybody who joined by then, each where the last event that moved them leaves them. `within`
 * narrows it to one place, by where the log says that they live. The planner cannot see inside
 * an event's body and would walk all events once a member, so it is told not to.
 */
export async function recount(
  tx: Tx,
  scope: Scope,
  asked: { readonly view: View; readonly within: Id | null },
): Promise<Recount> {
  const { view, within } = asked
  const moment = momentOf(view)
  await sql`set local enable_nestloop = off`.execute(tx)
  const found = await sql<Counts>`
    with known as not materialized (select * from events where council = ${scope.council}
        and recorded_at <= ${moment}),
      joined as materialized (${joined(scope, view, within)}),
      tries as materialized (
        select (body ->> 'member')::uuid as member, seq, body ->> 'state' as state,
          body ->> 'reason' as reason, (body ->> 'until')::numeric as until
        from known where kind = 'reach.AttemptRecorded' and body ->> 'round' = ${view.round}
          and (body ->> 'isAttempt')::boolean),
      stands as (
        select member, seq, 'untried' as state, null::numeric as until from joined
        union all
        select (body ->> 'member')::uuid, seq, body ->> 'state', null
        from known where kind = 'reach.MemberMoved'
        union all
        select member, seq, state, until from tries
          where reason is distinct from 'listed-twice'
        union all ${flagged()}
        union all ${merged()}),
      last as (select distinct on (s.member) s.state, s.until
        from stands s join joined j on j.member = s.member order by s.member, s.seq desc),
      final as (select case when state = 'reached' and until <= ${moment.getTime()}
        then 'untried' else state end as state from last)
    select count(*)::int as listed,
      count(*) filter (where state = 'reached')::int as reached,
      count(*) filter (where state = 'tried')::int as tried,
      count(*) filter (where state = 'untried')::int as untried,
      count(*) filter (where state = 'excused')::int as excused
    from final`.execute(tx)
  await sql`set local enable_nestloop = on`.execute(tx)
  return { at: view.now.getTime(), counts: found.rows[0] ?? noCounts }
}

function joined(scope: Scope, view: View, within: Id | null): RawBuilder<unknown> {
  const lies =
    within === null
      ? sql`true`
      : sql`place in (select id from places
          where council = ${scope.council} and path @> array[${within}::uuid])`
  return sql`select member, subject, seq from (
      select (j.body ->> 'member')::uuid as member, (j.body ->> 'subject')::uuid as subject, j.seq,
        coalesce(m.place, j.place) as place
      from known j left join (
        select distinct on (body ->> 'member') body ->> 'member' as member, place
        from known where kind = 'reach.MemberPlaced' order by body ->> 'member', seq desc) m
        on m.member = j.body ->> 'member'
      where j.kind = 'reach.MemberJoined' and j.body ->> 'round' = ${view.round}) lives
    where ${inScope(scope, 'place')} and ${lies}`
}

/** A death or a move takes people out; taking the last such flag back brings them in again. */
function flagged(): RawBuilder<unknown> {
  return sql`(with flags as (
      select (body ->> 'person')::uuid as person, seq, kind = 'people.FlagRaised' as is_raised,
        body ->> 'flag' as flag, split_part(body ->> 'flag', '-', 1) as what
      from known where kind in ('people.FlagRaised', 'people.FlagLowered')
        and body ->> 'flag' in ('deceased-reported', 'deceased-confirmed',
          'moved-reported', 'moved-confirmed'))
    select j.member, f.seq, case when f.is_raised then 'excused'
        when exists (select from tries t where t.member = j.member and t.seq < f.seq)
        then 'tried' else 'untried' end, null
    from joined j join flags f on f.person = j.subject and f.seq > j.seq
    where f.is_raised or not exists (
      select from flags o where o.person = f.person and o.what = f.what and o.flag <> f.flag
        and o.is_raised and o.seq < f.seq and not exists (
          select from flags d where d.person = o.person and d.flag = o.flag
            and not d.is_raised and d.seq > o.seq and d.seq < f.seq)))`
}

/** Found to be listed twice, and not found otherwise since. */
function merged(): RawBuilder<unknown> {
  return sql`select j.member, e.seq, 'excused', null
    from joined j
    join known e on e.kind = 'people.PeopleMerged' and (e.body ->> 'from')::uuid = j.subject
      and e.seq > j.seq
    where exists (select from known k where k.kind = 'reach.MemberJoined'
        and k.body ->> 'subject' = e.body ->> 'into' and k.seq < e.seq)
      and not exists (select from known u where u.kind = 'people.PeopleUnmerged'
        and u.body = e.body and u.seq > e.seq)`
}
