// Which campaigns are open, and yet nobody is asked for them today: not begun, or over?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { endOfDay } from './calls-due.ts'
import { isInTime } from './current-rounds.ts'

export type AtRest = {
  readonly campaign: Id
  readonly title: string
  /** Only while that is ahead. */
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

export async function campaignsAtRest(
  tx: Tx,
  council: string,
  now: number,
): Promise<readonly AtRest[]> {
  const [at, by] = [new Date(now), new Date(endOfDay(now))]
  const found = await sql<AtRest>`
    select c.id as campaign, coalesce(c.title, c.pack) as title,
      case when c.starts_at > ${by} then c.starts_at end as "startsAt", c.ends_at as "endsAt"
    from campaigns c
    where c.council = ${council} and c.closed_at is null and not ${isInTime({ at, by })}
    order by c.opened_at, c.id`.execute(tx)
  return found.rows
}
