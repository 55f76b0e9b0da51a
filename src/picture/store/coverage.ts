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
    with v as (${villageOf(scope)})
    select c.*, named.name as "villageName"
    from (
      select v.village, m.state, m.reason,
        case when m.state in ('tried', 'untried') then m.next_step end as next,
        case when m.state in ('tried', 'untried') then m.days else 0 end as days,
        ${safetyCase(moment, view.warnMs)} as safety,
        count(*)::int as n, min(m.until) as until
      from (${membersAt(scope, view)}) m left join v on v.place = m.place
      group by 1, 2, 3, 4, 5, 6) c
    left join places named on named.council = ${scope.council} and named.id = c.village`
}

/** Safe while it holds, at risk shortly before it runs out, otherwise not known. */
export function safetyCase(moment: Date, warnMs: number) {
  const warnFrom = new Date(moment.getTime() + warnMs)
  return sql`case when m.state <> 'reached' then 'not-known'
    when m.until is null or m.until > ${warnFrom} then 'safe-now'
    else 'at-risk' end`
}
