// By what that only a list says of them is somebody found when a later row names them? An entry has
// the keys of its facts as loaded that the record it is about lacks; what changes either, changes
// them.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import { lastingKeys } from '../../matching/index.ts'
import type { Lead } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry } from '../domain/entry.ts'
import { factsOf } from '../domain/entry-key.ts'

/** A key that more entries share says nothing about any of them. */
const heapMax = 40

export type Told = { readonly id: Id; readonly person: Id | null; readonly facts: Entry | null }
type Keyed = { readonly id: Id; readonly keys: readonly number[] }

/** In order, so that the same facts always make the same row. */
export async function toldKeys(
  tx: Tx,
  council: string,
  told: readonly Told[],
): Promise<ReadonlyMap<Id, readonly number[]>> {
  const people = [...new Set(told.flatMap(({ person }) => person ?? []))]
  const found = await sql<Keyed>`select id, coalesce(match_keys, '{}') as keys from people
    where council = ${council} and id = any (${people}::uuid[])`.execute(tx)
  const own = new Map(found.rows.map(({ id, keys }) => [id, new Set(keys)]))
  return new Map(
    told.map(({ id, person, facts }) => {
      const known = person && own.get(person)
      if (!known || !facts || facts.isUnnamed) return [id, []]
      const keys = lastingKeys(factsOf(facts)).filter(key => !known.has(key))
      return [id, keys.sort((a, b) => a - b)]
    }),
  )
}

export async function addEntryKeys(
  tx: Tx,
  council: string,
  entries: readonly Keyed[],
): Promise<void> {
  const rows = entries.flatMap(({ id, keys }) => keys.map(key => ({ id, key })))
  if (rows.length === 0) return
  rows.sort((a, b) => a.key - b.key)
  await sql`insert into entry_keys (council, key, entry)
    select ${council}, key, entry
    from unnest(${rows.map(({ key }) => key)}::integer[], ${rows.map(({ id }) => id)}::uuid[])
      as r (key, entry)
    on conflict do nothing`.execute(tx)
}

/** Before entries go. Which keys one has is kept with it, so nothing has to be searched for. */
export async function removeEntryKeys(
  tx: Tx,
  council: string,
  entries: readonly Id[],
): Promise<void> {
  await sql`delete from entry_keys k
    using (select e.id, unnest(e.told_keys) as key from list_entries e
      where e.council = ${council} and e.id = any (${[...entries]}::uuid[])) old
    where k.council = ${council} and k.key = old.key and k.entry = old.id`.execute(tx)
}

type Standing = Told & { readonly keys: readonly number[] | null }

/** These entries, or the records that they are about, have changed. */
export async function retellKeys(tx: Tx, council: string, entries: readonly Id[]): Promise<void> {
  if (entries.length === 0) return
  const found = await sql<Standing>`
    select id, person, loaded_facts as facts, told_keys as keys from list_entries
    where council = ${council} and id = any (${[...entries]}::uuid[])`.execute(tx)
  const now = await toldKeys(tx, council, found.rows)
  const changed = found.rows.flatMap(({ id, keys: before }) => {
    const keys = now.get(id) ?? []
    return before?.join() === keys.join() ? [] : [{ id, keys }]
  })
  if (changed.length === 0) return
  await removeEntryKeys(
    tx,
    council,
    changed.map(({ id }) => id),
  )
  await sql`update list_entries e set told_keys = r.keys
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r (id uuid, keys integer[])
    where e.council = ${council} and e.id = r.id`.execute(tx)
  await addEntryKeys(tx, council, changed)
}

/** Of people whose records say something else by now. */
export async function retellOf(tx: Tx, council: string, people: readonly Id[]): Promise<void> {
  const found = await sql<{ id: Id }>`select id from list_entries
    where council = ${council} and person = any (${[...people]}::uuid[])
      and told_keys is not null`.execute(tx)
  await retellKeys(
    tx,
    council,
    found.rows.map(({ id }) => id),
  )
}

/** To whom do these keys lead by what a list has said? As the person they stand for now. */
export async function leadsOf(tx: Tx, council: string, keys: readonly number[]): Promise<Lead[]> {
  const found = await sql<Lead>`
    with hits as materialized (
      select w.key, h.entry, count(*) over (partition by w.key) as size
      from (select distinct unnest(${[...keys]}::integer[]) as key) w
      cross join lateral (select k.entry from entry_keys k
        where k.council = ${council} and k.key = w.key limit ${heapMax + 1}) h
    )
    select distinct p.root as person, h.key from hits h
    join list_entries e on e.council = ${council} and e.id = h.entry and e.state = 'loaded'
    join people p on p.council = ${council} and p.id = e.person and p.erased_at is null
    where h.size <= ${heapMax} order by 1, 2`.execute(tx)
  return found.rows
}
