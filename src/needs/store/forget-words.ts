// Somebody's words are erased: of their needs and steps, wherever in the register they were told.
import { sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'
import { forgetGoals } from './goals.ts'

/** After a parting they may have been told of whoever the records stood for then. */
export async function forgetWords(tx: Tx, events: readonly Recorded[]): Promise<void> {
  await forgetGoals(tx, events)
  for (const { council, subjects, seq } of events) {
    const whom = sql`any (${[...subjects]}::uuid[])`
    await sql`delete from register where council = ${council} and seq < ${seq} and seq in (
      select told_seq from needs where council = ${council} and person = ${whom}
      union select told_seq from plan_actions where council = ${council} and person = ${whom})
    `.execute(tx)
    await sql`update needs set words = null
      where council = ${council} and (person = ${whom} or told_of = ${whom})`.execute(tx)
    await sql`update plan_actions set what = null
      where council = ${council} and (person = ${whom} or told_of = ${whom})`.execute(tx)
  }
}
