// How many stand where? One statement counts everybody once; all the page's sums are of its rows.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Cell } from '../domain/fold-cells.ts'
import { membersAt, momentOf, type View, villageOf } from './members-at.ts'

export async function coverageCells(tx: Tx, scope: Scope, view: View): Promise<readonly Cell[]> {
  const found = await cellsQuery(scope, view).execute(tx)
  return found.rows
}

export function cellsQuery(scope: Scope, view: View): RawBuilder<Cell> {
  const moment = momentOf(view)
  return sql<Cell>`
    with m as materialized (${membersAt(scope, view)}),
      v as (${villageOf(scope)}),
      cells as (
        select m.place, m.state, m.reason,
          case when m.state in ('tried', 'untried') then m.next_step end as next,
          case when m.state in ('tried', 'untried') then m.days else 0 end as days,
          ${safetyCase(moment, view.warnMs)} as safety,
          count(*)::int as n, min(m.until) as until
        from m group by 1, 2, 3, 4, 5, 6)
    select v.village, v.name as "villageName", c.state, c.reason, c.next, c.days, c.safety,
      sum(c.n)::int as n, min(c.until) as until
    from cells c left join v on v.place = c.place
    group by 1, 2, 3, 4, 5, 6, 7`
}

/** Safe while it holds, at risk shortly before it runs out, otherwise not known. */
export function safetyCase(moment: Date, warnMs: number) {
  const warnFrom = new Date(moment.getTime() + warnMs)
  return sql`case when m.state <> 'reached' then 'not-known'
    when m.until is null or m.until > ${warnFrom} then 'safe-now'
    else 'at-risk' end`
}
