// What is a plan for, and which plans are due to be looked at again?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Apply, Recorded } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Tx } from '../../store/open.ts'
import type { goalsSet } from '../domain/events.ts'

export type Goals = {
  readonly goals: string | null
  readonly network: string | null
  readonly reviewOn: string | null
  readonly setAt: Date
  readonly setBy: string
}

/** Of whoever this record stands for: what was said last. */
export async function goalsOf(tx: Tx, scope: Scope, person: Id): Promise<Goals | undefined> {
  const found = await sql<Goals>`select g.goals, g.network, g.review_on as "reviewOn",
      g.set_at as "setAt", coalesce(u.name, '') as "setBy"
    from people o
    join people q on q.council = o.council and q.root = o.root
    join plan_goals g on g.council = q.council and g.person = q.id
    left join users u on u.council = g.council and u.id = g.set_by
    where o.council = ${scope.council} and o.id = ${person}
      and ${inScope(scope, 'g.place', 'g.person')}
    order by g.set_at desc, g.person limit 1`.execute(tx)
  return found.rows[0]
}

export type DueReview = {
  readonly person: Id
  readonly street: string | null
  readonly reviewOn: string
}

const reviewsMax = 20

/** Nobody by name: whoever may, opens the plan. */
export async function dueReviews(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<{ readonly total: number; readonly rows: readonly DueReview[] }> {
  const found = await sql<DueReview & { total: number }>`
    select g.person, s.name as street, g.review_on as "reviewOn", count(*) over ()::int as total
    from plan_goals g
    join people p on p.council = g.council and p.id = g.person and p.erased_at is null
    left join places s on s.council = g.council and s.id = g.place and s.kind = 'street'
    where g.council = ${scope.council} and g.review_on <= ${londonDate(now)}
      and ${inScope(scope, 'g.place', 'g.person')}
      and not exists (select from people q
        join plan_goals later on later.council = q.council and later.person = q.id
        where q.council = p.council and q.root = p.root and later.set_at > g.set_at)
    order by g.review_on, g.person limit ${reviewsMax}`.execute(tx)
  return { total: found.rows[0]?.total ?? 0, rows: found.rows }
}

export const projectGoals: Readonly<Record<string, Apply>> = {
  async 'needs.GoalsSet'(tx, events: readonly (typeof goalsSet.recorded)[]) {
    for (const { council, place, body, words, recordedAt, actor } of events) {
      const { goals = null, network = null } = words ?? {}
      await sql`insert into plan_goals (council, person, place, goals, network, review_on, set_at,
          set_by)
        values (${council}, ${body.person}, ${place}, ${goals}, ${network}, ${body.reviewOn},
          ${recordedAt}, ${actor})
        on conflict (council, person) do update set place = excluded.place,
          goals = excluded.goals, network = excluded.network, review_on = excluded.review_on,
          set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx)
    }
  },
}

/** Somebody was erased: no word of their plan stays, and nobody is asked to look at it. */
export async function forgetGoals(tx: Tx, events: readonly Recorded[]): Promise<void> {
  for (const { council, subjects } of events) {
    await sql`delete from plan_goals
      where council = ${council} and person = any (${[...subjects]}::uuid[])`.execute(tx)
  }
}
