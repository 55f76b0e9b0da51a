// How far is a round, place by place, now or as known at a past moment?
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Coverage } from '../domain/coverage.ts'

/** `at` undefined: now. A past moment is answered from what was recorded by then. */
export type Moment = { readonly now: Date; readonly at?: Date | undefined }

/**
 * Where each member of a round stands at a moment, as a subquery `(member, place, state, reason)`.
 * Being reached or away that has run out counts as not yet tried.
 */
export function standings(council: string, round: Id, { now, at }: Moment): RawBuilder<unknown> {
  const moment = at ?? now
  const rows =
    at === undefined
      ? sql`select id as member, place, state, reason, until from members
          where council = ${council} and round = ${round}`
      : sql`select distinct on (member) member, place, state, reason, until from member_states
          where council = ${council} and round = ${round} and recorded_at <= ${at}
          order by member, seq desc`
  return sql`select member, place, reason, until,
      case when until <= ${moment} then 'untried' else state end as state
    from (${rows}) as known where state <> 'gone'`
}

const counts = sql`count(*) as listed,
  count(*) filter (where s.state = 'reached') as reached,
  count(*) filter (where s.state = 'tried') as tried,
  count(*) filter (where s.state = 'untried') as untried,
  count(*) filter (where s.state = 'excused') as excused`

/** The whole round, or what lies in one place. */
export async function coverageOfRound(
  tx: Tx,
  scope: Scope,
  asked: { readonly round: Id; readonly within?: Id | undefined; readonly moment: Moment },
): Promise<Coverage> {
  const within = asked.within ? lies(scope.council, asked.within) : sql`true`
  const found = await sql<Coverage>`select ${counts}
    from (${standings(scope.council, asked.round, asked.moment)}) s
    where ${inScope(scope, 's.place')} and ${within}`.execute(tx)
  return found.rows[0] ?? { listed: 0, reached: 0, tried: 0, untried: 0, excused: 0 }
}

function lies(council: string, place: Id): RawBuilder<unknown> {
  return sql`s.place in (select id from places
    where council = ${council} and path @> array[${place}::uuid])`
}

export type PlaceCoverage = Coverage & {
  /** Null: people whose place is not known yet. */
  readonly place: Id | null
  readonly level: 'village' | 'zone' | 'street' | null
}

/** Every village, zone and street that has members, in one statement. */
export async function coverageByPlace(
  tx: Tx,
  scope: Scope,
  asked: { readonly round: Id; readonly within?: Id | undefined; readonly moment: Moment },
): Promise<readonly PlaceCoverage[]> {
  const within = asked.within ? lies(scope.council, asked.within) : sql`true`
  const found = await sql<PlaceCoverage>`
    with by_street as (
      select s.place, ${counts}
      from (${standings(scope.council, asked.round, asked.moment)}) s
      where ${inScope(scope, 's.place')} and ${within}
      group by s.place
    )
    select a.id as place, a.kind as level, sum(b.listed)::integer as listed,
      sum(b.reached)::integer as reached, sum(b.tried)::integer as tried,
      sum(b.untried)::integer as untried, sum(b.excused)::integer as excused
    from by_street b
    left join places p on p.council = ${scope.council} and p.id = b.place
    left join lateral unnest(p.path) as up (id) on true
    left join places a on a.council = ${scope.council} and a.id = up.id and a.kind <> 'district'
    where a.id is not null or p.id is null or p.kind = 'district'
    group by a.id, a.kind`.execute(tx)
  return found.rows
}
