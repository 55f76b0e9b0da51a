// How long has the oldest worry been open? For whoever runs Doorstep.
import { sql } from 'kysely'
import type { Gauge } from '../../events/index.ts'
import { hourMs } from '../../kernel/clock.ts'

export const oldestConcern: Gauge = {
  name: 'concerns_oldest_open_hours',
  help: 'Hours since the oldest welfare concern that is open was told.',
  async of(tx, council, now) {
    const found = await sql<{ since: Date | null }>`select min(opened_at) as since from concerns
      where council = ${council} and ended_at is null`.execute(tx)
    const since = found.rows[0]?.since
    return since ? Math.max(0, (now.getTime() - since.getTime()) / hourMs) : 0
  },
}

/** Late: nobody has it in hand in time, or it is not ended in time. */
export const countLate: Gauge['of'] = async (tx, council, now) => {
  const found = await sql<{ late: number }>`
    select count(distinct p.root) as late from concerns k
    join people p on p.council = k.council and p.id = k.person
    where k.council = ${council} and k.ended_at is null and ${now} >= case
      when k.answered_at is null then k.answer_by else greatest(k.answer_by, k.end_by) end`.execute(
    tx,
  )
  return Number(found.rows[0]?.late ?? 0)
}
