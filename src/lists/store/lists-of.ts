// Which lists name this person, and since when?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { NeedMark } from '../domain/need-marks.ts'

export type ListOf = {
  readonly list: string
  readonly since: Date
  /** When a later version named them no more. */
  readonly until: Date | null
  /** What it says that they depend on. */
  readonly marks: readonly NeedMark[]
}

/** Several records may stand for one person; each list is said once. */
export async function listsOf(
  tx: Tx,
  scope: Scope,
  records: readonly Id[],
): Promise<readonly ListOf[]> {
  const found = await sql<ListOf>`
    select e.list, min(first.loaded_at) as since,
      case when bool_and(e.dropped_by is not null) then max(gone.loaded_at) end as until,
      array(select distinct mark from list_entries said
        cross join lateral jsonb_array_elements_text(
          coalesce(said.loaded_facts->'marks', '[]'::jsonb)) as m (mark)
        where said.council = ${scope.council} and said.list = e.list and said.state = 'loaded'
          and said.dropped_by is null and said.person = any (${[...records]}::uuid[])
        order by mark) as marks
    from list_entries e
    join people p on p.council = e.council and p.id = e.person and ${inScope(scope, 'p.place')}
    join list_versions first on first.council = e.council and first.id = e.first_version
    left join list_versions gone on gone.council = e.council and gone.id = e.dropped_by
    where e.council = ${scope.council} and e.person = any (${[...records]}::uuid[])
      and e.state = 'loaded'
    group by e.list order by since, e.list`.execute(tx)
  return found.rows
}
