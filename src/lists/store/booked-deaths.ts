// Of the people who a waiting file says have died, for whom is something booked today?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { stopsContact } from './preview.ts'

/** Something promised to them: a step of a plan, or a call. */
export type Booked = {
  readonly person: Id
  readonly name: string
  /** Null: a promised call. */
  readonly what: string | null
  readonly at: Date
  readonly owner: string | null
}

/** Whatever falls due by then, soonest first; every record of the same person counts. */
export async function bookedDeaths(
  tx: Tx,
  scope: Scope,
  { file, until }: { readonly file: Id; readonly until: Date },
): Promise<readonly Booked[]> {
  if (!scope.everywhere) return []
  const found = await sql<Booked>`
    with died as (
      select distinct p.root from staged_rows
      join people p on p.council = staged_rows.council and p.id = staged_rows.person
      where staged_rows.council = ${scope.council} and staged_rows.file = ${file}
        and is_known and ${stopsContact}
    ), records as (
      select q.id, d.root from died d
      join people q on q.council = ${scope.council} and q.root = d.root
    ), booked as (
      select k.root, a.what, a.due_at as at, a.owner from records k
      join plan_actions a on a.council = ${scope.council} and a.person = k.id
        and a.state = 'open' and a.due_at < ${until}
      union all
      select k.root, null, m.promised_at, null from records k
      join members m on m.council = ${scope.council} and m.subject = k.id
        and m.state <> 'excused' and m.promised_at < ${until})
    select b.root as person, coalesce(r.name, '') as name, b.what, b.at, u.name as owner
    from booked b
    join people r on r.council = ${scope.council} and r.id = b.root and r.erased_at is null
    left join users u on u.council = r.council and u.id = b.owner
    order by b.at, b.root`.execute(tx)
  return found.rows
}
