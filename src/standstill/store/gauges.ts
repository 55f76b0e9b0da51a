// Who is out where all stands still, and not known to be home? For whoever runs Doorstep.
import { sql } from 'kysely'
import type { Gauge } from '../../events/index.ts'

export const notSafeHome: Gauge = {
  name: 'standstill_not_safe_home',
  help: 'People who were out where all was stopped and are not known to be safe home.',
  async of(tx, council) {
    const found = await sql<{ away: number }>`select count(*) as away from standstill_out
      where council = ${council} and safe_at is null`.execute(tx)
    return Number(found.rows[0]?.away ?? 0)
  },
}
