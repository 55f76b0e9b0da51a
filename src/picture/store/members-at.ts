// Who is a member of this round, and where does each stand, as known at a moment?
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { stepNow } from '../../reach/index.ts'

/** `at` null is now. Everything on a page of figures is asked with one of these. */
export type View = {
  readonly campaign: Id
  readonly round: Id
  readonly at: Date | null
  readonly now: Date
  /** From when on a member whose safety runs out is at risk: milliseconds before. */
  readonly warnMs: number
}

export function momentOf(view: View): Date {
  return view.at ?? view.now
}

/**
 * Rows (id, kind, subject, place, state, reason, until, next_step, next_at, joined_at, days).
 * Being reached, or away, runs out by itself: no row is written for it (ARCHITECTURE §10).
 */
export function membersAt(scope: Scope, view: View): RawBuilder<unknown> {
  const moment = momentOf(view)
  const hasRunOut = sql`(m.until <= ${moment})`
  return sql`select m.id, m.kind, m.subject, m.place, m.reason, m.until, m.next_step, m.next_at,
      m.joined_at, case when ${hasRunOut} then 'untried' else m.state end as state,
      floor(extract(epoch from ${moment}::timestamptz - m.joined_at) / 86400)::int as days
    from (${view.at === null ? standing(scope, view) : stood(scope, view, view.at)}) m`
}

function standing(scope: Scope, view: View): RawBuilder<unknown> {
  return sql`select m.id, m.kind, m.subject, m.place, m.state, m.reason, m.until,
      ${stepNow(scope, view.now)} as next_step, m.next_at, m.joined_at
    from members m where m.council = ${scope.council} and m.campaign = ${view.campaign}
      and m.round = ${view.round} and ${inScope(scope, 'm.place')}`
}

/**
 * The last change known by then, and only then whether it lies in the scope: somebody may have
 * moved out of it. What was next is not kept, so it is not shown for the past.
 */
function stood(scope: Scope, view: View, at: Date): RawBuilder<unknown> {
  return sql`select * from (
      select distinct on (s.member) s.member as id, j.kind, j.subject, s.place, s.state,
        s.reason, s.until, null::text as next_step, null::timestamptz as next_at, j.joined_at
      from member_states s
      join (select council, id, kind, subject, joined_at from members
        union all select council, id, kind, subject, joined_at from members_left) j
        on j.council = s.council and j.id = s.member
      where s.council = ${scope.council} and s.campaign = ${view.campaign}
        and s.round = ${view.round} and s.recorded_at <= ${at}
      order by s.member, s.seq desc) last
    where last.state <> 'gone' and ${inScope(scope, 'last.place')}`
}

/**
 * Every place in a village with that village: the village itself, its zones, their streets. Row
 * security lets an index be asked for equal ids only, so the path does not serve here.
 */
export function villageOf({ council }: Scope): RawBuilder<unknown> {
  return sql`select v.id as place, v.id as village from places v
    where v.council = ${council} and v.kind = 'village'
    union all
    select z.id, v.id from places z
    join places v on v.council = z.council and v.id = z.parent and v.kind = 'village'
    where z.council = ${council}
    union all
    select s.id, v.id from places s join places z on z.council = s.council and z.id = s.parent
    join places v on v.council = z.council and v.id = z.parent and v.kind = 'village'
    where s.council = ${council}`
}
