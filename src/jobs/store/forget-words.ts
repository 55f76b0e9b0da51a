// Somebody is erased: what their jobs said goes, and whoever took things at their door.
import { sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'

/** After a parting the words may lie under whoever the records stood for when they were told. */
export async function forgetWords(tx: Tx, events: readonly Recorded[]): Promise<void> {
  for (const { council, subjects, seq } of events) {
    const whom = sql`any (${[...subjects]}::uuid[])`
    await sql`delete from register where council = ${council} and seq < ${seq} and seq in (
      select told_seq from standing_jobs where council = ${council} and person = ${whom}
      union select s.seq from jobs j join job_steps s on s.council = j.council and s.job = j.id
        where j.council = ${council} and j.told_of is not null and j.person = ${whom})
    `.execute(tx)
    await sql`update standing_jobs set items = null, from_where = null, safety = null
      where council = ${council} and (person = ${whom} or told_of = ${whom})`.execute(tx)
    await sql`update jobs set items = null, from_where = null, safety = null, handed_to = null,
        note = null
      where council = ${council} and (person = ${whom} or told_of = ${whom})`.execute(tx)
  }
}
