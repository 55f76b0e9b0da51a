// Somebody is erased: what their jobs said goes, and whoever took things at their door.
import { sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'

export async function forgetWords(tx: Tx, events: readonly Recorded[]): Promise<void> {
  for (const { council, subjects } of events) {
    await sql`update standing_jobs set items = null, from_where = null, safety = null
      where council = ${council} and person = any (${[...subjects]}::uuid[])`.execute(tx)
    await sql`update jobs set items = null, from_where = null, safety = null, handed_to = null,
        note = null
      where council = ${council} and person = any (${[...subjects]}::uuid[])`.execute(tx)
  }
}
