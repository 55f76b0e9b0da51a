// How long has somebody waited who was not reached yet? For whoever runs Doorstep.
import { sql } from 'kysely'
import type { Gauge } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'

export const oldestUnreached: Gauge = {
  name: 'reach_oldest_unreached_days',
  help: 'Days since the member joined who has waited longest in a round and is not reached.',
  async of(tx, council, now) {
    const found = await sql<{ since: Date | null }>`
      select min(joined_at) as since from members
      where council = ${council} and state in ('tried', 'untried')
        and round in (select distinct on (campaign) id from rounds
          where council = ${council} order by campaign, number desc)`.execute(tx)
    const since = found.rows[0]?.since
    return since ? Math.max(0, (now.getTime() - since.getTime()) / dayMs) : 0
  },
}
