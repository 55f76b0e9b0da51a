// How many referrals wait for an answer that is overdue?
import { sql } from 'kysely'
import type { Gauge } from '../../events/index.ts'

export const lateReferrals: Gauge = {
  name: 'referrals_late',
  help: 'Referrals to partners without an answer in time.',
  async of(tx, council, now) {
    const found = await sql<{ late: number }>`select count(*)::int as late from referrals
      where council = ${council} and state = 'sent' and answer_by <= ${now}`.execute(tx)
    return found.rows[0]?.late ?? 0
  },
}
