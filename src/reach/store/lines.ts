// Who comes first of those who wait to be rung? They wait in four lines, each with its own index.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { isWithDesk } from '../../concerns/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { hardStops } from '../../people/index.ts'
import { isStopped } from '../../standstill/index.ts'
import { isOut } from '../../works/index.ts'
import { currentRounds } from './current-rounds.ts'

const isToRing = sql<boolean>`m.next_step in ('ring', 'ring-next-number')`

/** Reached for a time, or away until a day, which is over. */
const hasRunOut = (at: Date) => sql<boolean>`(m.state in ('reached', 'excused')
  and m.until <= ${at})`

/**
 * Their next step is to ring and its time has come: a promise, too; or being reached, or away, ran
 * out.
 */
export const isDue = (at: Date) => sql<boolean>`((m.state <> 'excused' and ${isToRing}
  and m.next_at <= ${at}) or ${hasRunOut(at)})`

/**
 * Nobody with a hard stop is ever rung, whatever their next step says, nobody whose next step
 * is with the safeguarding desk, and nobody where all is stopped. A record that was joined
 * into another has that one's numbers: where only it is a member, it is still rung. The offset
 * keeps it a question about one member: a line is asked from its head, and few are enough.
 */
export const mayBeRung = sql<boolean>`exists (select from people p
    join contact_points k on k.council = p.council and k.person = p.root
      and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')
    where p.council = m.council and p.id = m.subject and not p.flags && ${[...hardStops]}::text[]
      and not ${isWithDesk('p')} and not ${isStopped('m')} and not ${isStopped('p')}
      and not exists (select from people w where w.council = p.council and w.id = p.root
        and w.id <> p.id and ${isStopped('w')})
      and (p.root = p.id or not exists (select from members o
        where o.council = m.council and o.round = m.round and o.subject = p.root))
    offset 0)`

/**
 * A number of theirs is of a kind that works where they live, as far as we know. Where nothing is
 * out, nobody's numbers are looked at.
 */
export const phonesWork = (at: Date) => sql<boolean>`(not exists (select from works_now w
    where w.council = m.council and w.state = 'out' and w.service in ('landline', 'mobile'))
  or exists (select from people p
    join contact_points k on k.council = p.council and k.person = p.root
      and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')
    where p.council = m.council and p.id = m.subject
      and not ${isOut(sql`k.kind`, {
        ...{ council: sql`m.council`, place: sql`m.place` },
        at,
      })} offset 0))`

/** Who asks for the next, and when. */
export type Asked = { readonly user: Id; readonly at: Date }

type Line = {
  readonly who: (at: Date) => RawBuilder<boolean>
  /** Since when they wait, which is their order. */
  readonly since: RawBuilder<Date>
}

const promised: Line = {
  who: at => sql`m.promised_at is not null and m.state <> 'excused' and ${isDue(at)}`,
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
  who: at => sql`m.promised_at is null and ${hasRunOut(at)}`,
  since: sql`m.until`,
}

/** So late, a promise is anybody's to keep, whoever was given the call. */
const promiseWaitsMs = 15 * minuteMs

/** Somebody else's whose hours still last; a promise that is late is nobody's alone. */
function isGivenToOthers({ user, at }: Asked) {
  const late = new Date(at.getTime() - promiseWaitsMs)
  return sql<boolean>`(coalesce(m.promised_at > ${late}, true) and exists (
    select from call_shares g where g.council = m.council and g.member = m.id
      and g.user_id <> ${user} and g.until > ${at} offset 0))`
}

/** The first of those that the caller was given: never tried, then who has waited longest. */
function firstGiven(scope: Scope, { user, at }: Asked) {
  return sql`select m.id, coalesce(m.next_at, m.until) as since
    from (select m.* from call_shares g
      join members m on m.council = g.council and m.id = g.member
      where g.council = ${scope.council} and g.user_id = ${user} and g.until > ${at}
        and m.kind = 'person' and ${isDue(at)} and ${inScope(scope, 'm.place')}
        and m.round in (${currentRounds(scope, { user, at })}) and not ${isHeld}
      order by m.state <> 'untried', coalesce(m.next_at, m.until), m.id offset 0) m
    where ${mayBeRung} and ${phonesWork(at)}`
}

/**
 * Promises first, the latest broken one on top; then what the caller was given; then never tried;
 * then who has waited longest.
 * A line is asked only where those before had nobody, and nobody is asked for where `unless` gives
 * a row. Gives tables, the last of them `first` with the one member, if any, locked.
 */
export function firstInLines(scope: Scope, asked: Asked, unless: RawBuilder<unknown>) {
  const head = (line: Line) => headOf(scope, asked, line)
  return sql`held as materialized (${heldNow(scope, asked.at)}
    ), promised as materialized (${head(promised)} and not exists (${unless}) ${one}
    ), given as materialized (
      ${firstGiven(scope, asked)} and not exists (${unless} union all select id from promised)
      limit 1
    ), sooner as materialized (
      ${unless} union all select id from promised union all select id from given
    ), never_tried as materialized (
      ${head(neverTried)} and not exists (select from sooner) ${one}
    ), before as materialized (
      table sooner union all select id from never_tried
    ), to_ring_again as materialized (
      ${head(toRingAgain)} and not exists (select from before) ${one}
    ), run_out as materialized (${head(runOut)} and not exists (select from before) ${one}
    ), waited as (
      select * from to_ring_again union all select * from run_out order by since, id limit 1
    ), first as materialized (
      select id from promised union all select id from given
      union all select id from never_tried union all select id from waited
    )`
}

const one = sql`order by head.since, head.id limit 1`

/**
 * Everybody whom somebody has, by whichever of their memberships. They stand at the head of each
 * line, so they are found once and not one by one.
 */
const heldNow = ({ council }: Scope, at: Date) => sql`select p.id from holds h
  join people p on p.council = h.council and p.root = h.person
  where h.council = ${council} and h.until > ${at}`

const isHeld = sql<boolean>`(m.subject in (select id from held))`

/** The first of each round that nobody holds. */
function headOf(scope: Scope, asked: Asked, { who, since }: Line) {
  const { at } = asked
  return sql`select head.id, head.since from (${currentRounds(scope, asked)}) r
    cross join lateral (
      select m.id, ${since} as since from members m
      where m.council = ${scope.council} and m.round = r.id and m.kind = 'person'
        and ${who(at)} and ${inScope(scope, 'm.place')}
        and not ${isHeld} and not ${isGivenToOthers(asked)}
        and ${mayBeRung} and ${phonesWork(at)}
      order by ${since}, m.id limit 1 for update of m skip locked
    ) head where true`
}
