// Which callers have calls today and have given no word for hours?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { isDueToday } from './calls-due.ts'

/** Without a word for so long, somebody asks after a caller. */
export const silentHours = 2

export type SilentCaller = {
  readonly user: Id
  /** When their phone or computer was last heard of; null: never. */
  readonly heardAt: Date | null
  /** Calls that they were given and that nobody made. */
  readonly open: number
}

/** In their hours, with calls to make, and neither a page opened nor a call recorded since. */
export async function silentCallers(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<readonly SilentCaller[]> {
  if (!scope.everywhere) return []
  const at = new Date(now)
  const since = new Date(now - silentHours * hourMs)
  const found = await sql<SilentCaller>`
    select c.user_id as user, heard.at as "heardAt", count(m.id)::int as open
    from call_callers c
    cross join lateral (select greatest(
      (select max(s.last_seen_at) from sessions s
        where s.council = c.council and s.user_id = c.user_id),
      (select max(a.recorded_at) from attempts a
        where a.council = c.council and a.by_user = c.user_id)) as at) heard
    join call_shares g on g.council = c.council and g.user_id = c.user_id and g.until > ${at}
    join members m on m.council = g.council and m.id = g.member
      and ${isDueToday(scope.council, now)}
    where c.council = ${scope.council} and c.starts_at <= ${since} and c.ends_at > ${at}
      and coalesce(heard.at <= ${since}, true)
    group by c.user_id, heard.at order by heard.at nulls first, c.user_id`.execute(tx)
  return found.rows
}
