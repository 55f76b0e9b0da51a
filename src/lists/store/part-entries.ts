// Two records are parted: rows of one that were read under the other's name. The rows are where
// they belong already; their words have to be found when somebody is erased.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { PartingAsk, PartingFound, PartingPart } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { entryAscribed } from '../domain/events.ts'

async function findEntries(ask: PartingAsk): Promise<PartingFound> {
  const { tx, council, mine, theirs, joined } = ask
  const found = await sql<{ entry: Id; person: Id; told: number[] }>`
    select l.id as entry, l.person, array_agg(e.seq::int order by e.seq) as told
    from list_entries l
    join events e on e.council = l.council and e.kind = 'lists.EntryRead'
      and e.seq > ${joined.seq} and e.body ->> 'entry' = l.id::text
      and e.subjects && ${[...theirs]}::uuid[]
    where l.council = ${council} and l.person = any (${[...mine]}::uuid[])
    group by l.id, l.person order by l.id`.execute(tx)
  const moves = found.rows.map(({ entry, person, told }) =>
    entryAscribed({ subjects: [person], body: { entry, person, told } }),
  )
  return { things: [], moves }
}

export const entriesPart: PartingPart = {
  kinds: [],
  nth: 0,
  find: findEntries,
  settle: async () => [],
}

type Erasure = { readonly subjects: readonly Id[]; readonly seq: number }

/**
 * Words told under another's name go with whose they are, and with whom they were told of. Gives
 * the entries that say nothing any more.
 */
export async function forgetAscribed(
  tx: Tx,
  council: string,
  { subjects, seq }: Erasure,
): Promise<Id[]> {
  const whom = sql`${[...subjects]}::uuid[]`
  const ascribed = sql`select (a.body ->> 'entry')::uuid as entry, a.subjects as whose,
      jsonb_array_elements_text(a.body -> 'told')::bigint as told
    from events a where a.council = ${council} and a.kind = 'lists.EntryAscribed'
      and a.seq < ${seq}`
  await sql`delete from register where council = ${council} and seq < ${seq} and seq in (
    select told from (${ascribed}) x where whose && ${whom})`.execute(tx)
  const forgotten = await sql<{ id: Id }>`update list_entries l
    set key = null, comparable = null, facts = null, raw = null, loaded_facts = null
    from (${ascribed}) x join events r on r.council = ${council} and r.seq = x.told
    where l.council = ${council} and l.id = x.entry and l.read_at = r.recorded_at
      and r.subjects && ${whom}
    returning l.id`.execute(tx)
  return forgotten.rows.map(({ id }) => id)
}
