// What a list said is purged: the words go, that there was a row and what became of it stays.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { entriesPurged } from '../domain/events.ts'
import { retellKeys } from './told-keys.ts'

export const projectPurged: Readonly<Record<string, Apply>> = {
  async 'lists.EntriesPurged'(tx, events: readonly (typeof entriesPurged.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      const { version, entries, told, isLast } = body
      await sql`delete from register where council = ${council}
        and seq = any (${[...told]}::bigint[])`.execute(tx)
      await sql`update list_entries set key = null, comparable = null, facts = null, raw = null,
          loaded_facts = null, state = 'purged'
        where council = ${council} and id = any (${[...entries]}::uuid[])`.execute(tx)
      await retellKeys(tx, council, entries)
      await sql`update list_versions set entries_purged = entries_purged + ${entries.length},
          entries_purged_at = ${isLast ? recordedAt : null}
        where council = ${council} and id = ${version}`.execute(tx)
    }
  },
}
