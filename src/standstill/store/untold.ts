// Whom do the stops of the last while concern, and their lifting?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Untold = {
  readonly news: 'stopped' | 'lifted'
  readonly standstill: Id
  readonly user: Id
  readonly placeName: string | null
  readonly by: string
  readonly reason: string | null
}

export async function untoldSince(
  tx: Tx,
  council: string,
  since: Date,
): Promise<readonly Untold[]> {
  const found = await sql<Untold>`
    select k.news, z.id as standstill, t.user_id as user, x.name as "placeName",
      coalesce(b.name, '') as by, k.reason
    from standstills z
    cross join lateral (
      select 'stopped' as news, z.stopped_by as who, z.reason where z.lifted_at is null
        and z.stopped_at >= ${since}
      union all
      select 'lifted', z.lifted_by, z.lift_reason where z.lifted_at >= ${since}
    ) k
    join standstill_told t on t.council = z.council and t.standstill = z.id
    left join places x on x.council = z.council and x.id = z.within
    left join users b on b.council = z.council and b.id = k.who
    where z.council = ${council}`.execute(tx)
  return found.rows
}
