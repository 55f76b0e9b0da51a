// Who comes first of those who wait to be rung? They wait in four lines, each with its own index.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { hardStops } from '../../people/index.ts'

const isToRing = sql<boolean>`m.next_step in ('ring', 'ring-next-number')`

/** Their next step is to ring and its time has come: a promise, too; or being reached ran out. */
export const isDue = (at: Date) => sql<boolean>`m.state <> 'excused'
  and ((${isToRing} and m.next_at <= ${at}) or (m.state = 'reached' and m.until <= ${at}))`

/**
 * Nobody with a hard stop is ever rung, whatever their next step says. A record that was joined
 * into another has that one's numbers: where only it is a member, it is still rung. The offset
 * keeps it a question about one member: a line is asked from its head, and few are enough.
 */
export const mayBeRung = sql<boolean>`exists (select from people p
    join contact_points k on k.council = p.council and k.person = p.root
      and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')
    where p.council = m.council and p.id = m.subject and not p.flags && ${[...hardStops]}::text[]
      and (p.root = p.id or not exists (select from members o
        where o.council = m.council and o.round = m.round and o.subject = p.root))
    offset 0)`

/** Of each campaign only the round that is under way is rung. */
export function currentRounds({ council }: Scope) {
  return sql`select r.id from rounds r where r.council = ${council}
    and r.number = (select max(x.number) from rounds x
      where x.council = r.council and x.campaign = r.campaign)`
}

type Line = {
  readonly who: (at: Date) => RawBuilder<boolean>
  /** Since when they wait, which is their order. */
  readonly since: RawBuilder<Date>
}

const promised: Line = {
  who: at => sql`m.promised_at is not null and ${isDue(at)}`,
  since: sql`m.promised_at`,
}
const neverTried: Line = {
  who: at => sql`m.state = 'untried' and m.promised_at is null
    and ${isToRing} and m.next_at <= ${at}`,
  since: sql`m.next_at`,
}
const toRingAgain: Line = {
  who: at => sql`m.state in ('tried', 'reached') and m.promised_at is null
    and ${isToRing} and m.next_at <= ${at}`,
  since: sql`m.next_at`,
}
const runOut: Line = {
  who: at => sql`m.state = 'reached' and m.promised_at is null and m.until <= ${at}`,
  since: sql`m.until`,
}

/**
 * Promises first, the latest broken one on top; then never tried; then who has waited longest.
 * A line is asked only where those before had nobody, and nobody is asked for where `unless` gives
 * a row. Gives tables, the last of them `first` with the one member, if any, locked.
 */
export function firstInLines(scope: Scope, at: Date, unless: RawBuilder<unknown>) {
  const head = (line: Line) => headOf(scope, at, line)
  return sql`promised as materialized (${head(promised)} and not exists (${unless}) ${one}
    ), never_tried as materialized (
      ${head(neverTried)} and not exists (${unless} union all select id from promised) ${one}
    ), before as materialized (
      ${unless} union all select id from promised union all select id from never_tried
    ), to_ring_again as materialized (
      ${head(toRingAgain)} and not exists (select from before) ${one}
    ), run_out as materialized (${head(runOut)} and not exists (select from before) ${one}
    ), waited as (
      select * from to_ring_again union all select * from run_out order by since, id limit 1
    ), first as materialized (
      select id from promised union all select id from never_tried union all select id from waited
    )`
}

const one = sql`order by head.since, head.id limit 1`

/** The first of each round that nobody holds. */
function headOf(scope: Scope, at: Date, { who, since }: Line) {
  return sql`select head.id, head.since from (${currentRounds(scope)}) r
    cross join lateral (
      select m.id, ${since} as since from members m
      where m.council = ${scope.council} and m.round = r.id and m.kind = 'person'
        and ${who(at)} and ${inScope(scope, 'm.place')}
        and not exists (select from holds h where h.council = m.council and h.member = m.id
          and h.until > ${at})
        and ${mayBeRung}
      order by ${since}, m.id limit 1 for update of m skip locked
    ) head where true`
}
