// What do we know already that a batch of rows may be about? Earlier versions, other rows of the
// same file, and places: one question each for the whole batch.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { EarlierEntry } from '../domain/decide-entry.ts'
import type { Entry } from '../domain/entry.ts'
import type { Outcome } from '../domain/reasons.ts'

/** An entry's latest words on this list, by its key. */
export async function earlierEntries(
  tx: Tx,
  asked: { council: string; list: string; keys: readonly string[] },
): Promise<ReadonlyMap<string, EarlierEntry>> {
  const found = await sql<EarlierEntry & { key: string; loaded: Entry | null }>`
    select e.key, e.id as entry, e.comparable, e.loaded_facts as loaded, e.state,
      'outside-district' = any (e.reasons) as "wasOutside", e.dropped_by is not null as "isDropped",
      coalesce(p.root, e.person) as person
    from list_entries e
    left join people p on p.council = e.council and p.id = e.person
    where e.council = ${asked.council} and e.list = ${asked.list}
      and e.key = any (${asked.keys}::text[])`.execute(tx)
  return new Map(
    found.rows.map(({ key, loaded, ...rest }) => [key, { ...rest, ...(loaded ? { loaded } : {}) }]),
  )
}

export type StagedTwin = {
  readonly row: number
  readonly comparable: string
  readonly entry: Entry
  readonly entryId: string
  readonly outcome: Outcome
  readonly person: string | null
}

/** Rows of this file that were read before. */
export async function rowsOfFile(
  tx: Tx,
  asked: { council: string; file: string; rows: readonly number[] },
): Promise<readonly StagedTwin[]> {
  if (asked.rows.length === 0) return []
  const found = await sql<StagedTwin>`
    select row, comparable, entry, entry_id as "entryId", outcome, person
    from staged_rows
    where council = ${asked.council} and file = ${asked.file}
      and row = any (${asked.rows}::integer[])
    order by row`.execute(tx)
  return found.rows
}

/** First halves of the postcodes that lie in the district; empty when no places are loaded. */
export async function ourOutwards(tx: Tx, council: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ outward: string }>`
    select distinct split_part(postcode, ' ', 1) as outward from postcodes
    where council = ${council}
    union select distinct split_part(postcode, ' ', 1) from dwellings
    where council = ${council}`.execute(tx)
  return new Set(found.rows.map(({ outward }) => outward))
}
